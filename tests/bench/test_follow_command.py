"""What `bench/follow.py` says when it cannot measure, and one run of it with engines that hear exactly."""

import json
import sys

import pytest

import _follow_run
import follow
from _follow_cost import MeteredCaptions
from twinhall.engines.fakes import Voice, fake_engines


@pytest.fixture
def command(monkeypatch):
    """command(*arguments) runs the benchmark."""

    def run(*arguments: object) -> None:
        monkeypatch.setattr(sys, "argv", ["follow.py", *map(str, arguments)])
        follow.main()

    return run


def test_without_recordings_it_says_where_it_looked(command, tmp_path):
    with pytest.raises(SystemExit, match=f"follow: no recording .* in {tmp_path}"):
        command(tmp_path)


def test_a_half_without_recordings_is_told(command, make_recording, tmp_path):
    make_recording("greeting", 2)

    with pytest.raises(SystemExit, match="follow: no recording is in the half tune"):
        command(tmp_path, "--half", "tune")


def test_a_follower_that_is_not_there_is_told_before_anything_is_computed(command, tmp_path, monkeypatch):
    monkeypatch.setattr(_follow_run, "CAPTIONS", {})

    with pytest.raises(SystemExit, match="the text follower is not part of twinhall yet"):
        command(tmp_path, "--follower", "text")


def test_figures_come_with_the_half_the_seeds_and_the_runs_they_are_of(
    command, make_recording, tmp_path, monkeypatch, capsys
):
    make_recording("greeting", 4)
    voice = Voice()
    deaf = {"forced": lambda language, script: MeteredCaptions(fake_engines(voice), language, script)}
    monkeypatch.setattr(_follow_run, "CAPTIONS", deaf)

    command(tmp_path, "--scenario", "straight", "adlib", "--seeds", "2", "--clock", "none")

    told = json.loads(capsys.readouterr().out)
    assert told["settings"]["half"] == "report"
    assert told["settings"]["seeds"] == [0, 1]
    assert [(row["scenario"], row["seed"]) for row in told["each"]] == [
        ("straight", 0),
        ("adlib", 0),
        ("adlib", 1),
    ]
    pooled = {(row["scenario"], row["language"]): row for row in told["figures"]}
    assert set(pooled) == {(s, tag) for s in ("straight", "adlib", "parted") for tag in ("en", "all")}
    assert pooled["adlib", "all"]["runs"] == 2
    assert pooled["straight", "en"]["patient"]["missed"] == 1.0  # the tones are no words of this voice
    assert pooled["straight", "en"]["patient"]["lag_p50_s"] == "never"
    assert len(told["each"][0]["late"]) == 4
