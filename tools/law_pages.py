"""Write the law as documents: ``docs/law/<pack>/<track>.<lang>.md`` and ``docs/law/index.md``, from ``law/``.

A page holds one track of one pack: its limits, protections, breaches and moves with words, provisions, editions,
readings, worked examples, confidence and open questions, and what is not modelled; one more page (``routes``) holds
its routes, steps, filings and moments of return outside the law. The invented country has no pages.
"""

from pathlib import Path

from panah.cli.route_rule_page import KINDS, RouteRulePage, route_rules
from panah.cli.rule_page import RulePage
from panah.cli.screen import Screen
from panah.dates import day_words
from panah.lawmodel import Breach, Edition, Law, Limit, Move, Pack, Shield, read_law
from panah.lawmodel.citations import cite_url, cite_words, cites_words
from panah.lawmodel.doubts import Doubt, read_doubts
from panah.lawmodel.plain import Plain
from panah.lawmodel.vocabulary import in_language
from panah.texts import say
from panah.yamlfiles import read_yaml

ROOT = Path(__file__).resolve().parents[1]
LAW = ROOT / "law"
PAGES = ROOT / "docs" / "law"
LANGUAGES = ("ru", "en")
INVENTED = "xx"
_UNWRAPPED = Screen(width=1_000_000, colour=False)
_WORDS = {
    "ru": {
        "made": "Страница сделана из файлов `law/` программой `tools/law_pages.py`. Слова здесь наши, не закона: "
        "официальный текст — по ссылкам. Юрист страны этого не подтвердил.",
        "version": "Версия {version}; тексты сверены по {day}.",
        "limits": "Сроки",
        "shields": "Что мешает возвращению",
        "breaches": "Нарушения",
        "moves": "Переходы",
        "left-out": "Не смоделировано",
        "doubts": "Открытые вопросы",
        "index": "Право",
        "route": "Пути",
        "exposure": "Моменты возврата помимо закона",
        "step": "Шаги",
        "filing": "Что подать",
    },
    "en": {
        "made": "This page is made from the files in `law/` by `tools/law_pages.py`. The words are ours, not the "
        "law's: the official text is behind the links. No lawyer of the country has confirmed it.",
        "version": "Version {version}; texts checked up to {day}.",
        "limits": "Limits",
        "shields": "What stands against return",
        "breaches": "Breaches",
        "moves": "Moves",
        "left-out": "Not modelled",
        "doubts": "Open questions",
        "index": "The law",
        "route": "Routes",
        "exposure": "Moments of return outside the law",
        "step": "Steps",
        "filing": "Filings",
    },
}


class Chapter(RulePage):
    """One rule as a chapter: the page of ``panah law show``, as Markdown."""

    examples: dict[str, list[str]]

    def markdown(self) -> list[str]:
        """Give the chapter without its heading."""
        told = [f"`{self.name()}`"]
        for line in self.lines()[2:-2]:
            words = line.strip()
            depth = len(line) - len(line.lstrip())
            bullet = "- " if depth == 4 else "  - " if depth > 4 else ""
            if (words and not bullet) or (bullet and told[-1] and not told[-1].lstrip().startswith("- ")):
                told.append("")
            if words:
                told.append(bullet + words)
        return told

    def name(self) -> str:
        """Give the id of the rule."""
        return self.rule.id

    def title(self) -> str:
        """Give the heading."""
        return self._title()

    def _fact(self, key: str, words: str) -> list[str]:
        return [f"    **{self._say(f'fact-{key}')}:** {words}"] if words else []

    def _link(self, cite: str) -> list[str]:
        url = cite_url(cite, self.law)
        words = cite_words(cite, self.law, self.lang)
        return [f"    [{words}]({url})" if url else f"    {words}"]

    def _examples(self) -> list[str]:
        names = self.examples.get(self.name(), [])
        if not names:
            return []
        return ["", f"  {self._say('examples').capitalize()}:", *(f"    {name}" for name in names)]

    def _left_out(self) -> list[str]:
        return []


class RuleChapter(Chapter):
    """A limit, shield, breach or move."""

    def _edition(self, edition: Edition) -> list[str]:
        head, *rest = super()._edition(edition)
        return [f"  **{head.strip()}**", *rest]


class RouteRuleChapter(Chapter, RouteRulePage):
    """A route, a moment, a step or a filing."""

    def name(self) -> str:
        """Give the id of the rule."""
        return self.id

    def _rule(self) -> list[str]:
        head, *rest = super()._rule()
        return [f"  **{head.strip()}**", *rest]


def pages() -> dict[str, str]:
    """Give every page by its path below ``docs/law``."""
    law, problems = read_law(LAW)
    if law is None:
        raise SystemExit("\n".join(str(problem) for problem in problems))
    doubts = read_doubts(LAW)
    made: dict[str, str] = {}
    packs = [pack for name, pack in law.packs.items() if name != INVENTED]
    for pack in packs:
        examples = _examples(pack)
        for track in pack.tracks:
            for lang in LANGUAGES:
                made[f"{pack.id}/{track}.{lang}.md"] = _page(pack, track, lang, law, doubts, examples)
        if pack.routes:
            for lang in LANGUAGES:
                made[f"{pack.id}/routes.{lang}.md"] = _routes_page(pack, lang, law, examples)
    made["index.md"] = _index(packs, law)
    return made


