"""`bench/script_size.py` with engines that hear exactly."""

import json
import sys

import pytest

import _follow_run
import script_size
from _follow_cost import MeteredCaptions
from twinhall.engines.fakes import Voice, fake_engines


@pytest.fixture
def command(monkeypatch, make_recording, tmp_path):
    """command(sentences) measures scripts of 2 and 5 sentences; so many are there to make them longer."""
    voice = Voice()
    exact = {"forced": lambda language, script: MeteredCaptions(fake_engines(voice), language, script)}
    monkeypatch.setattr(_follow_run, "CAPTIONS", exact)
    make_recording("greeting", 2)

    def run(sentences: int) -> None:
        texts = tmp_path / "texts.tsv"
        texts.write_text("\n".join(["en", *(f"stranger {n}" for n in range(sentences))]))
        options = ["--language", "en", "--sizes", "2", "5", "--texts", str(texts)]
        monkeypatch.setattr(sys, "argv", ["script_size.py", str(tmp_path), *options])
        script_size.main()

    return run


def test_both_sizes_are_measured_in_each_language_and_in_all(command, capsys):
    command(9)

    told = json.loads(capsys.readouterr().out)
    assert told["settings"]["sizes"] == [2, 5]
    assert [row["language"] for row in told["figures"]] == ["en", "all"]
    for row in told["figures"]:
        assert set(row["ratio"]) == {"on_script", "off_script"}
        assert [row["sizes"][size]["patient"]["sentences"] for size in ("2", "5")] == [3, 3]


def test_too_few_sentences_for_a_long_script_are_told(command):
    with pytest.raises(SystemExit, match="script_size: en: only 1 sentences"):
        command(1)
