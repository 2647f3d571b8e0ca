from pathlib import Path

import pytest

from twinhall.environment import SettingError
from twinhall.translation_settings import MODEL_LIST, Order, read


def test_with_no_settings_marian_translates_alone():
    settings = read({})

    assert settings.order == Order(("marian",))
    assert (settings.model_list, settings.noncommercial) == (MODEL_LIST, False)


def test_an_order_may_be_told_for_all_pairs_and_for_some():
    order = read({"TWINHALL_TRANSLATORS": "marian, openai; ko-vi=deepl,marian ;vi-ko=papago"}).order

    assert order.of("ko", "vi") == ("deepl", "marian")
    assert order.of("vi", "ko") == ("papago",)
    assert order.of("ja", "ko") == ("marian", "openai")


@pytest.mark.parametrize("told", ["marian; openai", "ko-vi=", "kovi=deepl", "=deepl", "ko-=deepl"])
def test_an_order_that_cannot_be_read_is_refused(told):
    with pytest.raises(SettingError, match="TWINHALL_TRANSLATORS must be like"):
        read({"TWINHALL_TRANSLATORS": told})


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("TWINHALL_OPENAI_URL", "ollama:11434"),
        ("TWINHALL_DEEPL_URL", "ftp://deepl"),
        ("TWINHALL_NONCOMMERCIAL_MODELS", "perhaps"),
        ("TWINHALL_TRANSLATOR_TIMEOUT", "0"),
        ("TWINHALL_TRANSLATOR_TIMEOUT", "soon"),
        ("TWINHALL_LIVE_TRANSLATOR_TIMEOUT", "never"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name, told):
    with pytest.raises(SettingError, match=name):
        read({name: told})


def test_settings_are_shown_without_keys():
    secret = "a-key-nobody-may-see"
    keys = ("OPENAI_KEY", "DEEPL_KEY", "PAPAGO_ID", "PAPAGO_KEY", "LIBRETRANSLATE_KEY")

    settings = read({f"TWINHALL_{name}": secret for name in keys} | {"TWINHALL_CTRANSLATE2": "/models"})

    assert settings.papago_key == secret
    assert settings.ctranslate2 == Path("/models")
    assert secret not in repr(settings)
