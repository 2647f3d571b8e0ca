"""Model folders of CTranslate2, tiny ones with random weights: tested is how they are told languages."""

import json
from pathlib import Path

import ctranslate2
import numpy as np
import pytest
import sentencepiece
from ctranslate2.specs import TransformerSpec

from twinhall.engines import ctranslate2 as engine
from twinhall.engines.ct2_folders import folder_at, folders_in
from twinhall.engines.ctranslate2 import Ct2Translator
from twinhall.language.failure import EngineError
from twinhall.language.translation import Cost, Job

TEXT = [
    "the two cities meet",
    "the mayor greets the chairman",
    "오산시와 꽝남성의 만남",
    "xin chào thành phố",
] * 3
WIDTH, HEADS = 16, 2


def pieces_at(path: Path) -> list[str]:
    """Train a vocabulary and return its pieces."""
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXT),
        model_prefix=str(path.with_suffix("")),
        vocab_size=60,
        model_type="bpe",
        minloglevel=2,
    )
    made = path.with_suffix(".model")
    model = sentencepiece.SentencePieceProcessor(model_file=str(made))
    if made != path:
        made.rename(path)
    return [model.id_to_piece(n) for n in range(len(model))]


def fill(spec: ctranslate2.specs.LayerSpec, random: np.random.Generator, words: int) -> None:
    """Give a model random weights."""

    def linear(layer: object, rows: int, columns: int) -> None:
        layer.weight = random.normal(0, 0.4, (rows, columns)).astype(np.float32)
        layer.bias = np.zeros(rows, np.float32)

    def norm(layer: object) -> None:
        layer.gamma, layer.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)

    def attention(layer: object, sizes: list[tuple[int, int]]) -> None:
        for one, (rows, columns) in zip(layer.linear, sizes, strict=True):
            linear(one, rows, columns)
        norm(layer.layer_norm)

    def side(stack: object) -> None:
        embeddings = stack.embeddings[0] if isinstance(stack.embeddings, list) else stack.embeddings
        embeddings.weight = random.normal(0, 1, (words, WIDTH)).astype(np.float32)
        for layer in stack.layer:
            attention(layer.self_attention, [(3 * WIDTH, WIDTH), (WIDTH, WIDTH)])
            if hasattr(layer, "attention"):
                attention(layer.attention, [(WIDTH, WIDTH), (2 * WIDTH, WIDTH), (WIDTH, WIDTH)])
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, 2 * WIDTH, WIDTH)
            linear(layer.ffn.linear_1, WIDTH, 2 * WIDTH)

    side(spec.encoder)
    side(spec.decoder)
    linear(spec.decoder.projection, words, WIDTH)


def make(folder: Path, vocabulary: str, specials: list[str]) -> Path:
    """Make a model folder with a SentencePiece file of that name and special words in its vocabulary."""
    folder.mkdir(parents=True)
    names = ("source.spm", "target.spm") if vocabulary == "source.spm" else (vocabulary,)
    pieces, *_ = [pieces_at(folder / name) for name in names]
    words = ["<unk>", "<s>", "</s>", *(p for p in pieces if p not in ("<unk>", "<s>", "</s>")), *specials]
    spec = TransformerSpec.from_config((1, 1), HEADS, pre_norm=False)
    fill(spec, np.random.default_rng(3), len(words))
    spec.register_source_vocabulary(words)
    spec.register_target_vocabulary(words)
    spec.validate()
    spec.save(str(folder))
    return folder


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    make(folder / "opus-mt-ko-en", "source.spm", [])
    make(folder / "opus-mt-en-mul", "source.spm", [">>vie<<", ">>kor<<"])
    make(folder / "m2m100", "sentencepiece.bpe.model", ["__ko__", "__vi__", "__en__"])
    make(folder / "madlad", "spiece.model", ["<2ko>", "<2vi>"])
    make(folder / "nllb", "sentencepiece.bpe.model", ["kor_Hang", "vie_Latn", "jpn_Jpan", "eng_Latn"])
    (folder / "notes").mkdir()
    return folder


