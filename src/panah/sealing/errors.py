"""What can be refused here. No message holds a key, a passphrase, or a word of a case."""


class SealingError(Exception):
    """Something cannot be opened; nothing is ever returned half-opened."""


class WrongKeyError(SealingError):
    """The passphrase or recovery key is not the one, or what it should open was altered: the two look the same."""


class DamagedError(SealingError):
    """Bytes that are not what they should be: another format, too short, altered, or put in another's place."""


class KeyGoneError(SealingError):
    """The key of a case is not in the store: it was destroyed, or the store is not the one of this register."""


class MistypedError(SealingError):
    """A recovery key is not written as one. `group` counts from 1; 0: not eight groups of six digits."""

    def __init__(self, group: int) -> None:
        """Keep which group does not check."""
        super().__init__(f"group {group}")
        self.group = group
