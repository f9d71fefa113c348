"""What one process of `panah serve` holds: the folder of the register, the law, whether it is open and to whom.

There is one register, one lawyer, one process. What is computed is kept in memory only, and dropped when sealed.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from panah.register import keyholder, opening
from panah.register.models.practice import IDLE_MINUTES
from panah.register.practice import practice
from panah.web import clock

if TYPE_CHECKING:
    from panah.accounts.models import Member
    from panah.lawmodel import Law
    from panah.register.opening import Beginning
    from panah.sealing.rings import Ring


class KeyChange(NamedTuple):
    """Keys about to be changed, once the recovery key was typed back.

    Attributes:
        ring: The ring to be.
        recovery_key: The key to be written down and typed back.
        root: The root of now.
        new_root: The root to be; None where only the recovery key changes.
    """

    ring: Ring
    recovery_key: str
    root: bytes
    new_root: bytes | None


class Desk:
    """The state of the process."""

    def __init__(self, folder: Path, law: Law, *, fixed_day: int | None = None, demo: bool = False) -> None:
        """Keep what the process works on.

        Args:
            folder: Where the register lies.
            law: The law as data.
            fixed_day: The day (ordinal) that all pages are for; None: the day of the clock.
            demo: The register is a temporary one of published cases: no passphrase is asked for.
        """
        self.folder = folder
        self.law = law
        self.fixed_day = fixed_day
        self.demo = demo
        self.idle_minutes = IDLE_MINUTES
        self.lang = ""
        self.beginning: Beginning | None = None
        self.key_change: KeyChange | None = None
        self.token = ""
        self.kept: dict[object, object] = {}
        self.last_asked = clock.seconds()
        self.spent = threading.Event()
        """Set once keys were dropped: the memory that held them is to be given back."""
        self.working = threading.Lock()
        self._lock = threading.Lock()

    @property
    def day(self) -> int:
        """The day that pages are for."""
        return clock.today() if self.fixed_day is None else self.fixed_day

    @property
    def is_open(self) -> bool:
        """Whether the keys are held; a mark left by `panah seal` seals at once."""
        if keyholder.is_open() and opening.is_marked_sealed(self.folder):
            self.seal()
        return keyholder.is_open()

    @property
    def member(self) -> Member:
        """The owner of the open register."""
        return opening.owner()

    def admit(self) -> str:
        """Begin a time of being open; gives what the browser that opened it shows from then on."""
        if keyholder.is_open():
            self.take_choices()
        self.token = os.urandom(32).hex()
        self.last_asked = clock.seconds()
        return self.token

    def take_choices(self) -> None:
        """Take up what the practice chose."""
        chosen = practice()
        self.idle_minutes, self.lang = chosen.idle_minutes, chosen.lang

    def seal(self) -> None:
        """Drop the keys and everything computed with them."""
        with self._lock:
            self.token = ""
            self.kept = {}
            self.key_change = None
            held = keyholder.is_open()
            opening.seal()
            if held and not self.demo:
                self.spent.set()

    def forget_if_sealed(self) -> None:
        """Drop what a request worked out that was still under way when somebody sealed."""
        with self._lock:
            if self.kept and not keyholder.is_open():
                self.kept = {}

    def seal_if_idle(self) -> None:
        """Seal when nobody has asked for a page for long enough."""
        idle = clock.seconds() - self.last_asked
        if not self.demo and self.is_open and self.idle_minutes and idle > self.idle_minutes * 60:
            self.seal()


_desks: list[Desk] = []


def sit_down(desk: Desk) -> None:
    """Make a desk that of this process."""
    _desks[:] = [desk]


def the_desk() -> Desk:
    """Give the desk of this process."""
    return _desks[0]
