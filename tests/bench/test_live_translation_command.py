"""A run of `bench/live_translation.py` with engines that hear exactly, and what it counts."""

import json
import sys

import live_translation
from twinhall.captions.values import CaptionLine, Kind
from twinhall.engines.fakes import FakeTranslator, Voice, fake_engines
from twinhall.engines.live_translator import LiveTranslator
from twinhall.language.choice import Choice


def test_a_recording_is_played_and_counted(capsys, make_recording, tmp_path, monkeypatch):
    live = LiveTranslator(Choice({"fake": FakeTranslator()}, lambda source, target: ("fake",)))
    monkeypatch.setattr(live_translation, "speech_engines", lambda language: fake_engines(Voice()))
    monkeypatch.setattr(live_translation, "live_translator", lambda: live)
    monkeypatch.setattr(live_translation, "install_beside", lambda models, others: None)
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path))
    make_recording("greeting", 2)
    monkeypatch.setattr(sys, "argv", ["live_translation.py", str(tmp_path), "--endurance", "10"])

    live_translation.main()

    figures = json.loads(capsys.readouterr().out)
    (one,) = figures["each"]
    assert (one["sentences"], one["without_translation"], one["within_promised"]) == (2, 2, 0.0)  # only tones
    assert figures["endurance"]["sentences"] == 10


def line(kind: Kind, end_ms: int, *, final: bool = True, text: str = "x") -> CaptionLine:
    return CaptionLine(kind, None, 1, 0, final, 0, end_ms, {"pt": text})


def test_a_sentence_is_there_when_its_last_words_stand_in_a_final_line():
    lines = [
        (3.0, line(Kind.MACHINE, 2000)),
        (5.0, line(Kind.SOURCE, 4000)),
        (5.2, line(Kind.MACHINE, 3800)),
        (9.9, line(Kind.MACHINE, 9000)),
    ]

    assert live_translation.delay_s(lines, Kind.MACHINE, 4.0) == 5.2 - 4.0
    assert live_translation.delay_s(lines, Kind.SOURCE, 4.0) == 1.0
    assert live_translation.delay_s(lines, Kind.MACHINE, 4.5) is None  # five seconds late: nobody reads it


def test_what_a_reader_saw_taken_back_is_counted():
    lines = [(1.0, line(Kind.MACHINE, 1, text="abcd")), (2.0, line(Kind.MACHINE, 1, text="abxyz"))]

    assert live_translation.erasure(live_translation.revisions(lines, Kind.MACHINE, "pt")) == 0.4
