import json

import pytest

from tests.engines.marian.mozilla import LIST, Mozilla
from tests.engines.marian.toy import Toy, write
from tests.stand_in import StandIn, says
from twinhall import translation_settings
from twinhall.engines import translators
from twinhall.engines.marian.store import describe, folder_for, installed
from twinhall.engines.weights import is_whole


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    """The files of a model, by our names for them."""
    folder = tmp_path_factory.mktemp("toy")
    write(folder, Toy())
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def mozilla(monkeypatch, tmp_path, toy):
    """Mozilla's server, with models both ways for Korean, and into English for Vietnamese."""
    served = Mozilla()
    for source, target in (("ko", "en"), ("en", "ko"), ("vi", "en")):
        served.offer(source, target, toy)
    server = StandIn(served)
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("TWINHALL_MODEL_LIST", server.url + LIST)
    forget()
    yield served
    forget()
    server.close()


def forget():
    translation_settings.current.cache_clear()
    translators.choice.cache_clear()


def names():
    return [model.name for model in installed()]


def test_a_language_is_fetched_both_ways_and_works(twinhall, mozilla):
    outcome = twinhall("models", "fetch", "ko")

    assert outcome.out.splitlines() == [
        "marian-ko-en: version 3.0 base-memory, verified and installed",
        "marian-en-ko: version 3.0 base-memory, verified and installed",
    ]
    assert all(is_whole(model) for model in installed())
    assert (describe(folder_for("ko", "en")).version, names()) == ("3.0", ["marian-en-ko", "marian-ko-en"])
    assert twinhall("translate", "--from", "ko", "--to", "en", write_text("오산시")).code == 0


def test_what_the_list_lacks_is_said_and_what_it_has_is_kept(twinhall, mozilla):
    outcome = twinhall("models", "fetch", "vi")

    assert (outcome.code, names()) == (2, ["marian-vi-en"])
    assert "has none for en-vi" in outcome.err


def test_a_pair_without_english_needs_two_models(twinhall, mozilla):
    assert twinhall("models", "fetch", "vi-ko").code == 0

    assert names() == ["marian-en-ko", "marian-vi-en"]


def test_the_best_version_is_taken(twinhall, mozilla, toy):
    mozilla.offer("ja", "en", toy, version="2.0", architecture="base")
    mozilla.offer("ja", "en", toy, version="3.1", architecture="tiny")
    mozilla.offer("ja", "en", toy, version="3.1", architecture="base-memory")
    mozilla.offer("ja", "en", toy, version="3.2a1")
    mozilla.offer("ja", "en", toy, version="3.3", filter_expression="env.channel == 'nightly'")
    mozilla.offer("ja", "en", toy, version="4.0")
    mozilla.offer("ja", "en", {"model.bin": b"alone"}, version="3.9")

    twinhall("models", "fetch", "ja-en")

    described = describe(folder_for("ja", "en"))
    assert (described.version, described.architecture) == ("3.1", "base-memory")


def test_a_download_goes_on_where_it_broke_off(twinhall, mozilla, monkeypatch):
    mozilla.breaks_after = [300, 200, 100]

    assert twinhall("models", "fetch", "ko-en").code == 0
    assert names() == ["marian-ko-en"]


@pytest.mark.parametrize("resumes", [True, False])
def test_what_came_before_a_break_is_not_fetched_again(twinhall, mozilla, resumes):
    mozilla.breaks_after = [300, 0, 0, 0]
    assert twinhall("models", "fetch", "ko-en").code == 2
    mozilla.resumes = resumes

    assert twinhall("models", "fetch", "ko-en").code == 0
    assert is_whole(installed()[0])


def test_a_model_that_is_whole_is_not_fetched_again(twinhall, mozilla):
    twinhall("models", "fetch", "ko-en")
    mozilla.packed.clear()

    assert twinhall("models", "fetch", "ko-en").code == 0


