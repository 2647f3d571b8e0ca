"""`twinhall caption --to`: recognised speech in the languages wanted, with engines that hear every word."""

import json

import pytest

from tests.commands.test_caption_input import ASIDE, NEXT, READ, audio, ear, engines, voice
from twinhall.engines import translators
from twinhall.engines.fakes import FakeTranslator
from twinhall.engines.live_translator import LiveTranslator
from twinhall.language.choice import Choice

__all__ = ["audio", "ear", "engines", "voice"]
TOLD = f"{ASIDE.capitalize()}."
KEYS = ["t", "kind", "segment", "utterance", "revision", "final", "start", "end", "texts"]


@pytest.fixture
def engine(monkeypatch):
    """The one engine there is: en into vi and pt."""
    made = FakeTranslator(without=frozenset({("en", "ja"), ("en", "fr")}))
    live = LiveTranslator(Choice({"fake": made}, lambda source, target: ("fake",)))
    monkeypatch.setattr(translators, "live_translator", lambda: live)
    return made


@pytest.fixture
def lines(twinhall):
    """lines("talk.wav", …) returns the JSON lines of a command, and what it said beside."""

    def run(*args: object) -> tuple[list[dict], str]:
        outcome = twinhall("caption", *args)
        assert outcome.code == 0, outcome.err
        return [json.loads(line) for line in outcome.out.splitlines()], outcome.err

    return run


@pytest.mark.parametrize("mode", ["--live", "--realtime"])
def test_as_in_a_meeting_the_words_come_first_and_their_translations_as_later_revisions(
    audio, engine, lines, mode
):
    told, said = lines(audio(0.3, ASIDE, 1.0), "--language", "en", "--to", "vi,pt", mode)

    words = next(line for line in told if line["final"])
    first, second = (line for line in told if line["kind"] == "machine")
    assert (words["kind"], words["texts"]) == ("source", {"en": TOLD})
    assert first["t"] >= words["t"]
    assert [line["revision"] - words["revision"] for line in (first, second)] == [1, 2]
    assert {line["utterance"] for line in told} == {1}
    assert second["texts"] == {"en": TOLD, "vi": f"[en-vi] {TOLD}", "pt": f"[en-pt] {TOLD}"}
    assert second["machine"]["pt"] == {
        "engine": "fake",
        "model": "fake en-pt",
        "pivot": None,
        "flags": [],
    }
    assert list(words) == KEYS
    assert list(second) == [*KEYS, "machine"]
    assert said == ""


def test_what_is_read_out_is_not_translated_by_a_machine(tmp_path, audio, engine, lines):
    script = tmp_path / "script.txt"
    script.write_text(f"{READ}\n{NEXT}\n")
    told, _ = lines(
        audio(0.3, READ, 0.5, NEXT, 0.5), "--language", "en", "--script", script, "--to", "vi", "--live"
    )

    assert {line["kind"] for line in told} == {"script"}
    assert not any(READ in sentence for job in engine.jobs for sentence in job.sentences)


def test_without_an_engine_for_a_language_the_words_stay_and_it_is_said(audio, engine, lines):
    told, said = lines(audio(0.3, ASIDE, 1.0), "--language", "en", "--to", "ja", "--live")

    assert [line["texts"] for line in told if line["final"]] == [{"en": TOLD}]
    assert said == (
        "twinhall caption: nothing here translates en-ja: fake has no en-ja;"
        " what is said off the script stays in en\n"
    )


def test_an_engine_that_fails_is_told_of_and_the_words_stay(audio, engine, lines):
    engine.fails = True
    told, said = lines(audio(0.3, ASIDE, 1.0), "--language", "en", "--to", "vi")

    assert [line["kind"] for line in told] == ["source"]
    assert "1 sentences were not translated into vi: fake was told to fail" in said


def test_a_language_that_only_the_engine_knows_is_taken(audio, engine, twinhall):
    spoken = audio(0.3, ASIDE, 1.0)
    taken = twinhall("caption", spoken, "--language", "en", "--to", "pt")
    refused = twinhall("caption", spoken, "--language", "en", "--to", "fr")

    assert "[en-pt]" in taken.out
    assert (refused.code, "unknown language 'fr'" in refused.err) == (2, True)


def test_subtitles_say_at_their_head_what_translated_them_and_mark_each(audio, engine, twinhall):
    spoken = audio(0.3, ASIDE, 1.0)
    vtt = twinhall("caption", spoken, "--language", "en", "--to", "vi,en", "--format", "vtt").out
    srt = twinhall("caption", spoken, "--language", "en", "--to", "vi", "--format", "srt").out

    assert "Phụ đề [máy dịch] do máy (fake: fake en-vi) dịch, chưa có người kiểm tra." in vtt
    assert "<c.machine><lang vi>[máy dịch] [en-vi] something" in vtt
    assert "<c.source><lang en>[máy ghi] something" in vtt
    assert "[máy dịch] [en-vi] something" in srt


def test_terms_are_exact_in_captions_too(tmp_path, audio, engine, lines):
    terms = tmp_path / "terms.tbx"
    terms.write_text(
        '<?xml version="1.0"?><tbx type="TBX-Basic" style="dca" xml:lang="en"'
        ' xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1">'
        '<langSec xml:lang="en"><termSec><term>festival of music</term></termSec></langSec>'
        '<langSec xml:lang="vi"><termSec><term>lễ hội âm nhạc</term></termSec></langSec></conceptEntry>'
        "</body></text></tbx>"
    )
    spoken = audio(0.3, "next autumn we plan a common festival of music", 1.0)
    told, _ = lines(spoken, "--language", "en", "--to", "vi", "--terms", terms, "--live")

    assert told[-1]["texts"]["vi"].endswith("a common lễ hội âm nhạc.")
