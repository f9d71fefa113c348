"""Rows, compartments, access, destruction: the same on both databases."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

import register_folders as folders
from panah.accounts.models import Member, Role
from panah.errors import PanahError
from panah.register import access, actions, chain, keyholder, opening, queries
from panah.register.errors import NotFoundError, RegisterError, RegisterSealedError
from panah.register.models import (
    ROW_MODELS,
    Access,
    Case,
    Confirmation,
    Kind,
    Note,
    PaperRow,
    SourceRow,
    Task,
)
from panah.register.rows import add_row, change_row, file_of, keep_file, rows
from panah.register.sealed import open_act
from panah.sealing import casekeys
from panah.sealing.errors import DamagedError, KeyGoneError

AT = folders.AT


@pytest.fixture
def case(tables, vocabulary):
    return actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT)


def test_the_migrations_make_the_tables_that_the_models_describe(tables):
    call_command("makemigrations", "accounts", "register", check=True, dry_run=True, verbosity=0)


def test_a_row_is_read_as_it_was_written_and_changing_it_raises_its_version(tables, case):
    task = add_row(case, Task, {"text": "попросить протокол", "due": "2026-02-01", "done": ""}, tables.owner, AT)
    add_row(case, Task, {"text": "другое"}, tables.owner, AT)
    changed = change_row(task, {"text": "попросить протокол", "done": "2026-01-31"}, tables.owner, AT)
    assert [(row.number, row.version, content) for row, content in rows(case, Task)] == [
        (1, 2, {"text": "попросить протокол", "done": "2026-01-31"}),
        (2, 1, {"text": "другое"}),
    ]
    with pytest.raises(RegisterError, match="changed-meanwhile"):
        change_row(task, {"text": "поздно"}, tables.owner, AT)
    assert changed.version == 2


def test_a_source_is_part_of_the_case_file_and_held_to_its_words(tables, case, vocabulary):
    actions.add_source(case, {"id": "b", "publisher": "Газета", "published": "2026-01"}, vocabulary, tables.owner, AT)
    told = {"id": "c", "published": "в прошлом году"}
    for wrong, error in ((told, PanahError), ({"id": "b"}, RegisterError), ({"id": "c", "page": "3"}, RegisterError)):
        with pytest.raises(error):
            actions.add_source(case, wrong, vocabulary, tables.owner, AT)
    first, second = (row for row, _ in rows(case, SourceRow))
    actions.change_source(second, {"id": "b", "title": "Статья"}, vocabulary, tables.owner, AT)
    with pytest.raises(PanahError):  # an act rests on it
        actions.change_source(first, {"id": "renamed"}, vocabulary, tables.owner, AT)
    found = queries.casefile(tables.owner, case.slug, vocabulary)[0].sources
    assert [(source.id, source.title) for source in found.values()] == [("az", "Marker in the press"), ("b", "Статья")]


@pytest.mark.parametrize("model", ROW_MODELS[1:], ids=lambda model: model.__name__)
def test_a_row_has_the_keys_of_its_table_and_no_other(register, vocabulary, model):
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, AT)
    full = dict.fromkeys(sorted(model.NEEDED | model.ALLOWED), "x")
    add_row(case, model, full, register.owner, AT)
    for wrong in ({**full, "name-of-mother": "x"}, dict.fromkeys(full, "")):
        with pytest.raises(RegisterError, match="row-keys"):
            add_row(case, model, wrong, register.owner, AT)


def test_the_file_of_a_paper_is_kept_sealed_and_survives_a_change_of_the_row(tables, case):
    paper = add_row(case, PaperRow, {"title": "жалоба", "state": "draft"}, tables.owner, AT)
    keep_file(paper, b"PK marker file", tables.owner)
    changed = change_row(paper, {"title": "жалоба", "state": "filed", "filed": "2026-01-30"}, tables.owner, AT)
    assert file_of(changed) == b"PK marker file"
    assert b"marker" not in bytes(changed.content)


def test_acts_and_confirmations_cannot_be_changed_or_removed(tables, case):
    said = {
        "deadline": "kz/x@detention",
        "computed": "2026-02-02",
        "decision": "overridden",
        "day": "2026-01-30",
        "reason": "суд",
    }
    confirmation = add_row(case, Confirmation, said, tables.owner, AT)
    with pytest.raises(RegisterError, match="append-only"):
        change_row(confirmation, said, tables.owner, AT)
    for row in (confirmation, case.acts.first()):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(number=9)
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).delete()
        for statement in replacing(row):
            with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
    assert case.acts.count() == 4
    assert [row.pk for row, told in rows(case, Confirmation) if told == said] == [confirmation.pk]


def replacing(row):
    """What takes rows away or puts others in their place without removing or changing one."""
    table = row._meta.db_table
    if connection.vendor == "postgresql":
        return [f"TRUNCATE {table}", f"TRUNCATE {table} CASCADE"]
    # itself again, and as another row of the same number
    columns = [field.column for field in row._meta.fields]
    others = ", ".join("id + 100" if column == "id" else column for column in columns)
    return [
        f"REPLACE INTO {table} ({', '.join(columns)}) SELECT {told} FROM {table} WHERE id = {row.pk}"  # noqa: S608
        for told in (", ".join(columns), others)
    ]


def test_the_chain_shows_an_act_changed_by_somebody_who_can_write_to_the_database(tables, case):
    assert chain.first_broken(case) is None
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER register_actrow_unchanged")
        else:
            cursor.execute("ALTER TABLE register_actrow DISABLE TRIGGER ALL")
        cursor.execute(
            "UPDATE register_actrow SET sealed = (SELECT sealed FROM register_actrow WHERE number = 4) WHERE number = 2"
        )
    assert chain.first_broken(case) == 2
    with pytest.raises(DamagedError):
        open_act(case, case.acts.get(number=2))


def test_compartments_are_written_and_opened_one_by_one(tables, case, vocabulary):
    actions.write_compartment(case, Kind.HEALTH, {"diagnosis": "marker"}, vocabulary, tables.owner)
    actions.write_compartment(case, Kind.HEALTH, {"diagnosis": "другой"}, vocabulary, tables.owner)
    assert queries.compartment(tables.owner, case, Kind.HEALTH).content == {"diagnosis": "другой"}
    assert queries.compartment(tables.owner, case, Kind.FAMILY).content == {}
    identity = queries.compartment(tables.owner, case, Kind.IDENTITY).content
    with pytest.raises(PanahError):
        actions.write_compartment(case, Kind.IDENTITY, {**identity, "person": {}}, vocabulary, tables.owner)
    assert queries.compartment(tables.owner, case, Kind.IDENTITY).content == identity


def test_a_member_sees_writes_and_opens_what_was_given_and_nothing_else(tables, case, vocabulary):
    other = actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT)
    reader = Member.objects.create(alias="M2", role=Role.READER, created_at=AT)
    assert queries.cases(reader) == []
    given = Access.objects.create(
        case=case, member=reader, right="read", opens="general", granted_at=AT, granted_by=tables.owner
    )
    assert queries.cases(reader) == [case]
    with pytest.raises(NotFoundError):
        queries.case(reader, other.slug)
    with pytest.raises(NotFoundError):
        queries.case(reader, "K99")
    with pytest.raises(RegisterError, match="read-only"):
        add_row(case, Note, {"text": "x"}, reader, AT)
    assert queries.compartment(reader, case, Kind.GENERAL).content["stays"] == "KZ"
    with pytest.raises(NotFoundError):
        queries.compartment(reader, case, Kind.IDENTITY)
    given.withdrawn_at = AT
    given.save()
    assert queries.cases(reader) == []
    assert not access.may_write(reader, case)


def test_a_destroyed_case_is_gone_and_its_slug_is_never_given_again(tables, case, vocabulary):
    kept = actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT)
    add_row(case, Note, {"text": "x"}, tables.owner, AT)
    actions.destroy_case(case, tables.owner, AT)
    assert queries.cases(tables.owner) == [kept]
    assert (case.acts.count(), case.compartments.count(), case.notes.count()) == (0, 0, 0)
    assert casekeys.ids(tables.folder / "keys") == [kept.key_id]
    with pytest.raises(KeyGoneError):
        keyholder.case_key(case.key_id)
    actions.destroy_case(kept, tables.owner, AT)
    assert actions.create_case(folders.casefile(vocabulary=vocabulary), tables.owner, AT).slug == "K3"


def test_only_the_owner_destroys(tables, case):
    lawyer = Member.objects.create(alias="M2", role=Role.LAWYER, created_at=AT)
    with pytest.raises(RegisterError, match="owner-only"):
        actions.destroy_case(case, lawyer, AT)


def test_whatever_a_case_file_would_say_changes_the_digest(tables, case, vocabulary):
    for change in (
        lambda: actions.add_act(case, {"date": "2026-01-30", "act": "bars-submitted"}, vocabulary, tables.owner, AT),
        lambda: actions.add_source(case, {"id": "b"}, vocabulary, tables.owner, AT),
        lambda: actions.write_compartment(case, Kind.GENERAL, {"stays": "KZ", "charges": []}, vocabulary, tables.owner),
    ):
        before = Case.objects.get(pk=case.pk).digest
        change()
        assert Case.objects.get(pk=case.pk).digest not in (before, "")


def test_a_sealed_register_gives_nothing(register, vocabulary):
    case = actions.create_case(folders.casefile(vocabulary=vocabulary), register.owner, AT)
    opening.seal()
    with pytest.raises(RegisterSealedError):
        queries.cases(register.owner)
    with pytest.raises(RegisterSealedError):
        keyholder.case_key(case.key_id)