def test_a_damaged_model_is_mended(twinhall, mozilla):
    twinhall("models", "fetch", "ko-en")
    (folder_for("ko", "en") / "model.bin").write_bytes(b"damaged")

    assert "damaged" in twinhall("models", "list", "--verify").out or not is_whole(installed()[0])
    assert twinhall("models", "fetch", "ko-en").code == 0
    assert is_whole(installed()[0])


@pytest.mark.parametrize("what", ["hash", "unpacked hash", "not packed", "no model"])
def test_a_file_that_is_not_what_the_list_promises_installs_nothing(twinhall, mozilla, toy, what):
    record = mozilla.records[0]
    if what == "hash":
        record["attachment"]["hash"] = "0" * 64
    if what == "unpacked hash":
        record["decompressedHash"] = "0" * 64
    if what == "not packed":
        record["attachment"]["location"] += ".bin"
        record["attachment"]["mimetype"] = "application/octet-stream"
    if what == "no model":
        mozilla.records.clear()
        mozilla.offer("ko", "en", toy | {"model.bin": b"no model at all"})

    assert twinhall("models", "fetch", "ko-en").code == 2
    assert names() == []


@pytest.mark.parametrize(
    "answer",
    [
        says({"error": "gone"}, 410),
        says({"records": []}),
        says([1, 2, 3]),
        says({"data": [1, None, {"fileType": "model"}, {"sourceLanguage": "../../etc"}]}),
    ],
)
def test_a_list_that_is_none_is_an_error_in_words(twinhall, mozilla, monkeypatch, answer):
    broken = StandIn(lambda asked: answer if asked.path == LIST else mozilla(asked))
    monkeypatch.setenv("TWINHALL_MODEL_LIST", broken.url + LIST)
    forget()

    outcome = twinhall("models", "fetch", "ko")
    broken.close()

    assert (outcome.code, names()) == (2, [])
    assert outcome.err.startswith("twinhall models: ")


def test_without_a_network_the_way_of_a_closed_one_is_told(twinhall, mozilla, monkeypatch):
    monkeypatch.setenv("TWINHALL_MODEL_LIST", "http://127.0.0.1:9/v1/buckets/main/collections/x/records")
    forget()

    outcome = twinhall("models", "fetch", "ko")

    assert outcome.code == 2
    assert "`twinhall models import FILE`" in outcome.err


def test_models_travel_to_a_closed_network(twinhall, mozilla, tmp_path, monkeypatch):
    twinhall("models", "fetch", "ko")
    bundle = tmp_path / "models.tar"
    assert twinhall("models", "export", bundle, "marian-ko-en", "marian-en-ko").code == 0
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path / "closed"))
    forget()

    outcome = twinhall("models", "import", bundle)

    assert (outcome.code, names()) == (0, ["marian-en-ko", "marian-ko-en"])
    assert outcome.out.splitlines() == [f"{name}: verified and installed" for name in names()]
    assert twinhall("translate", "--from", "en", "--to", "ko", write_text("the two cities")).code == 0


def test_the_list_tells_which_pairs_work_and_what_others_need(twinhall, mozilla):
    twinhall("models", "fetch", "ko", "vi-en")

    lines = twinhall("models", "list").out.splitlines()

    way = next(line for line in lines if line.startswith("vi-ko"))
    assert way.startswith("vi-ko  marian through en  Firefox Translations vi-en 3.0 base-memory ")
    assert "ko-vi  missing" in lines
    assert any("no model for en-vi here: `twinhall models fetch vi`" in line for line in lines)


def test_models_are_listed_for_programs(twinhall, mozilla):
    twinhall("models", "fetch", "ko-en")

    told = [json.loads(line) for line in twinhall("models", "list", "--json").out.splitlines()]

    assert [(m["name"], m["state"], m["licence"]) for m in told] == [
        ("whisper-base", "missing", "MIT"),
        ("marian-ko-en", "here", "MPL-2.0"),
    ]


def write_text(text):
    import tempfile
    from pathlib import Path

    path = Path(tempfile.mkdtemp()) / "text.txt"
    path.write_text(text)
    return path
