"""The way in: finds the command, reads its arguments, and turns every refusal into words and an exit code.

Each command is a module of its own, imported only when it is asked for: a docket must start at once.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from panah.cli.arguments import Request, UsageError, language_of, nearest, read_arguments
from panah.texts import say

DONE, FAULTY, MISUSED = 0, 1, 2
_MODULE_BY_COMMAND = {
    "docket": "docket",
    "case": "one_case",
    "routes": "routes",
    "what-if": "what_if",
    "law": "law_pages",
    "time": "counting",
    "calendar": "feed",
    "figures": "figures",
    "draft": "draft",
    "documents": "documents",
    "sheet": "sheet",
    "chronology": "chronology",
    "travel": "travel",
    "demo": "demo",
    "serve": "serve",
    "import": "register.importing",
    "export": "register.exporting",
    "backup": "register.backing_up",
    "restore": "register.restoring",
    "doctor": "register.examining",
    "rotate-keys": "register.rotating",
    "unseal": "register.unsealing",
    "seal": "register.sealing",
}
_INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments after ``panah``; those of the process by default.

    Returns:
        0 when done, 1 when the input has errors (all are on standard error), 2 when the command was not understood.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    lang = language_of(arguments)
    _speak_utf8()
    try:
        return _run(arguments, lang)
    except UsageError as error:
        for words in error.words:
            print(say(lang, "usage.fault", words=_printable(words)), file=sys.stderr)
        return MISUSED
    except BrokenPipeError:
        # The reader of a pipe has gone: nothing more is to be said, also not at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: list[str], lang: str) -> int:
    name, rest = _command(arguments)
    if name in {"version", "--version"}:
        from panah import __version__

        print(f"panah {__version__}")
        return DONE
    if name in {"", "help", "--help", "-h"}:
        print(say(lang, "help.panah"))
        return DONE if name else MISUSED
    module_name = _MODULE_BY_COMMAND.get(name)
    if module_name is None:
        near = nearest(name, list(_MODULE_BY_COMMAND))
        key = "usage.unknown-command-near" if near else "usage.unknown-command"
        raise UsageError([say(lang, key, found=name, near=near, known=", ".join(_MODULE_BY_COMMAND))])
    if "--help" in rest or "-h" in rest:
        print(say(lang, f"help.{name}"))
        return DONE
    module = import_module(f"panah.cli.{module_name}")
    request: Request = read_arguments(rest, module.OPTIONS, _today())
    code: int = module.run(request)
    sys.stdout.flush()
    return code


def _command(arguments: list[str]) -> tuple[str, list[str]]:
    """Take the first word that is no option (nor the value of ``--lang``) as the command."""
    for place, word in enumerate(arguments):
        before = arguments[place - 1] if place else ""
        if before == "--lang" or (word.startswith("--lang")):
            continue
        return word, arguments[:place] + arguments[place + 1 :]
    return "", []


def _printable(words: str) -> str:
    """Escape what could disturb a terminal: names of files and arguments may hold anything."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape", "surrogatepass").decode()
        for letter in words
    )


def _today() -> int:
    from datetime import date

    return date.today().toordinal()


def _speak_utf8() -> None:
    """Speak UTF-8 whatever the machine's settings: names and law are not in ASCII."""
    for stream in (sys.stdout, sys.stderr):
        encoding = getattr(stream, "encoding", "utf-8") or "utf-8"
        if encoding.lower().replace("-", "") != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
