"""What the register refuses. A message holds a code and values that are no personal data: slugs, counts, versions."""

from __future__ import annotations


class RegisterError(Exception):
    """A refusal by its `code`; `panah.texts.say(lang, "register." + code, **values)` gives its words."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep what the words are made of."""
        super().__init__(code)
        self.code = code
        self.values = values


class RegisterSealedError(RegisterError):
    """The register is sealed: no key is held, and nothing of it can be read."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("sealed")


class NotFoundError(RegisterError):
    """There is no such thing, or the member may not see it: the two look the same."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("not-found")
