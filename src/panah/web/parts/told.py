"""Rows of a case as lines of a page: what leads, what else is known, in the order a lawyer looks for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from panah.dates import distance, weekday_words
from panah.register.rows import readable
from panah.texts import say
from panah.timelimits import iso
from panah.web.desk import the_desk
from panah.web.parts.filling import label_of

if TYPE_CHECKING:
    from panah.register.models import Case, SealedRow
    from panah.web.parts.choosing import Choosing
    from panah.web.parts.subjects import Entry, Subject


class Line(NamedTuple):
    """A row in a list.

    Attributes:
        number: Its number within the table.
        version: Its version, to be named when it is changed.
        lead: What it begins with.
        more: Labels with their words.
        other: A case the row points to.
        over: Done, or a day that has passed.
        can_be_done: Whether it is open and may be marked as done.
        opens: Whether its bytes opened; of a damaged row only the number is known.
    """

    number: int
    version: int
    lead: str
    more: tuple[tuple[str, str], ...] = ()
    other: str = ""
    over: bool = False
    can_be_done: bool = False
    opens: bool = True


def contents(case: Case, subject: Subject) -> list[tuple[SealedRow, dict[str, str] | None]]:
    """Give the rows of a table with what they hold; None where a row does not open: the others go on."""
    return [
        (row, None if content is None else {key: str(value) for key, value in content.items()})
        for row, content in readable([case], subject.model)[case.pk]
    ]


def lines_of(case: Case, subject: Subject, choosing: Choosing, *, names: bool) -> tuple[Line, ...]:
    """Tell the rows of a table: what is ahead first, by its day; then what is over, last first.

    Args:
        case: The case.
        subject: The table.
        choosing: The words of what was chosen.
        names: Whether names are shown; if not, rows that tell who somebody is lead with what the person is.
    """
    rows = contents(case, subject)
    ordered = sorted(rows, key=lambda one: _order(subject, one[0].number, one[1]))
    return tuple(_line(subject, row, content, choosing, names=names) for row, content in ordered)


def is_over(subject: Subject, content: dict[str, str]) -> bool:
    """Whether a row is done, or its day has passed."""
    if subject.can_be_done:
        return bool(content.get("done"))
    return subject.name == "hearings" and content["at"][:10] < iso(the_desk().day)


def day_told(value: str, lang: str) -> str:
    """Write a day or minute as a row holds it, with its weekday and how far off it is."""
    day = date.fromisoformat(value[:10]).toordinal()
    clock = f", {value[11:]}" if len(value) > 10 else ""
    return f"{weekday_words(day, lang)}{clock} · {distance(day, the_desk().day, lang)}"


def _order(subject: Subject, number: int, content: dict[str, str] | None) -> tuple[bool, str, int]:
    if content is None:
        return (False, "", number)
    day = content.get(subject.day_key, "")
    if is_over(subject, content):
        return (True, "".join(chr(0x10FFFF - ord(sign)) for sign in day), -number)
    newest_first = subject.name == "notes"
    return (False, day or "~", -number if newest_first else number)


def _line(subject: Subject, row: SealedRow, content: dict[str, str] | None, choosing: Choosing, *, names: bool) -> Line:
    lang = choosing.lang
    if content is None:
        return Line(row.number, row.version, say(lang, "page.part-does-not-open"), opens=False)
    hidden = subject.named and not names
    lead = "role" if hidden else subject.lead
    shown = [entry for entry in subject.entries if not hidden or entry.key in {"role", "relation", "other-case"}]
    told = {entry.key: _words(entry, content[entry.key], choosing) for entry in shown if content.get(entry.key)}
    over = is_over(subject, content)
    return Line(
        number=row.number,
        version=row.version,
        lead=told.get(lead, ""),
        more=tuple(
            (label_of(subject, key, lang), words) for key, words in told.items() if key not in {lead, "other-case"}
        ),
        other=told.get("other-case", ""),
        over=over,
        can_be_done=subject.can_be_done and not over,
    )


def _words(entry: Entry, value: str, choosing: Choosing) -> str:
    if entry.kind in ("day", "moment"):
        return day_told(value, choosing.lang)
    return choosing.words(entry.kind, value)
