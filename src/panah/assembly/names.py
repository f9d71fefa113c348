"""The names a text may use, as a closed table: the check of a text and its guide are made of it.

A kind is a word; ``list:act`` is a list of acts, ``*`` stands for any key. What is not here does not exist for a text.
"""

from __future__ import annotations

TEXT, FLAG = "text", "flag"

KINDS: dict[str, dict[str, str]] = {
    "paper": {
        "person": "person", "state": "noun", "here": "noun", "acts": "acts", "every": "every", "timeline": "list:act",
        "charges": "list:charge", "limits": "limits", "broken": "list:breach", "broken_by": "breaches",
        "protected": "list:protection", "protected_by": "protections", "bars": "list:bar", "presumed": "list:presumed",
        "position": "list:stage", "stage_of": "stages", "route": "route", "routes": "list:route", "open": "list:remedy",
        "sources": "list:text", "request": "request",
        "today": "date", "addressee": TEXT, "title": TEXT, "annexes": "list:text", "filed_by": TEXT, "blanks": "blanks",
        "anonymous": FLAG, "note": TEXT,
    },
    "person": {
        "name": "noun", "aliases": "list:text", "citizen": "noun", "citizenship": TEXT, "profile": "list:text",
        "persons": "number", "several": FLAG,
    },
    "request": {"for_sentence": FLAG, "sentence": "length", "unserved": "length", "foreign_maximum": "length"},
    "acts": {"*": "act"},
    "every": {"*": "list:act"},
    "act": {
        "label": TEXT, "date": "date", "when": TEXT, "dated": TEXT, "time": TEXT, "body": TEXT, "place": TEXT,
        "by": TEXT,
        "words": TEXT, "note": TEXT, "country": TEXT, "ref": TEXT, "cited": FLAG, "exact": FLAG, "certainty": TEXT,
        "disputed": FLAG, "differs": FLAG, "of": "act", "served": "act", "served_person": "act",
        "served_counsel": "act", "later": "acts", "cancelled": "act",
        "sources": "list:text",
        "ground": TEXT, "kind": TEXT, "outcome": TEXT, "how": TEXT, "list": TEXT, "treaty": TEXT, "provision": TEXT,
        "penalty": TEXT, "expulsion": TEXT, "suspended": TEXT, "electronic": TEXT, "to": TEXT, "by_country": TEXT,
        "what": TEXT, "for": "length", "until": "date", "set_for": "date", "leave_by": "date",
        "body_id": TEXT, "outcome_id": TEXT, "ground_id": TEXT,
    },
    "limits": {"*": "limit"},
    "limit": {
        "title": TEXT, "words": TEXT, "safe": "date", "latest": "date", "hour": TEXT, "readings": "list:reading",
        "disputed": FLAG, "article": "provisions", "length": "length", "state": TEXT, "running": FLAG, "met": FLAG,
        "missed": FLAG, "late": FLAG, "where": TEXT, "form": TEXT, "if_missed": TEXT, "arithmetic": "list:text",
        "not_served": FLAG, "restore": "provisions", "of": "list:act",
    },
    "reading": {"argument": TEXT, "article": "provisions", "day": "date", "last": "date", "ours": FLAG},
    "breach": {
        "id": TEXT, "title": TEXT, "words": TEXT, "on": "date", "surely_on": "date", "article": "provisions",
        "arithmetic": "list:text", "certain": FLAG, "actor": TEXT, "ref": TEXT, "of": "list:act",
    },
    "breaches": {"*": "list:breach"},
    "protection": {
        "id": TEXT, "title": TEXT, "words": TEXT, "strength": TEXT, "article": "provisions", "argument": TEXT,
        "readings": "list:reading", "against": TEXT, "source": TEXT, "surely": FLAG, "bars": FLAG, "suspends": FLAG,
        "ref": TEXT, "of": "list:act",
    },
    "protections": {"*": "protection"},
    "charge": {
        "words": TEXT, "text": TEXT, "article": TEXT, "alleged": "date", "subject": TEXT,
        "counterparts": "list:counterpart",
        "bars": "list:bar", "known": FLAG, "ref": TEXT, "certainty": TEXT, "disputed": FLAG, "note": TEXT,
    },
    "counterpart": {"article": "provisions", "title": TEXT, "imprisonment": FLAG, "military": FLAG},
    "bar": {
        "ground": TEXT, "words": TEXT, "article": "provisions", "surely": FLAG, "argument": TEXT, "charge": "charge",
        "readings": "list:reading",
    },
    "presumed": {"act": TEXT, "paper": TEXT, "article": "provisions", "between": TEXT, "authority": FLAG},
    "stage": {"track": TEXT, "track_id": TEXT, "stage": TEXT, "stage_id": TEXT, "since": TEXT, "presumed": FLAG},
    "stages": {"*": "stage"},
    "route": {
        "title": TEXT, "words": TEXT, "at_once": "date", "full_terms": "date",
        "article": "provisions", "steps": "list:text",
    },
    "remedy": {
        "id": TEXT, "title": TEXT, "until": "date", "where": TEXT, "article": "provisions",
        "suspends": FLAG, "lapsed": FLAG,
    },
    "blanks": {"*": TEXT},
    "loop": {"index": "number", "first": FLAG, "last": FLAG},
}  # fmt: skip
"""What each kind has, by name."""

FACTS = frozenset({"person", "state", "acts", "every", "charges", "request", "filed_by", "blanks"})
"""Names that stand for facts of the case: a document must declare those that it uses."""

CASES = ("nom", "gen", "dat", "acc", "ins", "pre")
FILTERS: dict[str, tuple[frozenset[str], str]] = {
    **{case: (frozenset({"noun"}), TEXT) for case in CASES[1:]},
    "cite": (frozenset({TEXT, "provisions"}), TEXT),
    "article": (frozenset({TEXT, "provisions"}), TEXT),
    "words": (frozenset({"length", "number", "date"}), TEXT),
    "capital": (frozenset({TEXT, "noun", "date", "length", "provisions"}), TEXT),
    "small": (frozenset({TEXT, "noun"}), TEXT),
    "sentence": (frozenset({TEXT}), TEXT),
    "gendered": (frozenset({"person"}), TEXT),
    "join": (frozenset(), TEXT),
    "length": (frozenset(), "number"),
    "first": (frozenset(), ""),
    "last": (frozenset(), ""),
}
"""Each filter: of which kinds, and what it gives. An empty set: of any list; an empty kind: that of its items."""
