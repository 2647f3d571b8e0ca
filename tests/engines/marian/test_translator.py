import json
from dataclasses import asdict

import pytest

from tests.engines.marian.toy import Toy, write
from twinhall.engines.marian.store import DESCRIPTION, Description
from twinhall.engines.marian.translator import MarianTranslator
from twinhall.language.failure import EngineError
from twinhall.language.translation import Flag, Job, Rendered

JOB = Job(("the two cities meet", "a bridge"), "en", "ko")


@pytest.fixture
def install(tmp_path, monkeypatch):
    """install(toy, version) puts a model for en-ko in its place."""
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path))

    def put(toy: Toy, version: str = "3.0") -> None:
        folder = tmp_path / "marian-en-ko"
        write(folder, toy)
        description = Description("en", "ko", version, "tiny", f"{version}-hash-of-the-model")
        (folder / DESCRIPTION).write_text(json.dumps(asdict(description)))

    return put


def test_a_version_that_was_fetched_meanwhile_is_taken(install):
    marian = MarianTranslator()
    install(Toy(end_bias=-1e9))
    before = marian.translate(JOB), marian.model("en", "ko")
    install(Toy(end_bias=1e9), "3.1")

    after = marian.translate(JOB), marian.model("en", "ko")

    assert {flag for r in before[0] for flag in r.flags} == {Flag.CUT}
    assert after[0] == (Rendered("", frozenset({Flag.UNUSABLE})),) * 2
    assert (before[1], after[1]) == (
        "Firefox Translations en-ko 3.0 tiny 3.0-hash-of-",
        "Firefox Translations en-ko 3.1 tiny 3.1-hash-of-",
    )


def test_a_model_is_loaded_once(install):
    marian = MarianTranslator()
    install(Toy())

    assert marian.runtime("en", "ko") is marian.runtime("en", "ko")


def test_what_is_missing_is_said_with_the_way_to_get_it(install):
    marian = MarianTranslator()

    assert marian.lacks("en", "ko") == (
        "marian has no model for en-ko here: `twinhall models fetch ko`,"
        " or `twinhall models import FILE` in a closed network"
    )
    assert "through" in (marian.lacks("ko", "vi") or "")
    with pytest.raises(EngineError, match="`twinhall models fetch`"):
        marian.translate(JOB)
