"""The real models against the engine of the package that carries them, sentence by sentence."""

import pytest

from tests.engines.marian.portuguese import install, reference
from twinhall.engines.marian.translator import MarianTranslator
from twinhall.language.translation import Job

ENGLISH = (
    "The two cities signed their agreement on 10 March 2004.",
    "Mayor Kwak greets the chairman of the People's Committee.",
    "We hope to meet in person soon!",
    '"What a beautiful city," said the delegate (who had never been here before).',
    "Around 1,500 students from 12 schools take part each year; costs rose by 3.5%.",
    "Hello.",
    "x",
    "ALL DEPARTMENTS ARE ASKED TO REPLY BY FRIDAY",
    "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of"
    " foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of light.",
    "Xin chào 안녕하세요 こんにちは",
)


@pytest.fixture(scope="module")
def marian(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        models = tmp_path_factory.mktemp("models")
        patch.setenv("TWINHALL_MODELS", str(models))
        install(models)
        yield MarianTranslator()


@pytest.mark.model
def test_every_sentence_is_what_the_reference_engine_says(marian):
    there = [r.text for r in marian.translate(Job(ENGLISH, "en", "pt"))]
    back = [r.text for r in marian.translate(Job(tuple(there), "pt", "en"))]

    assert there == [reference("enpt").translate(sentence) for sentence in ENGLISH]
    assert back == [reference("pten").translate(sentence) for sentence in there]


@pytest.mark.model
def test_the_model_is_named_with_its_hash(marian):
    assert marian.model("en", "pt").startswith("Firefox Translations en-pt 1.0 tiny ")
    assert marian.lacks("en", "pt") is None
    assert "`twinhall models fetch ko`" in (marian.lacks("en", "ko") or "")
