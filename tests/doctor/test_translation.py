import pytest

from twinhall import translation_settings
from twinhall.doctor import translation
from twinhall.doctor.finding import State
from twinhall.engines import translators
from twinhall.engines.fakes import FakeTranslator
from twinhall.environment import read

ALL = frozenset(
    (a, b) for a in ("ko", "vi", "ja", "en") for b in ("ko", "vi", "ja", "en") if "en" not in (a, b)
)


@pytest.fixture(autouse=True)
def fresh():
    """The engines of this test alone, whatever tests before it asked for."""
    forget()
    yield
    forget()


def forget():
    translation_settings.current.cache_clear()
    translators.choice.cache_clear()


def look(monkeypatch, tmp_path, without):
    engine = FakeTranslator("marian", without=without)
    monkeypatch.setattr(translators, "MAKERS", {"marian": lambda settings: engine})
    return list(translation.look(read({"TWINHALL_DATA": str(tmp_path), "TWINHALL_CITY_LANGUAGE": "vi"})))


def test_each_pair_with_the_citys_language_is_told(monkeypatch, tmp_path):
    findings = look(monkeypatch, tmp_path, ALL | {("en", "ko")})

    assert [(f.thing.removeprefix("translation "), f.state, f.said, f.remedy) for f in findings] == [
        ("vi-ko", State.ADVICE, "nothing here does it", "marian has no en-ko"),
        ("ko-vi", State.OK, "marian through en: marian ko-en + marian en-vi", ""),
        ("vi-ja", State.OK, "marian through en: marian vi-en + marian en-ja", ""),
        ("ja-vi", State.OK, "marian through en: marian ja-en + marian en-vi", ""),
        ("vi-en", State.OK, "marian: marian vi-en", ""),
        ("en-vi", State.OK, "marian: marian en-vi", ""),
    ]


def test_a_wrong_setting_is_found(monkeypatch, tmp_path):
    monkeypatch.setenv("TWINHALL_TRANSLATORS", "babel")

    [finding] = look(monkeypatch, tmp_path, frozenset())

    assert finding.state is State.MISSING
    assert finding.said == "TWINHALL_TRANSLATORS names babel; there are marian"
