"""Runs of `bench/offscript.py` and `bench/speakers.py` with engines that hear exactly."""

import json
import sys

import pytest

import _hall
import offscript
import speakers
from twinhall.captions.values import CaptionLine, Kind
from twinhall.engines.fakes import Voice, fake_engines


def told(capsys, bench, *arguments: object) -> dict:
    sys.argv = [f"{bench.__name__}.py", *map(str, arguments)]
    bench.main()
    return json.loads(capsys.readouterr().out)


@pytest.fixture(autouse=True)
def engines(monkeypatch):
    """Engines that hear in a tone the one word that they know."""
    monkeypatch.setattr(sys, "argv", [])
    voice = Voice()
    monkeypatch.setattr(offscript, "speech_engines", lambda _language: fake_engines(voice))
    monkeypatch.setattr(_hall, "speech_engines", lambda _language: fake_engines(voice))


@pytest.mark.parametrize("bench", [offscript, speakers])
def test_without_recordings_they_say_where_they_looked(bench, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["bench", str(tmp_path)])

    with pytest.raises(SystemExit, match=f"no recording .* in {tmp_path}"):
        bench.main()


def test_what_was_not_recognised_is_all_wrong(capsys, make_recording, tmp_path):
    make_recording("greeting", 2)
    figures = told(capsys, offscript, tmp_path)

    (one,) = figures["each"]
    assert (one["cer"], one["erasure"], one["letters"]) == (1.0, 0.0, 18)


def line(text: str, revision: int) -> CaptionLine:
    return CaptionLine(Kind.SOURCE, None, 1, revision, False, 0, 0, {"en": text})


def test_letters_that_were_taken_back_are_counted():
    (revisions,) = offscript.utterances([(1.0, line("we ar", 0)), (2.0, line("we went", 1))], "en")

    assert offscript.erased(revisions) == 2
    assert offscript.shown([revisions]) == [
        ("w", 1.0),
        ("e", 1.0),
        ("w", 2.0),
        ("e", 2.0),
        ("n", 2.0),
        ("t", 2.0),
    ]


def test_a_meeting_of_two_is_simulated_faster_than_it_lasts(capsys, make_recording, tmp_path):
    make_recording("greeting", 2)
    make_recording("report", 1)
    figures = told(capsys, speakers, tmp_path, "--numbers", 2, "--simulated")

    one, two = figures["results"]
    assert one["alone"]["sentences"] == 3
    assert two["all_at_once"]["sentences"] == 3
    assert two["in_turn"]["lost_s"] == 0
    assert 0 < two["all_at_once"]["load_most"] <= 1
