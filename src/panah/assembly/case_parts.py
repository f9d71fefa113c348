"""What a text can name of the case: the person, the states, the acts with their sources, the charges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panah.assembly.declining import decline
from panah.assembly.filters import Length
from panah.assembly.later import cancelled_by, next_of_each
from panah.assembly.naming import name_of
from panah.assembly.rivals import other_days, versions
from panah.assembly.values import LONGEST_NAME, Gap, Keyed, Named, Part, clean
from panah.assembly.wording import clock_text, date_text, length_text, when_text
from panah.texts import say
from panah.timelimits import day_of

if TYPE_CHECKING:
    from panah.assembly.shapes import CitizenShape, SharedShape
    from panah.assembly.values import Book
    from panah.lawmodel import Law
    from panah.procedure.casefile import Act, CaseFile, Source

_WORDS = ("ground", "outcome", "kind", "how", "list", "penalty", "expulsion", "suspended", "electronic")
_TEXTS = ("treaty", "provision", "what")
_NATIONAL = frozenset({"custody", "extradition", "asylum", "review", "expulsion"})


class CaseParts:
    """Makes the parts of one case for one paper."""

    def __init__(self, casefile: CaseFile, law: Law, shared: SharedShape, book: Book, as_of: int) -> None:
        self.casefile = casefile
        self.law = law
        self.shared = shared
        self.book = book
        self.lang = book.lang
        self.as_of = as_of
        self._acts: dict[str, Part] = {}

    def person(self) -> Part:
        """The person: name and citizenship in their cases, aliases, profile."""
        case, words = self.casefile, self.law.vocabulary
        name = name_of(case, self.book)
        gender = case.gender or (decline(case.names.get("ru", "")).gender if case.persons == 1 else "")
        states = [self.state_words(code) for code in case.citizenship if code in self.law.vocabulary.countries]
        parts: dict[str, object] = {
            "name": name,
            "aliases": [clean(one, LONGEST_NAME) for one in case.aliases],
            "citizen": lambda: self._citizen(gender),
            "citizenship": ", ".join(states) or self._stateless(),
            "profile": [words.word("profiles", one, self.lang) for one in case.profile],
            "persons": case.persons,
            "several": case.persons > 1,
            "gender": gender,
        }
        return Part(self.book, "person", name.text if isinstance(name, Named) else "", parts)

    def _stateless(self) -> str | None:
        """Say that there is no citizenship; nothing where it is not known."""
        return self._noun(self.shared.stateless, "")["nom"] if self.casefile.citizenship else None

    def _citizen(self, gender: str) -> Named | None:
        codes = self.casefile.citizenship
        if not codes:
            return None
        if len(codes) == 1 and codes[0] not in self.law.vocabulary.countries:
            return Named(self.book, "person.citizen", self._noun(self.shared.stateless, gender), self._unsure("gender"))
        forms = self._noun(self.shared.citizens, gender)
        states = [self.state_words(code, "gen") for code in codes if code in self.law.vocabulary.countries]
        joined = say(self.lang, "draft.and").join(states)
        told = {case: f"{noun} {joined}" for case, noun in forms.items()}
        return Named(self.book, "person.citizen", told, self._unsure("gender"))

    def _noun(self, shapes: dict[str, CitizenShape], gender: str) -> dict[str, str]:
        found = shapes.get(self.lang, shapes["en"])
        forms = found.woman if gender == "woman" else found.man
        if self.lang != "ru":
            return dict.fromkeys(("nom", "gen", "dat", "acc", "ins", "pre"), forms["nom"])
        if not gender and found.man != found.woman:
            woman = found.woman
            return {
                case: self.book.check(f"{man}/{woman[case]}", self._unsure("gender")) for case, man in forms.items()
            }
        return forms

    def _unsure(self, what: str) -> str:
        return say(self.lang, f"draft.unsure-{what}")

    def state_words(self, code: str, case: str = "nom") -> str:
        """Name a state, in Russian in a case; one that has no words here is a marked gap with its code."""
        found = self.shared.states.get(code)
        if found is None:
            name = self.law.vocabulary.word("countries", code, self.lang)
            return self.book.gap(f"state.{code}", say(self.lang, "draft.state-unnamed", code=name))
        if self.lang != "ru":
            return found.en["nom"]
        forms = found.ru
        return forms[case]

    def states(self, codes: tuple[str, ...], path: str) -> Named | Gap:
        """Name one or several states as one noun."""
        if not codes:
            return Gap(self.book, path)
        joined = say(self.lang, "draft.and")
        forms = {
            case: joined.join(self.state_words(code, case) for code in codes)
            for case in ("nom", "gen", "dat", "acc", "ins", "pre")
        }
        return Named(self.book, path, forms)

    def acts(self) -> Keyed:
        """The last act of each kind that was not superseded; a kind that is not in the file is a gap."""
        last = {act.kind.replace("-", "_"): act for act in self._here()}
        found = {name: self.act(act, f"acts.{name}") for name, act in last.items()}
        return Keyed(self.book, "acts", found, absent=self._no_act)

    def _no_act(self, name: str) -> Gap:
        return Gap(self.book, f"acts.{name}", self.law.vocabulary.label(name.replace("_", "-"), self.lang))

    def every(self) -> Keyed:
        """All acts of each kind, in the order of their days."""
        found: dict[str, list[Part]] = {}
        for act in self._here():
            name = act.kind.replace("-", "_")
            found.setdefault(name, []).append(self.act(act, f"every.{name}"))
        return Keyed(self.book, "every", found, absent=lambda _: [])

    def timeline(self) -> list[Part]:
        """All acts in the order of their days."""
        return [self.act(act, f"acts.{act.kind.replace('-', '_')}") for act in self._counted()]

    def _here(self) -> list[Act]:
        """Give the acts that stand without proceedings of other countries: a detention there starts no term here."""
        kinds, stays = self.law.vocabulary.acts, self.casefile.stays
        return [
            act
            for act in self._counted()
            if act.country in {None, stays} or kinds[act.kind].track not in _NATIONAL or kinds[act.kind].host
        ]

    def _counted(self) -> list[Act]:
        """Give the acts that stand, in order: none after the day of the paper, of rival versions the first."""
        known = [act for act in self.casefile.acts if day_of(act.span.first) <= self.as_of]
        gone = {act.supersedes for act in known}
        acts = [act for act in known if act.id not in gone and act.alternative_to is None]
        return sorted(acts, key=lambda act: (act.span.first, act.order))

    def act_of(self, act_id: str) -> Part | None:
        """Give an act by its id; nothing for one that was only presumed or derived."""
        act = self.casefile.act(act_id)
        return None if act is None else self.act(act, f"acts.{act.kind.replace('-', '_')}")

    def act(self, act: Act, path: str) -> Part:
        """Give one act with everything it says of itself."""
        known = self._acts.get(act.id)
        if known is not None and known.path == path:
            return known
        lang, words = self.lang, self.law.vocabulary
        label = words.label(act.kind, lang)
        exact = act.span.last is not None and day_of(act.span.first) == day_of(act.span.last)
        date = date_text(act.span, lang)
        others = versions(self.casefile, act, self.as_of)
        rivals = [one for one in others if one.span != act.span or one.kind != act.kind]
        parts: dict[str, object] = {
            "label": label,
            "date": Part(self.book, f"{path}.date", date) if not rivals
            else lambda: Part(self.book, f"{path}.date", f"{date} {self._differ(act, rivals)}"),
            "when": when_text(act.span, lang) if not rivals
            else lambda: f"{when_text(act.span, lang)} {self._differ(act, rivals)}",
            "dated": lambda: self._dated(path, date, exact=exact),
            "time": clock_text(act.span) or None,
            "body": None if act.body is None else words.label(act.body, lang),
            "body_id": act.body,
            "outcome_id": act.fields.get("outcome"),
            "ground_id": act.fields.get("ground"),
            "place": lambda: self._words(act.place),
            "by": lambda: self._words(act.by),
            "words": lambda: self._words(act.words),
            "note": lambda: self._words(act.note),
            "country": None if act.country is None else self.law.vocabulary.word("countries", act.country, lang),
            "ref": lambda: self.reference(act.sources),
            "cited": bool(act.sources),
            "exact": exact,
            "certainty": words.word("certainties", act.certainty, lang),
            "disputed": act.certainty == "disputed" or bool(others),
            "differs": bool(rivals),
            "sources": [self.source_words(self.casefile.sources[name]) for name in act.sources],
            "of": lambda: None if act.of is None else self.act_of(act.of),
            "later": lambda: self._later(act, path),
            "cancelled": lambda: self._cancelled(act, path),
            "served": lambda: self._service(act, f"{path}.served", ""),
            "served_person": lambda: self._service(act, f"{path}.served_person", "person"),
            "served_counsel": lambda: self._service(act, f"{path}.served_counsel", "counsel"),
            "to": self._to(act),
            "by_country": act.fields.get("by-country"),
            "for": None if act.duration is None
            else Length(self.book, f"{path}.for", length_text(act.duration, lang), act.duration),
        }  # fmt: skip
        for name, span in (("until", act.until), ("set_for", act.set_for), ("leave_by", act.leave_by)):
            parts[name] = None if span is None else Part(self.book, f"{path}.{name}", date_text(span, lang))
        for name in _WORDS:
            value = act.fields.get(name)
            parts[name] = None if value is None else words.word("values", value, lang)
        for name in _TEXTS:
            value = act.fields.get(name)
            parts[name] = lambda value=value: self._words(value)
        made = self._acts[act.id] = Part(self.book, path, label, parts)
        return made

    def _dated(self, path: str, date: str, *, exact: bool) -> str:
        if exact:
            return say(self.lang, "draft.dated", day=date)
        asked = say(self.lang, "draft.dated-unknown", day=date)
        return say(self.lang, "draft.dated", day=self.book.gap(f"{path}.dated", asked))

    def _differ(self, act: Act, rivals: list[Act]) -> str:
        return other_days(act, rivals, self.book, self.law)

    def _words(self, text: str | None) -> str | None:
        """Give free words of the case, marked where they are in the alphabet of another language."""
        told = _shown(text)
        return None if told is None else self.book.translated(told)

    def _service(self, act: Act, path: str, to: str) -> Part | Gap:
        """Find the first service of an act, on the person or on counsel."""
        served = [one for one in self._counted() if one.kind == "served" and one.of == act.id]
        found = [one for one in served if not to or one.fields.get("to") == to]
        return self.act(found[0], path) if found else Gap(self.book, path)

    def _later(self, act: Act, path: str) -> Keyed:
        """Give the first act of each kind after an act; a kind that did not follow is a gap."""
        found = {kind.replace("-", "_"): one for kind, one in next_of_each(self._here(), act).items()}
        parts = {name: self.act(one, f"{path}.later.{name}") for name, one in found.items()}
        return Keyed(self.book, f"{path}.later", parts, absent=self._no_act)

    def _cancelled(self, act: Act, path: str) -> Part | None:
        found = cancelled_by(self._here(), act)
        return None if found is None else self.act(found, f"{path}.cancelled")

    def _to(self, act: Act) -> str | None:
        value = act.fields.get("to")
        if value is None:
            return None
        if act.kind == "served":
            return self.law.vocabulary.word("values", value, self.lang)
        if value in self.law.vocabulary.countries:
            return self.state_words(value)
        return clean(value)

    def reference(self, names: tuple[str, ...]) -> str:
        """Give the mark of a footnote with the sources of an act; nothing where it has none."""
        told = [self.source_words(self.casefile.sources[name]) for name in names if name in self.casefile.sources]
        return self.book.footnote("; ".join(dict.fromkeys(told)) + ".") if told else ""

    def source_words(self, source: Source) -> str:
        """Write a source: title, publisher, day, address."""
        title = f"«{clean(source.title)}»" if source.title and self.lang == "ru" else clean(source.title or "")
        day = "" if source.published is None else date_text(source.published, self.lang)
        told = [title, clean(source.publisher or ""), day, clean(source.url or "")]
        return ", ".join(one for one in told if one) or source.id

    def charges(self) -> list[dict[str, object]]:
        """What is alleged, as plain parts; the article, and what the law here makes of it, the law's side adds."""
        told: list[dict[str, object]] = []
        for charge in self.casefile.charges:
            text = "" if charge.text is None else clean(charge.text)
            sources = charge.sources
            told.append(
                {
                    "words": lambda text=text: self._words(text),
                    "text": lambda text=text: self._words(text),
                    "alleged": None if charge.alleged is None
                    else Part(self.book, "charges.alleged", date_text(charge.alleged, self.lang)),
                    "certainty": self.law.vocabulary.word("certainties", charge.certainty, self.lang),
                    "disputed": charge.certainty == "disputed",
                    "ref": lambda sources=sources: self.reference(sources),
                }
            )  # fmt: skip
        return told

    def sources(self) -> list[str]:
        """All sources of the acts that stand, in the order of their first use."""
        names = dict.fromkeys(name for act in self._counted() for name in act.sources)
        return [self.source_words(self.casefile.sources[name]) for name in names]


def _shown(text: str | None) -> str | None:
    return (clean(text) or None) if text else None
