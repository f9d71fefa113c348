"""Answers kept by what they rest on: the digest of the case, the law, the day. Never truth, only time saved."""

from __future__ import annotations

import hashlib

from panah.register.models import CachedAnswer, Case
from panah.register.sealed import open_answer, seal_answer


def stamp(case: Case, law_version: str, as_of: int) -> str:
    """Give what an answer is kept by; another act, law or day (an ordinal) gives another."""
    return hashlib.sha256(f"{case.digest} {law_version} {as_of}".encode()).hexdigest()


def kept(case: Case, what: str, wanted: str) -> bytes | None:
    """Give the answer of one kind that was kept by a stamp, None if there is none."""
    row = case.answers.filter(what=what, stamp=wanted).first()
    return None if row is None else open_answer(case, what, wanted, row.sealed)


def kept_of_all(cases: list[Case], what: str, law_version: str, as_of: int) -> dict[int, bytes]:
    """Give the answers of one kind that still hold, by the case's primary key, with one query."""
    by_id = {case.pk: case for case in cases}
    found: dict[int, bytes] = {}
    for row in CachedAnswer.objects.filter(what=what, case__in=cases):
        case = by_id[row.case_id]
        if row.stamp == stamp(case, law_version, as_of):
            found[case.pk] = open_answer(case, what, row.stamp, row.sealed)
    return found


def keep(case: Case, what: str, by: str, answer: bytes) -> None:
    """Keep an answer by a stamp, instead of the one of its kind kept before."""
    sealed = seal_answer(case, what, by, answer)
    CachedAnswer.objects.update_or_create(case=case, what=what, defaults={"stamp": by, "sealed": sealed})
