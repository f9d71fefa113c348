"""What the page of a case shows near its top: the next hearing, and limits that a judge set and nobody met yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from panah.texts import say
from panah.web.parts.choosing import Choosing
from panah.web.parts.subjects import SUBJECTS
from panah.web.parts.told import contents, day_told, is_over

if TYPE_CHECKING:
    from panah.register.models import Case


class Ahead(NamedTuple):
    """A line: what it is, its day, what is known of it, and where it is changed."""

    title: str
    day: str
    words: str
    href: str


def ahead_of(case: Case, lang: str) -> tuple[Ahead, ...]:
    """Give the hearings of the nearest day ahead, and every open limit that a judge set, nearest first."""
    choosing = Choosing(case, lang)
    found: list[tuple[str, Ahead]] = []
    for name, key in (("hearings", "subject"), ("limits", "what")):
        subject = SUBJECTS[name]
        rows = [(row, told) for row, told in contents(case, subject) if told is not None and not is_over(subject, told)]
        nearest = min((told[subject.day_key][:10] for _, told in rows), default="")
        for row, told in rows:
            day = told[subject.day_key]
            if name == "hearings" and day[:10] != nearest:
                continue
            body = choosing.words("body", told["body"]) if told.get("body") else ""
            words = " · ".join(part for part in (body, told.get(key, "")) if part)
            href = f"/cases/{case.slug}/parts/{name}/{row.number}"
            found.append((day, Ahead(say(lang, f"page.part-{name}-one"), day_told(day, lang), words, href)))
    return tuple(line for _, line in sorted(found))