def _examples(pack: Pack) -> dict[str, list[str]]:
    """Give the names of the worked examples by the rules they work."""
    found: dict[str, list[str]] = {}
    for path in sorted((LAW / pack.id / "examples").glob("*.yaml")):
        node, _ = read_yaml(path.read_bytes(), path.name)
        for example in Plain(None if node is None else node.data).parts("examples"):
            for rule in example.words("rules"):
                found.setdefault(rule, []).append(example.text("name"))
    return found


def _page(pack: Pack, track: str, lang: str, law: Law, doubts: dict[str, Doubt], examples: dict[str, list[str]]) -> str:
    words = _WORDS[lang]
    label = law.vocabulary.label(track, lang)
    lines = [f"# {in_language(pack.label, lang)}: {label}", "", words["made"], "", _version(pack, lang)]
    here = {rule.file for rule in (*pack.limits, *pack.shields, *pack.moves) if rule.track == track}
    kinds: dict[str, list[Limit | Shield | Breach | Move]] = {
        "limits": [rule for rule in pack.limits if rule.track == track],
        "shields": [rule for rule in pack.shields if rule.track == track],
        "breaches": [breach for breach in pack.breaches.values() if breach.file in here],
        "moves": [rule for rule in pack.moves if rule.track == track],
    }
    named: list[str] = []
    for kind, rules in kinds.items():
        if not rules:
            continue
        lines += ["", f"## {words[kind]}"]
        for rule in sorted(rules, key=lambda rule: (rule.file, rule.line, rule.id)):
            chapter = RuleChapter(rule, law, lang, _UNWRAPPED)
            chapter.examples = examples
            lines += ["", f"### {chapter.title()}", "", *chapter.markdown()]
            if not isinstance(rule, Breach):
                named += [name for edition in rule.editions for name in edition.doubts]
    lines += _left_out(pack, track, law, lang)
    open_here = [doubts[name] for name in doubts if name in named]
    if open_here:
        lines += ["", f"## {words['doubts']}", ""]
        for doubt in open_here:
            cites = cites_words(doubt.touches, law, lang)
            lines.append(f"- {doubt.id}: {in_language(doubt.words, lang)} ({cites})")
    return "\n".join(lines).replace("<", "\\<") + "\n"


def _routes_page(pack: Pack, lang: str, law: Law, examples: dict[str, list[str]]) -> str:
    head = f"# {in_language(pack.label, lang)}: {say(lang, 'law.routes')}"
    lines = [head, "", _WORDS[lang]["made"], "", _version(pack, lang)]
    before = ""
    for rule_id, rule in route_rules(pack):
        kind = KINDS[type(rule)]
        if kind != before:
            lines += ["", f"## {_WORDS[lang][kind]}"]
            before = kind
        chapter = RouteRuleChapter((rule_id, rule), law, lang, _UNWRAPPED)
        chapter.examples = examples
        lines += ["", f"### {chapter.title()}", "", *chapter.markdown()]
    return "\n".join(lines).replace("<", "\\<") + "\n"


def _version(pack: Pack, lang: str) -> str:
    day = "—" if pack.verified_until is None else day_words(pack.verified_until, lang)
    return _WORDS[lang]["version"].format(version=pack.version, day=day)


def _left_out(pack: Pack, track: str, law: Law, lang: str) -> list[str]:
    near = [item for item in pack.not_modelled if item.track == track]
    if not near:
        return []
    lines = ["", f"## {_WORDS[lang]['left-out']}", ""]
    for item in near:
        cite = cites_words(item.provisions, law, lang)
        lines.append(f"- {in_language(item.why, lang)}{f' ({cite})' if cite else ''}")
    return lines


def _index(packs: list[Pack], law: Law) -> str:
    lines = [f"# {_WORDS['ru']['index']} · {_WORDS['en']['index']}"]
    for pack in packs:
        lines += ["", "## " + " · ".join(in_language(pack.label, lang) for lang in LANGUAGES)]
        lines += ["", *(line for lang in LANGUAGES for line in (_version(pack, lang), ""))]
        for track in pack.tracks:
            links = [f"[{law.vocabulary.label(track, lang)}]({pack.id}/{track}.{lang}.md)" for lang in LANGUAGES]
            lines.append("- " + " · ".join(links))
        if pack.routes:
            links = [f"[{say(lang, 'law.routes')}]({pack.id}/routes.{lang}.md)" for lang in LANGUAGES]
            lines.append("- " + " · ".join(links))
        for track, why in pack.tracks_not_modelled.items():
            told = (f"{law.vocabulary.label(track, lang)}: {in_language(why, lang)}" for lang in LANGUAGES)
            lines.append("- " + " · ".join(told))
        for lang in LANGUAGES:
            lines += _left_out(pack, "", law, lang) and ["", f"### {_WORDS[lang]['left-out']}"]
            lines += _left_out(pack, "", law, lang)[2:]
    return "\n".join(lines) + "\n"


def write() -> None:
    """Write every page, and take away those of tracks that are no more."""
    made = pages()
    for path in PAGES.rglob("*.md"):
        if path.relative_to(PAGES).as_posix() not in made:
            path.unlink()
    for name, text in made.items():
        path = PAGES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
    print(PAGES.relative_to(ROOT))
