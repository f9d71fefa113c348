"""The only bridge between rows and the engine: a case file into rows, and rows into a `CaseFile` or its text.

Rows hold the entries of a case file as they are written there, and are read by the same reader as files: what is
recorded in the register and what stands in a file cannot come to mean different things.
"""

from __future__ import annotations

from panah.errors import Problem
from panah.lawmodel import Vocabulary
from panah.procedure.casefile import CaseFile
from panah.procedure.casefile_reading import FORMAT, casefile_from
from panah.procedure.casefile_writing import act_told, charge_told, request_told, source_told, write_casefile
from panah.register.models import ActRow, Case, Kind, SourceRow
from panah.register.sealed import Content, open_act, open_compartment, open_row
from panah.yamlfiles import Data, Node


def identity_of(casefile: CaseFile) -> Content:
    """Give what the compartment of identity holds of a case file: the name of the case and of the person."""
    person: dict[str, Data] = {"name": dict(casefile.names)}
    for key, values in (
        ("aliases", casefile.aliases),
        ("citizenship", casefile.citizenship),
        ("profile", casefile.profile),
    ):
        if values:
            person[key] = list(values)
    told: Content = {"case": casefile.case, "person": person}
    if casefile.persons != 1:
        told["persons"] = casefile.persons
    return told


def general_of(casefile: CaseFile) -> Content:
    """Give what the general compartment holds of a case file: where the person stays, who seeks, charges, the note."""
    told: Content = {"stays": casefile.stays}
    if casefile.wanted_by:
        told["wanted-by"] = list(casefile.wanted_by)
    if casefile.request is not None:
        told["request"] = dict(request_told(casefile.request))
    if casefile.note is not None:
        told["note"] = casefile.note
    if casefile.charges:
        told["charges"] = [_plain(charge_told(charge)) for charge in casefile.charges]
    return told


def sources_of(casefile: CaseFile) -> list[Content]:
    """Give the content of the source rows of a case file."""
    return [{"id": name, **_plain(source_told(source))} for name, source in casefile.sources.items()]


def acts_of(casefile: CaseFile) -> list[Content]:
    """Give the content of the act rows of a case file."""
    return [_plain(act_told(act)) for act in casefile.acts]


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
    """Give a case of the register as the engine takes it, or every problem (a word that the law no longer has)."""
    return read_data(data_of(case), case, vocabulary)


def text_of(case: Case, vocabulary: Vocabulary) -> tuple[str | None, list[Problem]]:
    """Give a case of the register as the text of a case file, always the same bytes for the same case."""
    casefile, problems = load(case, vocabulary)
    return (None, problems) if casefile is None else (write_casefile(casefile), [])


def _number(row: ActRow | SourceRow) -> int:
    return row.number


def _plain(told: object) -> Content:
    if not isinstance(told, dict):
        raise TypeError(type(told).__name__)
    return {key: list(value) if isinstance(value, tuple) else value for key, value in told.items()}
