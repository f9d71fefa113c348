"""The vocabulary: complete, in both languages, and the same after a cache."""

import json
import re
from pathlib import Path

import pytest

from panah.errors import PanahError
from panah.lawmodel.vocabulary import in_language, load_vocabulary, vocabulary_from

FOLDER = Path(__file__).parents[2] / "law" / "vocabulary"
VOCABULARY = load_vocabulary(FOLDER)
WHO = {"authority", "defence", "person", "origin", "other"}


def labels():
    for act in VOCABULARY.acts.values():
        yield act.id, act.label
    for group in (VOCABULARY.bodies, VOCABULARY.tracks, *VOCABULARY.stages.values(), *VOCABULARY.groups.values()):
        yield from group.items()


def test_every_word_has_a_russian_and_an_english_label():
    for word, label in labels():
        assert {"ru", "en"} <= set(label) <= {"ru", "en", "kk"}, word
        assert all(text.strip() == text and text for text in label.values()), word
        assert re.search("[а-яё]", label["ru"], re.IGNORECASE), word
        assert not re.search("[а-яё]", label["en"], re.IGNORECASE), word


def test_acts_belong_to_known_tracks_and_people():
    for act in VOCABULARY.acts.values():
        assert act.track in VOCABULARY.tracks
        assert act.by in WHO
        assert act.whereabouts is None or act.whereabouts in VOCABULARY.groups["outcomes"]


def test_fields_are_of_known_kinds_and_their_words_have_labels():
    for act in VOCABULARY.acts.values():
        for name, field in act.fields.items():
            assert field.kind in {"word", "text", "date", "period", "country", "act-id"}
            assert bool(field.words) == (field.kind == "word")
            labelled = VOCABULARY.bodies if name == "body" else VOCABULARY.groups["values"]
            assert set(field.words) <= set(labelled)


def test_the_fixed_stages_and_outcomes_are_there():
    assert list(VOCABULARY.stages) == ["custody", "extradition", "asylum", "review", "expulsion", "international"]
    assert all(next(iter(stages)) == "none" for stages in VOCABULARY.stages.values())
    assert list(VOCABULARY.stages["asylum"]) == (
        ["none", "sought", "applied", "registered", "refused", "granted", "withdrawn", "ended"]
    )
    assert len(VOCABULARY.groups["outcomes"]) == 12
    assert len(VOCABULARY.groups["states"]) == 6


def test_only_the_engine_writes_derived_acts():
    derived = {"extradition-in-force", "release-due", "refusal-deemed", "time-lapsed"}
    assert set(VOCABULARY.acts) - VOCABULARY.user_acts == derived


def test_acts_of_the_seeking_state_that_move_the_host_track():
    assert {act.id for act in VOCABULARY.acts.values() if act.host} == {
        "wanted-listed",
        "extradition-requested",
        "request-withdrawn",
        "wanted-cancelled",
        "assurances-given",
    }


def test_a_vocabulary_from_a_cache_is_the_same():
    again = vocabulary_from(json.loads(json.dumps(VOCABULARY.plain)))
    assert again.acts == VOCABULARY.acts
    assert again.bodies == VOCABULARY.bodies
    assert again.groups == VOCABULARY.groups
    assert again.countries == VOCABULARY.countries


def test_labels_fall_back_to_russian_and_to_the_word_itself():
    assert VOCABULARY.label("detained", "kk") == "ұстап алу"
    assert VOCABULARY.label("views-adopted", "kk") == VOCABULARY.label("views-adopted", "ru") == "соображения приняты"
    assert VOCABULARY.label("supreme-court", "en") == "Supreme Court"
    assert VOCABULARY.label("custody", "en") == "custody"
    assert VOCABULARY.label("no-such-act", "ru") == "no-such-act"
    assert VOCABULARY.stage_label("custody", "bail", "ru") == "залог"
    assert VOCABULARY.word("states", "missed", "en") == "missed"
    assert in_language({}, "ru") == ""


def test_a_folder_without_the_files_names_them_all(tmp_path):
    (tmp_path / "acts.yaml").write_text("acts: [\n", encoding="utf-8")
    with pytest.raises(PanahError) as error:
        load_vocabulary(tmp_path)
    assert [problem.code for problem in error.value.problems] == ["yaml-syntax", "no-file", "no-file", "no-file"]
