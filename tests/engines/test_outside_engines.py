"""What holds for every engine that is reached over HTTP: patience, limits, quotas, silence."""

import json
import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.stand_in import Answer, Asked, Respond, says
from twinhall.engines.deepl import DeeplTranslator
from twinhall.engines.google import GoogleTranslator
from twinhall.engines.http import Patience
from twinhall.engines.libretranslate import LibreTranslator
from twinhall.engines.openai import OpenAiTranslator
from twinhall.engines.papago import PapagoTranslator
from twinhall.language.failure import EngineError, KeyRefused, QuotaExceeded
from twinhall.language.translation import Flag, Job, Rendered, Translator

SAID = "오산시와 꽝남성의 비밀 회의입니다."
HEARD = "This is a secret meeting of Osan City and Quang Nam Province."
KEY = "a-key-nobody-may-see"
JOB = Job((SAID,), "ko", "en")
NAMES = ("deepl", "google", "papago", "libretranslate", "openai")


@dataclass(frozen=True)
class Service:
    """How one service says things."""

    good: object
    empty: object
    used_up: Answer


SERVICES = {
    "deepl": Service(
        {"translations": [{"detected_source_language": "KO", "text": HEARD}]},
        {"translations": [{"detected_source_language": "KO", "text": " "}]},
        says({"message": "Quota Exceeded"}, 456),
    ),
    "google": Service(
        {
            "translations": [
                {"translatedText": HEARD, "model": "projects/1/locations/global/models/general/nmt"}
            ]
        },
        {"translations": [{"translatedText": ""}]},
        says(
            {
                "error": {
                    "code": 429,
                    "message": "Quota exceeded for metric 'characters', limit 'characters per day'",
                    "status": "RESOURCE_EXHAUSTED",
                }
            },
            429,
        ),
    ),
    "papago": Service(
        {"message": {"result": {"srcLangType": "ko", "tarLangType": "en", "translatedText": HEARD}}},
        {"message": {"result": {"srcLangType": "ko", "tarLangType": "en", "translatedText": ""}}},
        says({"error": {"errorCode": "400", "message": "Quota Exceeded", "details": ""}}, 429),
    ),
    "libretranslate": Service(
        {"translatedText": [HEARD]},
        {"translatedText": [""]},
        says({"error": "Too many requests: daily limit reached"}, 429),
    ),
    "openai": Service(
        {"choices": [{"message": {"content": json.dumps({"translations": [{"number": 1, "text": HEARD}]})}}]},
        {"choices": [{"message": {"content": json.dumps({"translations": [{"number": 1, "text": ""}]})}}]},
        says({"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}, 429),
    ),
}


@pytest.fixture(scope="session")
def private_key() -> str:
    key = generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@pytest.fixture
def make(tmp_path: Path, private_key: str):
    """make(name, url) returns an engine for a server; it never really waits."""

    def engine(name: str, url: str, timeout_s: float = 5) -> tuple[Translator, list[float]]:
        waits: list[float] = []
        patience = Patience(sleep=waits.append)
        account = tmp_path / "account.json"
        account.write_text(
            json.dumps(
                {
                    "project_id": "osan",
                    "client_email": "hall@osan",
                    "token_uri": f"{url}/token",
                    "private_key": private_key,
                }
            )
        )
        engines: dict[str, Translator] = {
            "deepl": DeeplTranslator(KEY, url, timeout_s, patience),
            "google": GoogleTranslator(account, url, timeout_s, patience),
            "papago": PapagoTranslator(KEY, KEY, url, timeout_s, patience),
            "libretranslate": LibreTranslator(url, KEY, timeout_s, patience),
            "openai": OpenAiTranslator(url, "a-model", KEY, timeout_s, patience),
        }
        return engines[name], waits

    return engine


def service(*answers: Answer) -> Respond:
    """Answer in turn, the last for ever; tokens and languages are given at any time."""
    left = list(answers)

    def respond(asked: Asked) -> Answer:
        if asked.path == "/token":
            return says({"access_token": "token", "expires_in": 3599, "token_type": "Bearer"})
        if asked.path == "/languages":
            return says([{"code": "ko", "name": "Korean", "targets": ["en", "ko"]}])
        return left.pop(0) if len(left) > 1 else left[0]

    return respond


@pytest.mark.parametrize("name", NAMES)
def test_a_sentence_is_translated(stand_in, make, name):
    engine, waits = make(name, stand_in(service(says(SERVICES[name].good))).url)

    assert engine.lacks("ko", "en") is None
    assert engine.translate(JOB) == (Rendered(HEARD),)
    assert waits == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_service_is_asked_again_later_and_later(stand_in, make, name, status):
    busy = says({"error": "busy"}, status)
    engine, waits = make(name, stand_in(service(busy, busy, says(SERVICES[name].good))).url)

    assert engine.translate(JOB) == (Rendered(HEARD),)
    assert waits == [0.5, 1.0]


@pytest.mark.parametrize("name", NAMES)
def test_a_service_says_how_long_it_wants_us_to_wait(stand_in, make, name):
    busy = Answer(429, b"", {"Retry-After": "7"})
    engine, waits = make(name, stand_in(service(busy, says(SERVICES[name].good))).url)

    engine.translate(JOB)

    assert waits == [7.0]


@pytest.mark.parametrize("name", NAMES)
def test_patience_ends(stand_in, make, name):
    server = stand_in(service(says({"error": "busy"}, 503)))
    engine, _ = make(name, server.url)

    with pytest.raises(EngineError, match=f"{name} at 127.0.0.1 is busy"):
        engine.translate(JOB)

    assert len([asked for asked in server.asked if asked.path != "/token"]) == 4


@pytest.mark.parametrize("name", NAMES)
def test_a_quota_that_is_used_up_is_not_asked_again(stand_in, make, name):
    server = stand_in(service(SERVICES[name].used_up))
    engine, waits = make(name, server.url)

    with pytest.raises(QuotaExceeded, match=name):
        engine.translate(JOB)

    assert waits == []


@pytest.mark.parametrize("name", NAMES)
def test_a_key_that_is_refused_is_said_plainly(stand_in, make, name):
    engine, _ = make(name, stand_in(service(says({"error": {"message": f"bad key {KEY}"}}, 401))).url)

    with pytest.raises(KeyRefused, match=f"{name} at 127.0.0.1 refuses the key"):
        engine.translate(JOB)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "answer", [Answer(200, b"<html>"), says([]), says({}), says({"translations": 3, "choices": []})]
)
def test_an_answer_in_another_format_is_an_error(stand_in, make, name, answer):
    engine, _ = make(name, stand_in(service(answer)).url)

    with pytest.raises(
        EngineError, match=f"{name} at 127.0.0.1 gave an answer that is not in its documented"
    ):
        engine.translate(JOB)


@pytest.mark.parametrize("name", NAMES)
def test_a_service_that_does_not_answer_is_given_up(stand_in, make, name):
    def sleepy(asked: Asked) -> Answer:
        time.sleep(0.3)
        return says({})

    engine, waits = make(name, stand_in(sleepy).url, timeout_s=0.05)

    with pytest.raises(EngineError, match="no answer in time"):
        engine.translate(JOB)

    assert waits == [0.5, 1.0, 2.0]


@pytest.mark.parametrize("name", NAMES)
def test_a_service_that_is_not_there_is_named(make, name):
    engine, _ = make(name, "http://127.0.0.1:9")

    with pytest.raises(EngineError, match=f"{name} at 127.0.0.1 cannot be reached"):
        engine.translate(JOB)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_not_taken_for_a_translation(stand_in, make, name):
    engine, _ = make(name, stand_in(service(says(SERVICES[name].empty))).url)

    assert engine.translate(JOB) == (Rendered("", frozenset({Flag.UNUSABLE})),)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("status", [200, 400, 401, 429, 500])
def test_neither_words_nor_keys_are_logged_or_told(stand_in, make, name, status, caplog):
    caplog.set_level(logging.DEBUG)
    echo: dict[str, Any] = {"error": {"message": f"{SAID} {KEY}", "code": "x"}, "message": f"{SAID} {KEY}"}
    engine, _ = make(name, stand_in(service(says(echo, status))).url)

    with pytest.raises(EngineError) as caught:
        engine.translate(JOB)

    told = caplog.text + str(caught.value) + repr(engine.facts)
    assert not [secret for secret in (SAID, KEY, "비밀") if secret in told]


@pytest.mark.parametrize(
    ("engine", "missing"),
    [
        (DeeplTranslator(""), "TWINHALL_DEEPL_KEY"),
        (GoogleTranslator(None, "http://127.0.0.1:9"), "TWINHALL_GOOGLE_CREDENTIALS"),
        (PapagoTranslator("", "", "http://127.0.0.1:9"), "TWINHALL_PAPAGO_ID"),
        (LibreTranslator("", ""), "TWINHALL_LIBRETRANSLATE_URL"),
        (OpenAiTranslator("", "", ""), "TWINHALL_OPENAI_URL"),
    ],
)
def test_an_engine_says_which_setting_is_missing(engine, missing):
    assert missing in (engine.lacks("ko", "en") or "")
