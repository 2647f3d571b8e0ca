"""What each service is asked, as its documentation has it."""

import json

import jwt
import pytest

from tests.engines.test_outside_engines import KEY, make, private_key, service
from tests.stand_in import Answer, Asked, says
from twinhall.engines.deepl import FREE, PRO, DeeplTranslator
from twinhall.language.translation import Cost, Job

__all__ = ["make", "private_key"]


def echo(asked: Asked) -> Answer:
    """Answer as DeepL, Google and LibreTranslate do, each text with a mark."""
    if asked.path == "/token":
        return says({"access_token": "token", "expires_in": 3599})
    body = asked.json
    if "contents" in body:
        return says({"translations": [{"translatedText": f"~{t}"} for t in body["contents"]]})
    if "q" in body:
        return says({"translatedText": [f"~{t}" for t in body["q"]]})
    return says({"translations": [{"text": f"~{t}"} for t in body["text"]]})


def test_deepl(stand_in, make):
    server = stand_in(echo)
    engine, _ = make("deepl", server.url)

    engine.translate(Job(("가", "나"), "ko", "en", before="앞 문장."))

    asked = server.asked[0]
    assert (asked.method, asked.path) == ("POST", "/v2/translate")
    assert asked.headers["authorization"] == f"DeepL-Auth-Key {KEY}"
    assert asked.json == {
        "text": ["가", "나"],
        "source_lang": "KO",
        "target_lang": "EN-US",
        "context": "앞 문장.",
        "split_sentences": "0",
        "preserve_formatting": True,
    }


def test_deepl_is_asked_for_markup_and_knows_its_server_by_the_key(stand_in, make):
    server = stand_in(echo)
    engine, _ = make("deepl", server.url)

    engine.translate(Job(("<b>가</b>",), "ko", "vi", html=True))

    assert server.asked[0].json["tag_handling"] == "html"
    assert server.asked[0].json["target_lang"] == "VI"
    assert DeeplTranslator("key:fx")._service._url == FREE
    assert DeeplTranslator("key")._service._url == PRO


@pytest.mark.parametrize("name", ["deepl", "libretranslate"])
def test_many_sentences_are_asked_in_portions_and_come_back_in_order(stand_in, make, name):
    server = stand_in(echo)
    engine, _ = make(name, server.url)
    sentences = tuple(f"{n}." for n in range(120))

    rendered = engine.translate(Job(sentences, "ko", "en"))

    assert [r.text for r in rendered] == [f"~{s}" for s in sentences]
    assert len(server.asked) == 3


def test_google(stand_in, make, private_key):
    server = stand_in(echo)
    engine, _ = make("google", server.url)

    engine.translate(Job(("가",), "ko", "vi"))
    engine.translate(Job(("나",), "ko", "zh-Hans"))

    token, first, second = server.asked
    assert token.form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"
    claim = jwt.decode(token.form["assertion"], options={"verify_signature": False})
    assert (claim["iss"], claim["scope"], claim["aud"]) == (
        "hall@osan",
        "https://www.googleapis.com/auth/cloud-translation",
        f"{server.url}/token",
    )
    assert claim["exp"] - claim["iat"] == 3600
    assert jwt.get_unverified_header(token.form["assertion"])["alg"] == "RS256"
    assert first.path == "/v3/projects/osan/locations/global:translateText"
    assert first.headers["authorization"] == "Bearer token"
    assert first.json == {
        "contents": ["가"],
        "mimeType": "text/plain",
        "sourceLanguageCode": "ko",
        "targetLanguageCode": "vi",
        "model": "projects/osan/locations/global/models/general/nmt",
    }
    assert second.json["targetLanguageCode"] == "zh-CN"


def test_a_google_account_that_is_none_is_named_and_not_shown(stand_in, make, tmp_path):
    engine, _ = make("google", stand_in(echo).url)
    (tmp_path / "account.json").write_text(json.dumps({"private_key": KEY}))

    with pytest.raises(Exception, match="service account") as caught:
        engine.translate(Job(("가",), "ko", "vi"))

    assert KEY not in str(caught.value)


def test_papago(stand_in, make):
    answer = {"message": {"result": {"translatedText": "~"}}}
    server = stand_in(service(says(answer)))
    engine, _ = make("papago", server.url)

    engine.translate(Job(("Xin chào", "Tạm biệt"), "vi", "ko"))

    asked = server.asked
    assert [a.path for a in asked] == ["/nmt/v1/translation"] * 2
    assert (asked[0].headers["x-ncp-apigw-api-key-id"], asked[0].headers["x-ncp-apigw-api-key"]) == (KEY, KEY)
    assert asked[0].json == {"source": "vi", "target": "ko", "text": "Xin chào", "honorific": "true"}


def test_papago_knows_its_pairs(make):
    engine, _ = make("papago", "http://127.0.0.1:9")

    assert engine.lacks("vi", "ja") is None
    assert engine.lacks("vi", "th") == "papago does not translate vi-th"


def test_libretranslate(stand_in, make):
    server = stand_in(service(says({"translatedText": ["~"]})))
    engine, _ = make("libretranslate", server.url)

    assert engine.lacks("ko", "vi") == "libretranslate there does not do ko-vi"
    engine.translate(Job(("<i>가</i>",), "ko", "en", html=True))

    assert server.asked[-1].path == "/translate"
    assert server.asked[-1].json == {
        "q": ["<i>가</i>"],
        "source": "ko",
        "target": "en",
        "format": "html",
        "api_key": KEY,
    }


def test_each_engine_says_what_it_costs_and_that_texts_leave(make):
    facts = {name: make(name, "http://127.0.0.1:9")[0].facts for name in ("deepl", "google", "papago")}

    assert {f.cost for f in facts.values()} == {Cost.METERED}
    assert all(f.leaves for f in facts.values())
    assert {name: f.html for name, f in facts.items()} == {"deepl": True, "google": True, "papago": False}
