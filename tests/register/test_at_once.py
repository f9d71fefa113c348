"""Several at once: a seal waits for nobody, and whoever writes beside another gets a number of their own."""

import threading

from django.db import connections, transaction

import register_folders as folders
from panah.register import actions, chain, keyholder, opening, queries
from panah.register.models import Case, Note
from panah.register.rows import add_row, rows

AT_ONCE = 6
PATIENCE = 60


def all_at_once(do):
    """Do something in several threads that begin together; give what each of them raised."""
    together, raised = threading.Barrier(AT_ONCE), []

    def one():
        try:
            together.wait(PATIENCE)
            do()
        except Exception as error:  # noqa: BLE001  (told by the test)
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return raised


def test_sealing_waits_for_no_transaction_under_way(register, vocabulary):
    actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, folders.AT)
    begun, end = threading.Event(), threading.Event()

    def writes():
        with transaction.atomic():
            Case.objects.update(digest="x")
            begun.set()
            end.wait(PATIENCE)
        connections.close_all()

    writing, sealing = threading.Thread(target=writes), threading.Thread(target=opening.seal)
    writing.start()
    assert begun.wait(PATIENCE)
    try:
        sealing.start()
        sealing.join(10)  # half of what the database would have waited for
        assert not sealing.is_alive()
        assert not keyholder.is_open()
    finally:
        end.set()
        writing.join(PATIENCE)
    folders.reopen(register.folder)
    assert Case.objects.get().digest == "x"  # what was acknowledged is there


def test_the_log_is_folded_in_where_nothing_else_is_at_work(register, vocabulary):
    actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, folders.AT)
    opening.seal()
    assert [path.name for path in register.folder.glob("register.db*")] == ["register.db"]


def test_a_damaged_file_is_sealed_too(register):
    (register.folder / "register.db").write_bytes(b"no database at all" * 1000)
    opening.seal()
    assert not keyholder.is_open()


def test_cases_taken_in_at_once_have_slugs_of_their_own(tables, vocabulary):
    casefile = folders.casefile(vocabulary=vocabulary)
    assert all_at_once(lambda: actions.create_case(casefile, tables.owner, folders.AT)) == []
    slugs = Case.objects.order_by("id").values_list("slug", flat=True)
    assert list(slugs) == [f"K{number}" for number in range(1, AT_ONCE + 1)]


def test_rows_and_acts_recorded_at_once_have_numbers_of_their_own(tables, vocabulary):
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, folders.AT)
    told = {"date": "2026-01-23", "act": "bail-requested"}

    def record():
        own = queries.case(tables.owner, case.slug)
        add_row(own, Note, {"text": "x"}, tables.owner, folders.AT)
        actions.add_act(own, told, vocabulary, tables.owner, folders.AT)

    assert all_at_once(record) == []
    assert [row.number for row, _ in rows(case, Note)] == list(range(1, AT_ONCE + 1))
    assert [row.number for row in case.acts.all()] == list(range(1, 4 + AT_ONCE + 1))
    assert chain.first_broken(case) is None
