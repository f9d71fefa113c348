"""What is wrong with documents: names that do not exist, facts not declared, citations the law does not have.

Whether a filled draft holds what its article asks for is found by filling the examples (`unmet`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from panah.assembly.checking_text import Used, citations_of, names_of
from panah.assembly.filling import Template
from panah.assembly.names import FACTS, KINDS
from panah.assembly.sandbox import TextError
from panah.assembly.wordfile import WordError, open_word
from panah.errors import Problem
from panah.lawmodel.vocabulary import in_language
from panah.yamlfiles import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panah.assembly.catalogue import Catalogue, Document
    from panah.assembly.drafting import Draft
    from panah.lawmodel import Law

_ROOTS = {"limits": "limit", "broken_by": "breach", "protected_by": "protection"}


def check(catalogue: Catalogue, law: Law, provisions: set[str]) -> list[Problem]:
    """Check every document.

    Args:
        catalogue: The documents.
        law: Every pack there is.
        provisions: Every provision that files of the law name (:func:`panah.assembly.citing.provisions_of`).
    """
    return [problem for one in catalogue.documents.values() for problem in _Check(one, law, provisions).problems()]


def unmet(document: Document, draft: Draft, lang: str) -> list[Problem]:
    """Find the lines of the checklist that a filled draft does not meet."""
    text = " ".join(draft.paragraphs).casefold()
    return [
        Problem(
            document.file,
            document.node.line(("checklist", number)),
            "document-unmet",
            {"what": in_language(item.what, lang), "found": in_language(item.found_by, lang), "lang": lang},
        )
        for number, item in enumerate(document.told.checklist)
        if lang in item.found_by and item.found_by[lang].casefold() not in text
    ]


class _Check:
    def __init__(self, document: Document, law: Law, provisions: set[str]) -> None:
        self.document = document
        self.told = document.told
        self.law = law
        self.provisions = provisions
        self.used: dict[str, set[str]] = {}

    def _problem(self, path: tuple[str | int, ...], code: str, **values: str) -> Problem:
        return Problem(self.document.file, self.document.node.line(path), code, values)

    def problems(self) -> Iterator[Problem]:
        yield from self._remedies()
        yield from self._received()
        yield from self._words()
        if not self.told.examples:
            yield self._problem(("id",), "document-no-example")
        for lang, data in self.document.texts.items():
            yield from self._text(lang, data)
        yield from self._facts()

    def _words(self) -> Iterator[Problem]:
        for lang in self.told.languages:
            for key, words in (("title", self.told.title), ("addressee", self.told.addressee)):
                if lang not in words and (words or key == "title"):
                    yield self._problem((key,), "document-no-language", key=key, lang=lang)
        places: list[tuple[tuple[str | int, ...], list[str]]] = [(("cite",), self.told.cite)]
        places += [(("checklist", number), item.cite) for number, item in enumerate(self.told.checklist)]
        for at, citations in places:
            for cite in citations:
                if cite not in self.provisions:
                    yield self._problem(at, "document-citation", found=cite, known=self._near(cite))

    def _facts(self) -> Iterator[Problem]:
        """Find facts that are declared and do not exist or are not used; asked once all texts are read."""
        every = {path for paths in self.used.values() for path in paths}
        for number, annex in enumerate(self.told.annexes):
            if annex.when:
                every.add(annex.when)
                if not _known(annex.when, self.law):
                    yield self._problem(("annexes", number), "document-unknown-name", name=annex.when, known="-")
        facts = self.told.facts
        for kind, names in (("needed", facts.needed), ("optional", facts.optional)):
            for name in names:
                if not _known(name, self.law):
                    yield self._problem(("facts", kind, name), "document-unknown-name", name=name, known="-")
                # a text that cannot be read may name any fact: nobody is told to take one out
                elif len(self.used) == len(self.document.texts) and not any(
                    path == name or path.startswith(f"{name}.") for path in every
                ):
                    yield self._problem(("facts", kind, name), "document-unused-fact", name=name)

    def _remedies(self) -> Iterator[Problem]:
        for number, remedy in enumerate(self.told.remedies):
            pack = self.law.packs.get(remedy.partition("/")[0])
            if pack is None or remedy not in pack.limit_by_id:
                known = () if pack is None else pack.limit_by_id
                near = ", ".join(nearest(remedy, known)) or "-"
                yield self._problem(("remedies", number), "document-unknown-rule", found=remedy, known=near)

    def _received(self) -> Iterator[Problem]:
        act, known = self.told.received_as, self.law.vocabulary.user_acts
        if act and act not in known:
            near = nearest(act, known)
            code = "unknown-act" if near else "unknown-act-far"
            yield self._problem(("received-as",), code, found=act, known=", ".join(near))

    def _near(self, cite: str) -> str:
        return ", ".join(nearest(cite, self.provisions)) or "-"

    def _text(self, lang: str, data: bytes) -> Iterator[Problem]:
        file = f"{self.document.folder.name}/{lang}.docx"
        try:
            source = Template(open_word(data).body()).source
            names, citations = names_of(source), citations_of(source)
        except (WordError, TextError) as error:
            line = error.line if isinstance(error, TextError) else 1
            yield Problem(file, line, error.code, {"found": error.found})
            return
        paths = self.used.setdefault(lang, set())
        for one in names:
            paths.add(one.path)
            yield from self._name(one, file)
        for one in citations:
            if one.path not in self.provisions:
                values = {"found": one.path, "known": self._near(one.path)}
                yield Problem(file, one.line, "document-citation", values)

    def _name(self, one: Used, file: str) -> Iterator[Problem]:
        if one.loose:
            known = ", ".join(nearest(one.path.rpartition(".")[2], _all_names()))
            yield Problem(file, one.line, f"document-{one.loose}", {"name": one.path, "known": known or "-"})
            return
        root, _, rest = one.path.partition(".")
        if root in _ROOTS and rest:
            rule = re.match(r"[a-z0-9-]+(/[a-z0-9-]+)*", rest)
            found = "" if rule is None else rule[0]
            if not self._has_rule(root, found):
                yield Problem(
                    file, one.line, "document-unknown-rule", {"found": found, "known": self._near_rule(found)}
                )
        if root in {"acts", "every"} and rest and not _known(one.path, self.law):
            values = {"name": one.path, "known": ", ".join(nearest(rest, _acts(self.law))) or "-"}
            yield Problem(file, one.line, "document-unknown-name", values)
        elif root in FACTS and (rest or KINDS["paper"][root] in {"noun", "text"}) and not self._declared(one.path):
            yield Problem(file, one.line, "document-undeclared", {"name": one.path})

    def _declared(self, path: str) -> bool:
        names = {*self.told.facts.needed, *self.told.facts.optional}
        return any(path == name or path.startswith(f"{name}.") for name in names)

    def _has_rule(self, root: str, rule: str) -> bool:
        pack = self.law.packs.get(rule.partition("/")[0])
        if pack is None:
            return False
        if root == "limits":
            return rule in pack.limit_by_id
        return rule in pack.breaches if root == "broken_by" else any(one.id == rule for one in pack.shields)

    def _near_rule(self, rule: str) -> str:
        pack = self.law.packs.get(rule.partition("/")[0])
        if pack is None:
            return ", ".join(self.law.packs)
        known = [*pack.limit_by_id, *pack.breaches, *(one.id for one in pack.shields)]
        return ", ".join(nearest(rule, known)) or "-"


def _acts(law: Law) -> list[str]:
    return [name.replace("-", "_") for name in law.vocabulary.user_acts]


def _known(path: str, law: Law) -> bool:
    """Whether a name exists: by the table of names, and acts by the vocabulary."""
    root, *rest = path.split(".")
    kind = KINDS["paper"].get(root, "")
    if root in {"acts", "every"} and rest and rest[0] not in _acts(law):
        return False
    for name in rest:
        parts = KINDS.get(kind.removeprefix("list:"), {})
        kind = parts.get("*") or parts.get(name, "")
        if not kind:
            return False
    return bool(kind)


def _all_names() -> set[str]:
    return {name for parts in KINDS.values() for name in parts}
