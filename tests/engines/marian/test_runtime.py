import threading
from dataclasses import replace

import pytest

from tests.engines.marian.toy import CONFIG, Toy, shortlist_bytes, write
from twinhall.engines.marian.reader import BadModel
from twinhall.engines.marian.runtime import Output, Runtime, limit

SENTENCES = [
    "the two cities meet",
    "a bridge",
    "the mayor greets the chairman today, and the two cities meet",
    "오산시 꽝남성",
    "",
    "the mayor " * 20,
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("toy")


@pytest.fixture(scope="module")
def paths(folder):
    return write(folder / "joint", Toy())


@pytest.fixture(scope="module")
def runtime(paths):
    return Runtime(paths)


def test_a_sentence_does_not_depend_on_the_sentences_beside_it(runtime):
    alone = [runtime.translate([sentence])[0] for sentence in SENTENCES]

    assert runtime.translate(SENTENCES) == alone
    assert runtime.translate(SENTENCES[::-1]) == alone[::-1]
    assert len({output.text for output in alone}) > 3


def test_nothing_is_translated_to_nothing(runtime):
    assert runtime.translate([]) == []


def test_source_and_target_may_have_vocabularies_of_their_own(folder):
    joint = dict(CONFIG) | {"tied-embeddings-all": False, "tied-embeddings": True}
    split = Runtime(write(folder / "split", Toy(split=True, config=joint)))

    outputs = split.translate(SENTENCES)

    assert outputs == [split.translate([sentence])[0] for sentence in SENTENCES]


def test_the_shortlist_decides_which_words_there_are(runtime, paths, folder):
    everything = folder / "everything.bin"
    everything.write_bytes(shortlist_bytes(first=64))
    without = Runtime(replace(paths, shortlist=None)).translate(SENTENCES)

    assert Runtime(replace(paths, shortlist=everything)).translate(SENTENCES) == without
    assert runtime.translate(SENTENCES) != without


def test_a_sentence_that_is_too_long_is_cut_and_all_of_it_translated(runtime):
    long = "the two cities meet today " * 200
    pieces = len(runtime._source.encode(long))

    parts = runtime._parts(long)

    assert sum(len(part) - 1 for part in parts) == pieces
    assert max(len(part) for part in parts) <= 129
    assert min(len(part) for part in parts) > 60
    assert len(runtime.translate([long])) == 1


def test_a_text_that_never_ends_is_cut_off_and_says_so(folder):
    endless = Runtime(write(folder / "endless", Toy(end_bias=-1e9)))
    at_once = Runtime(write(folder / "at once", Toy(end_bias=1e9)))

    assert [output.cut for output in endless.translate(SENTENCES)] == [bool(s) for s in SENTENCES]
    assert at_once.translate(SENTENCES) == [Output("", False)] * len(SENTENCES)
    assert limit([1] * 10) == 25


def test_threads_share_a_model(runtime):
    expected = runtime.translate(SENTENCES)
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(runtime.translate(SENTENCES))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [expected] * 4


@pytest.mark.parametrize(
    ("toy", "reason"),
    [
        (Toy(config=dict(CONFIG) | {"dec-cell": "gru"}), "dec-cell"),
        (Toy(config=dict(CONFIG) | {"transformer-decoder-autoreg": "self-attention"}), "autoreg"),
        (Toy(config=dict(CONFIG) | {"enc-depth": "six"}), "enc-depth"),
        (Toy(config=dict(CONFIG) | {"tied-embeddings-all": False}), "tied embeddings"),
        (Toy(without=("decoder_l1_rnn_Wf",)), "decoder_l1_rnn_Wf"),
        (Toy(without=("Wemb",)), "encoder_Wemb"),
        (Toy(without=("special:model.yml",)), "how it is built"),
    ],
)
def test_a_model_of_another_kind_is_refused_with_the_reason(tmp_path, toy, reason):
    paths = write(tmp_path / "other", toy)

    with pytest.raises(BadModel, match=reason):
        Runtime(paths)


@pytest.mark.parametrize("cut", [0, 7, 15, 100, 2000, -1])
def test_a_damaged_model_is_refused(tmp_path, paths, cut):
    whole = paths.model.read_bytes()
    damaged = tmp_path / "model.bin"
    damaged.write_bytes(whole[:cut] if cut >= 0 else whole[:-40])

    with pytest.raises(BadModel):
        Runtime(replace(paths, model=damaged))


def test_a_wrong_vocabulary_or_shortlist_is_refused(tmp_path, paths):
    nonsense = tmp_path / "nonsense"
    nonsense.write_bytes(b"nonsense" * 20)
    other = tmp_path / "other.bin"
    other.write_bytes(shortlist_bytes(words=500))

    with pytest.raises(BadModel, match="vocabulary"):
        Runtime(replace(paths, source_vocabulary=nonsense, target_vocabulary=nonsense))
    with pytest.raises(BadModel, match="not a shortlist"):
        Runtime(replace(paths, shortlist=nonsense))
    with pytest.raises(BadModel, match="another vocabulary"):
        Runtime(replace(paths, shortlist=other))
