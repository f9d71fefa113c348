"""``panah draft``: a filing from a case, first of all by when it must be filed; a person's edits are never lost."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from panah.cli.arguments import Request, UsageError
from panah.cli.cases import find_cases, open_law, tell
from panah.cli.documents import find_document, open_catalogue
from panah.dates import clock_words, day_words, weekday_words
from panah.errors import PanahError
from panah.lawmodel.vocabulary import in_language
from panah.texts import say, shown

if TYPE_CHECKING:
    from panah.assembly.catalogue import Document
    from panah.assembly.drafting import Draft
    from panah.assembly.edited import Change
    from panah.procedure.casefile import CaseFile
    from panah.procedure.position import Deadline, Remedy

OPTIONS = {"as-of": True, "o": True, "pdf": True, "anonymous": False}


def run(request: Request) -> int:
    """Draft one document from one case.

    Returns:
        0 when it was written; 1 when the document or the case has errors, or when the file that is there was changed
        by a person: then the new draft lies beside it.

    Raises:
        UsageError: The document or the case is not there, or no file was named.
    """
    lang = request.lang
    if len(request.places) != 2:
        raise UsageError([say(lang, "usage.draft-places")])
    target = request.chosen.get("o", "")
    if not target.endswith(".docx"):
        raise UsageError([say(lang, "usage.draft-output")])
    law = open_law(lang)
    catalogue, _ = open_catalogue(lang)
    if law is None or catalogue is None:
        return 1
    document = find_document(catalogue, request.places[0], lang)
    if lang not in document.texts:
        known = ", ".join(document.texts)
        raise UsageError([say(lang, "usage.draft-language", document=document.told.id, found=lang, known=known)])
    cases = find_cases(request, law, request.places[1:])
    if len(cases.paths) != 1:
        raise UsageError([say(lang, "usage.draft-places")])
    code = 0
    for casefile in cases:
        from panah.assembly.anonymous import without_identity
        from panah.assembly.drafting import draft

        told = without_identity(casefile, law) if request.has("anonymous") else casefile
        try:
            made = draft(document, told, law, catalogue.shared, lang, request.as_of)
        except PanahError as error:
            tell(error.problems, lang)
            return 1
        # the file first, the words after: whoever reads only the first line of a pipe has the draft all the same
        said: list[str] = []
        try:
            code = _write(made, Path(target), request, said)
        finally:
            for line in [*_announced(made, document, told, request), *said]:
                print(line)
    return cases.finish() or code


def _announced(made: Draft, document: Document, casefile: CaseFile, request: Request) -> list[str]:
    """Say by when to file, then what the case does not say, then what to look at."""
    lang = request.lang
    lines = _by_when(made, document, lang)
    until = document.told.verified_until
    from panah.timelimits import parse_day

    if parse_day(until) < request.as_of:
        lines.append(say(lang, "draft.verified", day=day_words(parse_day(until), lang)))
    if made.missing:
        lines += [say(lang, "draft.missing"), *(f"  · {shown(gap.words)}" for gap in made.missing)]
    checks = list(made.to_check)
    if lang == "ru" and "ru" in casefile.names and casefile.persons == 1:
        from panah.assembly.declining import CASES, decline

        forms = decline(casefile.names["ru"], casefile.gender, casefile.name_forms.get("ru")).forms
        told = [forms[case] for case in CASES if case in forms]
        if told:
            checks.append(say(lang, "draft.names", forms=", ".join(told)))
    if checks:
        lines += [say(lang, "draft.check"), *(f"  · {shown(words)}" for words in checks)]
    return lines


def _by_when(made: Draft, document: Document, lang: str) -> list[str]:
    """Say the last day by the earliest count, and where the paper goes."""
    position = made.position
    served = set(document.told.remedies)
    all_terms = [item for item in position.deadlines if item.limit.id in served]
    running = [item for item in all_terms if item.state != "met"]
    open_ones = [item for item in position.remedies if item.limit.id in served]
    due = min((item for item in running if item.safe >= position.as_of), key=lambda item: item.safe, default=None)
    if due is not None:
        hour = "" if due.minute is None else say(lang, "draft.file-hour", clock=clock_words(due.minute))
        lines = [say(lang, "draft.file-by", day=weekday_words(due.safe, lang), hour=hour)]
    elif running:
        lines = [_late(max(running, key=lambda item: item.safe), position.as_of, lang)]
    elif all_terms:
        lines = [say(lang, "draft.file-again")]
    else:
        lines = [say(lang, "draft.file-today")]
    where = _where(running, open_ones, document, lang)
    return [*lines, say(lang, "draft.file-where", where=where)] if where else lines


def _late(item: Deadline, as_of: int, lang: str) -> str:
    """Say that a term is over, by one reading or by all, and what the law lets the defence do then."""
    what = in_language(item.limit.if_missed, lang) or say(lang, "draft.file-now")
    if item.latest is not None and item.latest < as_of:
        return say(lang, "draft.file-over", what=what, day=weekday_words(item.latest, lang))
    return say(lang, "draft.file-late", what=what, day=weekday_words(item.safe, lang))


def _where(running: list[Deadline], open_ones: list[Remedy], document: Document, lang: str) -> str:
    addressee = in_language(document.told.addressee, lang)
    limits = [*(item.limit for item in running), *(item.limit for item in open_ones)]
    found = [in_language(limit.where, lang) for limit in limits if limit.where]
    return next(iter(found), addressee)


def _write(made: Draft, target: Path, request: Request, said: list[str]) -> int:
    """Write the files and add to ``said`` what was done; a file that a person changed stays as it is."""
    lang, code = request.lang, 0
    try:
        if target.exists():
            from panah.assembly.edited import changes

            edits = changes(target.read_bytes(), made.paragraphs)
            if edits is not None:
                kept, target = target, _beside(target, made)
                said.append(say(lang, "draft.edited", file=shown(str(kept)), new=shown(str(target))))
                said += _told(edits, lang)
                code = 1
        _put(target, made.word)
        said.append(say(lang, "draft.written", file=shown(str(target))))
        if "pdf" in request.chosen:
            from panah.assembly.printing import pdf_of

            page = Path(request.chosen["pdf"])
            _put(page, pdf_of(made.word, lang, in_language(made.document.told.title, lang), request.as_of))
            said.append(say(lang, "draft.written", file=shown(str(page))))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError([say(lang, "usage.draft-kept", file=str(target), reason=reason)]) from error
    return code


def _beside(target: Path, made: Draft) -> Path:
    """Find a name for the new draft beside a changed one: one that is free, or that nobody has changed."""
    from panah.assembly.edited import changes

    number = 1
    while True:
        path = target.with_suffix(f".new{'' if number == 1 else number}.docx")
        if not path.exists() or changes(path.read_bytes(), made.paragraphs) is None:
            return path
        number += 1


def _told(edits: list[Change], lang: str) -> list[str]:
    lines: list[str] = []
    for edit in edits:
        lines.append(say(lang, "draft.change-theirs" if edit.theirs else "draft.change-ours"))
        for key, texts in (("stands", edit.stands), ("drafted", edit.drafted)):
            told = texts or [say(lang, "draft.word-for-gap")]
            lines += [say(lang, f"draft.{key}", text=shown(text)) for text in told]
    return lines


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        unfinished.touch(mode=0o600)
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
