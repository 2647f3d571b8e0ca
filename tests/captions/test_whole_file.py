from twinhall.captions.ports import SpeechEngines
from twinhall.captions.recording import Span, joined, uncovered, without
from twinhall.captions.whole_file import caption_recording
from twinhall.engines.fakes import FakeRecognizer, FakeVoiceActivity, fake_engines

from .conftest import SENTENCES

STRANGER = "something quite different that nobody ever wrote"


def test_a_recording_has_segments_and_what_was_said_between_them(voice, script, speak):
    audio = speak(0.5, SENTENCES[0], 0.5, STRANGER, 1.5, SENTENCES[1], 0.5)

    lines = caption_recording(fake_engines(voice), FakeRecognizer(voice), audio, "en", script)

    assert [(line.kind, line.segment or line.texts["en"], line.utterance) for line in lines] == [
        ("script", "1", 1),
        ("source", STRANGER, 2),
        ("script", "2", 3),
    ]
    assert abs(lines[0].start_ms - 500) < 40
    assert abs(lines[0].end_ms - 2500) < 240
    assert abs(lines[2].start_ms - 6250) < 40


def test_a_recording_without_a_script_is_recognised(voice, speak):
    audio = speak(0.5, STRANGER, 1.5, "and more", 0.5)

    lines = caption_recording(fake_engines(voice), FakeRecognizer(voice), audio, "en", None)

    assert [line.texts["en"] for line in lines] == [STRANGER, "and more"]


def test_a_silent_recording_has_no_lines(voice, script, speak):
    assert caption_recording(fake_engines(voice), FakeRecognizer(voice), speak(5.0), "en", script) == []


def test_without_engines_there_are_no_lines(script, speak):
    engines = SpeechEngines(FakeVoiceActivity(), None, None)

    assert caption_recording(engines, None, speak(0.5, SENTENCES[0]), "en", script) == []


def test_spans_are_joined_over_short_gaps_and_cut_by_covers():
    assert joined([Span(0, 1), Span(1.5, 2), Span(9, 10)], 1.0) == [Span(0, 2), Span(9, 10)]
    assert without(Span(0, 10), Span(3, 4), 0.2) == [Span(0, 2.8), Span(4.2, 10)]
    assert without(Span(0, 1), Span(3, 4), 0.2) == [Span(0, 1)]
    assert without(Span(3, 4), Span(0, 10), 0.2) == []


def test_what_no_cover_hides_is_left():
    covers = [Span(1, 2), Span(3, 4), Span(8, 9)]

    assert uncovered([Span(0, 5), Span(6, 7), Span(8, 9)], covers, 0.0) == [
        Span(0, 1),
        Span(2, 3),
        Span(4, 5),
        Span(6, 7),
    ]
