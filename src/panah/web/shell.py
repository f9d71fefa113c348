"""What every page has around it: language, day, navigation; and how a view answers."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from panah.dates import weekday_words
from panah.texts import LANGUAGES, say
from panah.web.desk import the_desk

NAMES_SHOWN = "names"
_ENDONYMS = {"ru": "Русский", "kk": "Қазақша", "en": "English"}


class Language(NamedTuple):
    """A language to choose."""

    code: str
    name: str
    chosen: bool


class Shell(NamedTuple):
    """The frame of a page.

    Attributes:
        lang: Language of the reader.
        title: Title of the page: never a word of a case, for a browser keeps titles in its history.
        here: The family of pages, to mark in the navigation.
        today: The day the pages are for, in words.
        languages: Languages to choose from.
        is_open: Whether there is navigation.
        demo: Whether the cases are the published ones.
        names: Whether names are shown.
        path: The address of this page, to come back to.
        done: A word on what was just done.
    """

    lang: str
    title: str
    here: str
    today: str
    languages: tuple[Language, ...]
    is_open: bool
    demo: bool
    names: bool
    path: str
    done: str


def lang_of(request: HttpRequest) -> str:
    """Give the language of the reader."""
    return str(getattr(request, "lang", LANGUAGES[0]))


def languages(lang: str) -> tuple[Language, ...]:
    """Give the languages there are, the one of the reader marked."""
    return tuple(Language(code, _ENDONYMS[code], code == lang) for code in LANGUAGES)


def shows_names(request: HttpRequest) -> bool:
    """Whether this browser asked for names; until then cases are told by their alias."""
    return bool(request.session.get(NAMES_SHOWN))


def answer(
    request: HttpRequest, template: str, context: object, *, title: str, here: str = "", status: int = 200
) -> HttpResponse:
    """Write a page.

    Args:
        request: The request.
        template: Its template, from the folder of `panah.web`.
        context: The typed context, `page` in the template.
        title: Title without a word of a case.
        here: The family of pages.
        status: Status of the answer.
    """
    desk, lang = the_desk(), lang_of(request)
    shell = Shell(
        lang=lang,
        title=title,
        here=here,
        today=weekday_words(desk.day, lang),
        languages=languages(lang),
        is_open=bool(here) and desk.is_open,
        demo=desk.demo,
        names=shows_names(request),
        path=request.path,
        done=_done(request, lang),
    )
    return render(request, template, {"page": context, "shell": shell}, status=status)


_DONE = (
    "recorded",
    "recorded-before",
    "confirmed",
    "imported",
    "opened",
    "note",
    "task",
    "saved",
    "paper",
    "paper-before",
    "source",
    "closed",
    "reopened",
    "destroyed",
    "passphrase",
    "recovery",
)


def _done(request: HttpRequest, lang: str) -> str:
    what = request.GET.get("done", "")
    return say(lang, f"page.done-{what}") if what in _DONE else ""
