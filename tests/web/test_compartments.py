"""Compartments through the pages: opened on purpose, one by one, and nowhere else. The day is 2 February 2026."""

import re

import pytest

CASE = b"""panah: 1
case: example
person: {name: {en: Jane Doe, ru: Examplova}, aliases: [Dzhein], citizenship: [RU], profile: [activist]}
stays: XX
wanted-by: RU
acts:
  - {id: arrest, date: 2026-01-20, act: detained, ground: wanted}
"""
CLOSED = "/cases/K1/parts/compartments"
WRITTEN = {
    "health": {"diagnoses": "marker-asthma", "doctor": "marker-doctor"},
    "family": {"who": "marker-mother", "at-risk": "marker-threat"},
    "whereabouts": {"now": "marker-street", "sign": "marker-sign"},
}
IDENTITY = {"name-en": "Jane Doe", "name-ru": "Examplova", "aliases": "Dzhein", "citizenship": "RU", "persons": "1"}


@pytest.fixture
def lawyer(office):
    """A lawyer with one case who sees names."""
    office.send_files("/import", [("one.yaml", CASE)])
    office.post("/names", seen_on="/cases")
    return office


def version(answer):
    return re.search(r'name="version" value="(\d+)"', answer.page).group(1)


def write(lawyer, kind, **fields):
    path = f"{CLOSED}/{kind}"
    return lawyer.post(path, version=version(lawyer.get(path)), **fields)


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_compartment_keeps_what_is_written_and_shows_it_with_names_only(lawyer, kind):
    assert "Empty so far." in lawyer.get(CLOSED).words
    kept = write(lawyer, kind, **WRITTEN[kind], nobodys="not kept")
    assert kept.url.endswith(f"{kind}?done=saved")
    for words in WRITTEN[kind].values():
        assert words in kept.page
    assert "not kept" not in kept.page
    lawyer.post("/names", seen_on="/cases")
    hidden = lawyer.get(f"{CLOSED}/{kind}")
    assert "marker" not in hidden.page
    assert "Names are hidden" in hidden.words


def test_nothing_of_a_compartment_is_on_another_page_in_search_or_in_an_export(lawyer):
    for kind, fields in WRITTEN.items():
        write(lawyer, kind, **fields)
    pages = ["/", "/book", "/cases", "/cases/K1", "/cases/K1/add", "/cases/K1/what-if", "/cases/K1/export", "/settings"]
    pages += [f"/cases/K1/parts/{part}" for part in ("people", "courts", "tasks", "notes", "access", "history")]
    pages += [CLOSED, f"{CLOSED}/identity", "/reminders"]
    answers = [lawyer.get(page) for page in pages]
    answers += [lawyer.post("/search", wanted=words) for words in ("asthma", "street", "mother")]
    made = lawyer.post("/cases/K1/travel", names="yes")
    answers.append(made)
    answers.append(lawyer.get(re.search(r'href="(/travel/\w+)"', made.page).group(1)))
    for answer in answers:
        assert answer.status == 200, answer.url
        assert b"marker" not in answer.bytes, answer.url


def test_of_two_windows_on_a_compartment_the_second_is_refused_with_its_text_kept(lawyer):
    write(lawyer, "health", diagnoses="as it was")
    opened = version(lawyer.get(f"{CLOSED}/health"))
    lawyer.post(f"{CLOSED}/health", version=opened, diagnoses="of the first")
    second = lawyer.post(f"{CLOSED}/health", version=opened, diagnoses="of the second")
    assert second.status == 409
    assert "changed while you wrote" in second.words
    assert "Recorded now diagnoses and complaints: of the first" in second.words
    assert ">of the second</textarea>" in second.page
    assert "of the first" in lawyer.get(f"{CLOSED}/health").page
    lawyer.post(f"{CLOSED}/health", version=version(second), diagnoses="of both")
    assert "of both" in lawyer.get(f"{CLOSED}/health").page


def test_what_is_written_is_never_taken_for_code(lawyer):
    script = "</textarea><script>alert(1)</script>"
    assert script not in write(lawyer, "health", diagnoses=script).page
    assert script not in write(lawyer, "identity", **{**IDENTITY, "aliases": script}).page


def test_identity_is_changed_and_exported_with_the_case(lawyer):
    kept = write(
        lawyer,
        "identity",
        **{**IDENTITY, "name-kk": "Джейн", "aliases": "Dzhein\nJ. D.\n", "citizenship": "ru, stateless"},
        profile=["journalist", "soldier"],
        gender="woman",
        **{"form-ru-gen": "Examplovoi"},
    )
    assert kept.url.endswith("done=saved")
    told = lawyer.get("/cases/K1/export").page
    assert "name: {ru: Examplova, kk: Джейн, en: Jane Doe}" in told
    assert "aliases: [Dzhein, J. D.]" in told
    assert "citizenship: [RU, stateless]" in told
    assert "profile: [journalist, soldier]" in told
    assert "gender: woman" in told
    assert "ru: {gen: Examplovoi}" in told
    assert "case: example" in told
    assert "persons" not in told
    again = write(lawyer, "identity", **{**IDENTITY, "persons": "3"})
    assert 'value="Examplovoi"' not in again.page
    told = lawyer.get("/cases/K1/export").page
    assert "persons: 3" in told
    assert "gender" not in told


def test_saving_identity_as_it_is_shown_changes_nothing(lawyer):
    before = lawyer.get("/cases/K1/export").page
    assert write(lawyer, "identity", **IDENTITY, profile="activist").url.endswith("done=saved")
    assert lawyer.get("/cases/K1/export").page == before


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name-en": "", "name-ru": ""}, "the person has no name"),
        ({"citizenship": "RUS"}, "RUS"),
        ({"persons": "several"}, "several"),
        ({"profile": "spy"}, "spy"),
    ],
)
def test_an_identity_that_is_none_is_refused_in_words_and_stays_in_the_form(lawyer, wrong, words):
    before = lawyer.get("/cases/K1/export").page
    refused = write(lawyer, "identity", **{**IDENTITY, "aliases": "kept words", **wrong})
    assert words in refused.page.split('role="alert"')[1].split("</div>")[0]
    assert "kept words" in refused.page
    assert lawyer.get("/cases/K1/export").page == before
