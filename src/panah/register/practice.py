"""What the practice chose for itself, and what is sealed but belongs to no case."""

from __future__ import annotations

from datetime import datetime, timedelta

from panah.register import keyholder
from panah.register.models import Case, Practice
from panah.sealing import boxes

_COPY_LASTS = timedelta(days=7)


def practice() -> Practice:
    """Give the one row, made with nothing chosen where there is none yet."""
    return Practice.objects.get_or_create(pk=1)[0]


def choose(idle_minutes: int, lang: str) -> None:
    """Keep after how many minutes the register seals itself, and the language of whoever has chosen none."""
    practice()
    Practice.objects.filter(pk=1).update(idle_minutes=idle_minutes, lang=lang)


def backed_up(at: datetime) -> None:
    """Remember when the last whole backup was made."""
    practice()
    Practice.objects.filter(pk=1).update(backed_up_at=at)


def lacks_backup(at: datetime) -> bool:
    """Whether something could be lost: the last backup, or where there was none the first case, is a week old."""
    last = practice().backed_up_at
    if last is None:
        first = Case.objects.filter(destroyed_at=None).order_by("created_at").first()
        last = at if first is None else first.created_at
    return at - last > _COPY_LASTS


def seal_own(plain: str, place: str) -> bytes:
    """Seal something of the practice; `place` says what it is, and the same opens it."""
    return seal_with(own_key_id(), plain, place)


def own_key_id() -> str:
    """Give the id of the key of the practice, made where there is none yet; a register has it as long as it lives."""
    chosen = practice()
    if not chosen.key_id:
        chosen.key_id = keyholder.new_case_key()
        chosen.save(update_fields=["key_id"])
    return chosen.key_id


def seal_with(key_id: str, plain: str, place: str) -> bytes:
    """Seal as `seal_own` does, with a key whose id is known."""
    return boxes.seal(keyholder.case_key(key_id), plain.encode(), ("practice", place))


def open_own(box: bytes | memoryview, place: str) -> str:
    """Open what was sealed; raises `panah.sealing.errors.SealingError` where it does not open."""
    return boxes.unseal(keyholder.case_key(practice().key_id), box, ("practice", place)).decode()
