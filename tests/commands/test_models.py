import json

import pytest


@pytest.fixture(autouse=True)
def models(tmp_path, monkeypatch):
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


def test_a_missing_model_is_listed_with_the_way_to_get_it(twinhall):
    outcome = twinhall("models", "list")

    assert outcome.code == 0
    assert "whisper-base  missing  148 MB  MIT" in outcome.out
    assert "`twinhall models fetch whisper-base`" in outcome.out


def test_the_list_can_be_read_by_programs(twinhall):
    model = json.loads(twinhall("models", "list", "--json").out)

    assert (model["name"], model["state"], {len(f["sha256"]) for f in model["files"]}) == (
        "whisper-base",
        "missing",
        {64},
    )


def test_a_model_that_nobody_knows_is_named(twinhall):
    outcome = twinhall("models", "fetch", "nope")

    assert (outcome.code, outcome.err) == (
        2,
        "twinhall models: no model is called nope; there are whisper-base\n",
    )


def test_a_file_that_is_no_bundle_is_refused(twinhall, tmp_path):
    (tmp_path / "b.tar").write_text("no tar")

    assert (twinhall("models", "import", tmp_path / "b.tar").code) == 2


@pytest.mark.model
def test_a_model_travels_in_a_bundle(twinhall, tmp_path, monkeypatch):
    assert twinhall("models", "export", tmp_path / "b.tar").code == 0
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path / "elsewhere"))

    assert twinhall("models", "import", tmp_path / "b.tar").out == "whisper-base: verified and installed\n"
    assert json.loads(twinhall("models", "list", "--verify", "--json").out)["state"] == "here"
