"""What is done in the register, one verb a function, each whole or not at all. All take who acts and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from panah.accounts.models import Member, Role
from panah.errors import PanahError, Problem
from panah.lawmodel import Vocabulary
from panah.procedure.casefile import Act, CaseFile
from panah.procedure.updating import name_apart
from panah.register import casefiles, keyholder
from panah.register.access import may_open, must_write
from panah.register.chain import first_link, next_link
from panah.register.errors import NotFoundError, RegisterError
from panah.register.models import ROW_MODELS, ActRow, Case, Compartment, Kind, SourceRow
from panah.register.rows import add_unchecked, change_unchecked
from panah.register.sealed import Content, next_digest, seal_act, seal_compartment


def create_case(casefile: CaseFile, by: Member, at: datetime) -> Case:
    """Take a case file into the register as a new case; gives it the next slug (K1, K2, …)."""
    with transaction.atomic():
        # whoever takes a case in waits here for another who does: a lock on the last case would not see the next one
        Member.objects.select_for_update(no_key=True).filter(role=Role.OWNER).earliest("id")
        last = Case.objects.order_by("-id").first()
        number = 1 if last is None else int(last.slug[1:]) + 1
        key_id = keyholder.new_case_key()
        case = Case.objects.create(slug=f"K{number}", key_id=key_id, created_at=at, digest="")
        parts = casefiles.parts_of(casefile)
        _write_compartment(case, Kind.IDENTITY, parts.identity)
        _write_compartment(case, Kind.GENERAL, parts.general)
        for source in parts.sources:
            add_unchecked(case, SourceRow, source, by, at)
        _append(case, parts.acts, [act.supersedes for act in casefile.acts], casefile, by, at)
    return case


def with_act(case: Case, told: Content, vocabulary: Vocabulary, sources: Sequence[Content] = ()) -> CaseFile:
    """Give the case as it would be with one more act, for a preview; nothing is kept.

    Args:
        case: The case.
        told: The act as its table in a case file has it: `date`, `act`, `sources` …
        vocabulary: The words of the law.
        sources: Sources that would be recorded with it, each with its `id`.

    Raises:
        PanahError: The case file would not be one; with every problem.
    """
    return _with_acts(case, [told], vocabulary, sources)


def add_act(
    case: Case, told: Content, vocabulary: Vocabulary, by: Member, at: datetime, sources: Sequence[Content] = ()
) -> ActRow:
    """Record one more act, with the sources that are new; one transaction.

    A correction names in `supersedes` the id of the act it corrects.

    Raises:
        PanahError: As `with_act`; or it corrects what another act corrects already.
        RegisterError: The member may only read, or a source has an id that is taken.
    """
    return add_acts(case, [told], vocabulary, by, at, sources)[0]


def as_seen(case: Case, seen: str) -> None:
    """Hold a case until the transaction ends; refuse what rests on another state of it.

    Args:
        case: The case.
        seen: The digest of the case as it was looked at.

    Raises:
        RegisterError: Somebody recorded something since.
    """
    if Case.objects.select_for_update().get(pk=case.pk).digest != seen:
        raise RegisterError("changed-meanwhile", case=case.slug)


def corrected_before(casefile: CaseFile, first: int) -> list[tuple[Act, Act]]:
    """Give acts that correct what another act corrects already, each with that other: both would count.

    Args:
        casefile: The case with acts to be recorded as the last ones.
        first: How many acts are on record.
    """
    found: list[tuple[Act, Act]] = []
    by: dict[str, Act] = {}
    for place, act in enumerate(casefile.acts):
        if act.supersedes is not None:
            other = by.setdefault(act.supersedes, act)
            if other is not act and place >= first:
                found.append((act, other))
    return found


def add_acts(
    case: Case,
    told: Sequence[Content],
    vocabulary: Vocabulary,
    by: Member,
    at: datetime,
    sources: Sequence[Content] = (),
) -> list[ActRow]:
    """Record acts that may name each other, all of them or none; as `add_act`.

    An act is corrected once, and after that its correction is: of two that correct one act both would count.
    """
    must_write(by, case)
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        for source in sources:
            add_unchecked(locked, SourceRow, source, by, at)
        if sources:
            _must_read(locked, vocabulary)
        casefile = _with_acts(locked, told, vocabulary)
        first = len(casefile.acts) - len(told)
        if twice := corrected_before(casefile, first):
            raise PanahError([_corrected_before(case.slug, *pair) for pair in twice])
        superseded = [act.supersedes for act in casefile.acts[first:]]
        rows = _append(locked, casefiles.parts_of(casefile).acts[first:], superseded, casefile, by, at)
    case.digest = locked.digest
    return rows


def add_source(case: Case, told: Content, vocabulary: Vocabulary, by: Member, at: datetime) -> SourceRow:
    """Record a source: its `id` and what a case file says of one.

    Raises:
        PanahError: The case file would not be one.
        RegisterError: The member may only read, the keys are not those of a source, or its id is taken.
    """
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        row = add_unchecked(locked, SourceRow, told, by, at)
        _must_read(locked, vocabulary)
    case.digest = locked.digest
    return row


def change_source(row: SourceRow, told: Content, vocabulary: Vocabulary, by: Member, at: datetime) -> SourceRow:
    """Change a source that was read before; raises as `add_source`, and if somebody changed it meanwhile."""
    with transaction.atomic():
        changed = change_unchecked(row, told, by, at)
        _must_read(row.case, vocabulary)
    return changed


def write_compartment(
    case: Case, kind: str, content: Content, vocabulary: Vocabulary, by: Member, *, version: int | None = None
) -> None:
    """Write a compartment anew.

    Args:
        case: The case.
        kind: The compartment, a word of `Kind`.
        content: All it is to hold.
        vocabulary: The words of the law.
        by: Who writes.
        version: The version that was read before (0: it was never written); None writes whatever is there.

    Raises:
        PanahError: With identity or general: the case file would not be one any more.
        NotFoundError: The member may not open this compartment.
        RegisterError: The member may only read, or somebody wrote the compartment since that version.
    """
    must_write(by, case)
    if not may_open(by, case, kind):
        raise NotFoundError
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        _write_compartment(locked, Kind(kind), content, version)
        if kind in (Kind.IDENTITY, Kind.GENERAL):
            _must_read(locked, vocabulary)
    case.digest = locked.digest


def close_case(case: Case, by: Member, at: datetime | None) -> None:
    """Close a case on a day, or open it again with None; nothing of it is lost."""
    must_write(by, case)
    case.closed_at = at
    case.save(update_fields=["closed_at"])


def destroy_case(case: Case, by: Member, at: datetime) -> None:
    """Destroy a case for good: its rows go, then its key; copies of the database hold only what nothing opens.

    Backups still have the key until they rotate; `panah backup` takes it out of the sets it finds beside the new one.

    Raises:
        RegisterError: The member is not the owner of the register.
    """
    if not by.sees_every_case:
        raise RegisterError("owner-only")
    with transaction.atomic():
        case.destroyed_at = at
        case.save(update_fields=["destroyed_at"])
        for related in (case.access, case.compartments):
            related.all().delete()
        case.acts.all().delete()
        for model in ROW_MODELS:
            model._default_manager.filter(case=case).delete()
    keyholder.destroy_case_key(case.key_id)


def _with_acts(
    case: Case, told: Sequence[Content], vocabulary: Vocabulary, sources: Sequence[Content] = ()
) -> CaseFile:
    data = casefiles.data_of(case)
    acts, known = data["acts"], data["sources"]
    if not isinstance(acts, list) or not isinstance(known, dict):
        raise TypeError(type(acts).__name__)
    for act in told:
        acts.append(name_apart(act, [one for one in acts if isinstance(one, dict)]))
    for source in sources:
        entries = dict(source)
        known.setdefault(str(entries.pop("id")), entries)
    casefile, problems = casefiles.read_data(data, case, vocabulary)
    if casefile is None:
        raise PanahError(problems)
    return casefile


def _corrected_before(slug: str, act: Act, other: Act) -> Problem:
    return Problem(slug, 0, "corrected-before", {"found": str(act.supersedes), "other": other.id})


def _must_read(case: Case, vocabulary: Vocabulary) -> None:
    """Refuse what was written, before it is kept, if the case is no case file any more."""
    casefile, problems = casefiles.load(case, vocabulary)
    if casefile is None:
        raise PanahError(problems)
    if len(casefile.sources) != case.sourcerows.count():
        raise RegisterError("source-twice", case=case.slug)


def _append(
    case: Case, told: list[Content], superseded: list[str | None], casefile: CaseFile, by: Member, at: datetime
) -> list[ActRow]:
    """Append acts, the last ones of the case file, to the rows of a case."""
    last = case.acts.order_by("-number").first()
    number, link = (0, first_link(case)) if last is None else (last.number, last.chain)
    numbers = {act.id: place for place, act in enumerate(casefile.acts, 1)}
    kept: list[ActRow] = []
    for entries, other in zip(told, superseded, strict=True):
        number += 1
        sealed = seal_act(case, number, entries)
        row = ActRow(case=case, number=number, sealed=sealed, recorded_at=at, recorded_by=by)
        # an act of a file may supersede a later one: its own words say so, the row points back only
        if other is not None and numbers.get(other, number) < number:
            row.supersedes = case.acts.get(number=numbers[other])
        row.chain = link = next_link(link, row)
        row.save(force_insert=True)
        kept.append(row)
    case.digest = next_digest(case, *(row.sealed for row in kept))
    case.save(update_fields=["digest"])
    return kept


def _write_compartment(case: Case, kind: Kind, content: Content, version: int | None = None) -> None:
    row = case.compartments.select_for_update().filter(kind=kind).first() or Compartment(
        case=case, kind=kind, version=0
    )
    if version not in (None, row.version):
        raise RegisterError("changed-meanwhile", case=case.slug)
    row.version += 1
    row.sealed = seal_compartment(case, kind, row.version, content)
    row.save()
    case.digest = next_digest(case, row.sealed)
    case.save(update_fields=["digest"])
