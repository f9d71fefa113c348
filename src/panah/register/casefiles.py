"""The only bridge between rows and the engine: a case file into rows, and rows into a `CaseFile` or its text.

Rows hold the entries of a case file as they are written there, and are read by the same reader as files: what is
recorded in the register and what stands in a file cannot come to mean different things.
"""

from __future__ import annotations

from typing import NamedTuple

from panah.errors import Problem
from panah.lawmodel import Vocabulary
from panah.procedure.casefile import CaseFile
from panah.procedure.casefile_reading import FORMAT, casefile_from
from panah.procedure.casefile_writing import entries_of, write_casefile
from panah.register.models import ActRow, Case, Kind, SourceRow
from panah.register.sealed import Content, open_act, open_compartment, open_row
from panah.sealing.errors import SealingError
from panah.yamlfiles import Data, Node

_IDENTITY = ("case", "person", "persons")


class Parts(NamedTuple):
    """A case file as rows hold it: two compartments, and the content of the rows of sources and acts."""

    identity: Content
    general: Content
    sources: list[Content]
    acts: list[Content]


def parts_of(casefile: CaseFile) -> Parts:
    """Take a case file apart by what would be written of it, so that nothing a file can say is left out.

    Identity is the name of the case and all of the person; whatever is neither that nor a source or act is general.
    """
    told = entries_of(casefile)
    sources, acts = _table(told.pop("sources", {})), told.pop("acts")
    told.pop("panah")
    identity, general = apart(told)
    return Parts(
        identity=identity,
        general=general,
        sources=[{"id": name, **_table(entries)} for name, entries in sources.items()],
        acts=[_table(act) for act in acts] if isinstance(acts, list) else [],
    )


def apart(head: Content) -> tuple[Content, Content]:
    """Part what is neither source nor act into the contents of the two compartments, identity and general."""
    identity = {key: head[key] for key in _IDENTITY if key in head}
    return identity, {key: value for key, value in head.items() if key not in _IDENTITY}


def data_of(case: Case) -> Content:
    """Give a case of the register as the entries of its file; raises `SealingError` if it cannot be opened."""
    told: Content = {"panah": FORMAT}
    # sorted here and not by the database: what was read ahead for many cases (`queries.read_whole`) is not asked again
    for row in case.compartments.all():
        if row.kind in (Kind.IDENTITY, Kind.GENERAL):
            told |= open_compartment(case, row)
    sources: dict[str, Data] = {}
    for source in sorted(case.sourcerows.all(), key=_number):
        entries = open_row(case, source)
        sources[str(entries.pop("id"))] = entries
    told["sources"] = sources
    acts: list[Data] = [open_act(case, row) for row in sorted(case.acts.all(), key=_number)]
    told["acts"] = acts
    return told


def read_data(data: Content, case: Case, vocabulary: Vocabulary) -> tuple[CaseFile | None, list[Problem]]:
    """Read entries as the case file they would be; problems carry the slug for a file, and no line."""
    return casefile_from(Node(data, (0, None)), case.slug, vocabulary, [])


def load(case: Case, vocabulary: Vocabulary) -> tuple[CaseFile | None, list[Problem]]:
    """Give a case of the register as the engine takes it, or every problem.

    A problem is a word that the law no longer has, or that the case does not open with its key: whoever answers for
    many cases goes on with the others, and must say which one it left out.
    """
    try:
        data = data_of(case)
    except SealingError:
        return None, [Problem(case.slug, 0, "case-does-not-open", {})]
    return read_data(data, case, vocabulary)


def text_of(case: Case, vocabulary: Vocabulary) -> tuple[str | None, list[Problem]]:
    """Give a case of the register as the text of a case file, always the same bytes for the same case."""
    casefile, problems = load(case, vocabulary)
    return (None, problems) if casefile is None else (write_casefile(casefile), [])


def _number(row: ActRow | SourceRow) -> int:
    return row.number


def _table(data: Data) -> Content:
    if not isinstance(data, dict):
        raise TypeError(type(data).__name__)
    return data