def test_each_folder_is_known_by_its_vocabulary(models):
    known = {
        f.path.name: (f.kind, f.does("ko", "en"), f.does("en", "vi"), f.does("ko", "vi"))
        for f in folders_in(models)
    }

    assert known == {
        "opus-mt-ko-en": ("OPUS-MT", True, False, False),
        "opus-mt-en-mul": ("OPUS-MT", False, True, False),
        "m2m100": ("M2M-100", True, True, True),
        "madlad": ("MADLAD-400", False, True, True),
        "nllb": ("NLLB-200", True, True, True),
    }


@pytest.mark.parametrize(
    ("name", "row", "prefix"),
    [
        ("opus-mt-ko-en", ["▁a"], []),
        ("opus-mt-en-mul", [">>vie<<", "▁a"], []),
        ("m2m100", ["__ko__", "▁a"], ["__vi__"]),
        ("madlad", ["<2vi>", "▁a"], []),
        ("nllb", ["kor_Hang", "▁a"], ["vie_Latn"]),
    ],
)
def test_each_kind_is_told_the_languages_in_its_way(models, name, row, prefix):
    folder = folder_at(models / name)
    assert folder is not None

    assert engine.source_row(folder, ["▁a"], "ko", "vi") == row
    assert engine.target_prefix(folder, "vi") == prefix


@pytest.mark.parametrize("pair", [("ko", "en"), ("en", "vi"), ("ko", "vi"), ("vi", "ko")])
def test_sentences_go_through_the_library(models, pair):
    translator = Ct2Translator(models)

    rendered = translator.translate(Job(tuple(TEXT[:4]), *pair))

    assert translator.lacks(*pair) is None
    assert len(rendered) == 4
    assert not [r.text for r in rendered if "__" in r.text or "<2" in r.text or "</s>" in r.text]


def test_a_model_for_one_pair_is_taken_before_one_for_many(models):
    assert Ct2Translator(models).model("ko", "en") == "OPUS-MT opus-mt-ko-en ko-en"
    assert Ct2Translator(models).model("ko", "vi").startswith("M2M-100 m2m100")


def test_nllb_is_refused_with_the_reason_unless_a_setting_allows_it(models):
    refusing, allowing = Ct2Translator(models), Ct2Translator(models, noncommercial=True)

    told = refusing.lacks("ja", "en") or ""

    assert "CC-BY-NC-4.0" in told
    assert "TWINHALL_NONCOMMERCIAL_MODELS" in told
    with pytest.raises(EngineError, match="forbids commercial use"):
        refusing.translate(Job(("あ",), "ja", "en"))
    assert allowing.lacks("ja", "en") is None
    assert allowing.facts.licence == "Apache-2.0, CC-BY-4.0, CC-BY-NC-4.0, MIT"
    assert allowing.facts.cost is Cost.FREE


def test_what_is_missing_is_said(models, tmp_path):
    assert "TWINHALL_CTRANSLATE2" in (Ct2Translator(None).lacks("ko", "en") or "")
    assert "there is no folder" in (Ct2Translator(tmp_path / "none").lacks("ko", "en") or "")
    assert f"no model in {models} does ko-fr" in (Ct2Translator(models).lacks("ko", "fr") or "")


def test_a_damaged_model_is_an_error_in_words(models, tmp_path):
    broken = tmp_path / "broken" / "opus-mt-ko-en"
    broken.mkdir(parents=True)
    for file in (models / "opus-mt-ko-en").iterdir():
        (broken / file.name).write_bytes(file.read_bytes())
    (broken / "model.bin").write_bytes(b"nonsense")

    with pytest.raises(EngineError, match="ctranslate2 cannot load opus-mt-ko-en"):
        Ct2Translator(tmp_path / "broken").translate(Job(("가",), "ko", "en"))


def test_a_config_says_whether_the_end_is_added(models, tmp_path):
    folder = folder_at(models / "m2m100")
    assert folder is not None

    assert engine.adds_end(folder) is json.loads((folder.path / "config.json").read_text())["add_source_eos"]
