"""What can be written beside the acts of a case: the tables by the word that stands in addresses, and their fields."""

from __future__ import annotations

from typing import NamedTuple

from panah.register.models import Body, Hearing, JudgeLimit, Note, Person, SealedRow, Task

ROLES = ("relative", "counsel", "witness", "official", "other")


class Entry(NamedTuple):
    """One key of a table, and how it is asked for.

    `kind` is text, long (many lines), day (one day), moment (a day, or a day with its minute), or what is chosen from:
    role, body, act, case, deadline.
    """

    key: str
    kind: str = "text"


class Subject(NamedTuple):
    """A table as pages show it.

    Attributes:
        name: Its word in addresses, also of its words in the locale.
        model: The table.
        page: The page it stands on.
        entries: Its fields, in the order they are asked for.
        lead: The key that a line begins with.
        named: Whether its rows tell who somebody is: hidden while names are.
    """

    name: str
    model: type[SealedRow]
    page: str
    entries: tuple[Entry, ...]
    lead: str
    named: bool = False

    @property
    def can_be_done(self) -> bool:
        """Whether a row is something that gets done."""
        return "done" in self.model.ALLOWED

    @property
    def day_key(self) -> str:
        """The key of the day a row waits for; empty where it waits for none."""
        days = (entry.key for entry in self.entries if entry.kind in ("day", "moment") and entry.key != "done")
        return next(days, "")


SUBJECTS = {
    subject.name: subject
    for subject in (
        Subject(
            "people",
            Person,
            "people",
            (
                Entry("name"),
                Entry("role", "role"),
                Entry("relation"),
                Entry("contact", "long"),
                Entry("other-case", "case"),
                Entry("note", "long"),
            ),
            lead="name",
            named=True,
        ),
        Subject(
            "hearings",
            Hearing,
            "courts",
            (
                Entry("at", "moment"),
                Entry("body", "body"),
                Entry("subject"),
                Entry("result", "long"),
                Entry("act", "act"),
            ),
            lead="at",
        ),
        Subject(
            "limits",
            JudgeLimit,
            "courts",
            (
                Entry("what"),
                Entry("until", "day"),
                Entry("body", "body"),
                Entry("act", "act"),
                Entry("done", "day"),
            ),
            lead="until",
        ),
        Subject(
            "bodies",
            Body,
            "courts",
            (
                Entry("name"),
                Entry("body", "body"),
                Entry("number"),
                Entry("address", "long"),
                Entry("contact", "long"),
                Entry("note", "long"),
            ),
            lead="name",
        ),
        Subject(
            "tasks",
            Task,
            "tasks",
            (Entry("text"), Entry("due", "day"), Entry("limit", "deadline"), Entry("done", "day")),
            lead="text",
        ),
        Subject("notes", Note, "notes", (Entry("text", "long"),), lead="text"),
    )
}

PAGES = {
    page: tuple(one for one in SUBJECTS.values() if one.page == page) for page in ("people", "courts", "tasks", "notes")
}
