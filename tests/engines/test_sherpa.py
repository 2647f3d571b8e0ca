"""sherpa-onnx itself, with small models of its formats: two words, told by the pitch of a tone."""

import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from twinhall.captions.ports import SAMPLE_RATE, EngineError, Heard
from twinhall.engines import recognizers
from twinhall.engines.sherpa import SherpaStream

pytest.importorskip("sherpa_onnx")
pytestmark = pytest.mark.model

MODELS = Path(__file__).parent / "tone_models"
PIECE = SAMPLE_RATE // 5
XIN, CHAO = 400, 2500  # Hz


def tone(hertz: int, seconds: float):
    at_s = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (0.3 * np.sin(2 * np.pi * hertz * at_s)).astype(np.float32)


def hush(seconds: float):
    noise = np.random.default_rng(0).standard_normal(int(seconds * SAMPLE_RATE))
    return (1e-4 * noise).astype(np.float32)


SPEECH = np.concatenate([hush(0.5), tone(XIN, 0.4), hush(0.4), tone(CHAO, 0.4), hush(0.3)])


def told(stream: SherpaStream, audio) -> list[Heard]:
    return [stream.hear(audio[at : at + PIECE]) for at in range(0, len(audio), PIECE)]


@pytest.mark.parametrize("kind", ["transducer", "ctc"])
def test_words_come_while_they_are_said_and_stay(kind):
    stream = SherpaStream(MODELS / kind)

    heard = told(stream, SPEECH)

    texts = [h.open for h in heard]
    assert texts[0] == ""
    assert " xin" in texts
    assert texts[-1] == " xin chào"
    assert all(after.startswith(before) for before, after in pairwise(texts))
    assert stream.finish() == Heard(" xin chào", "")
    assert told(stream, hush(0.6))[-1] == Heard("", "")


def test_a_paraformer_is_loaded_and_hears():
    stream = SherpaStream(MODELS / "paraformer")

    settled = "".join(h.settled for h in told(stream, np.concatenate([SPEECH, hush(1.0)])))

    assert set((settled + stream.finish().settled).split()) == {"xin", "chào"}


def test_a_long_pause_settles_what_was_said():
    heard = told(
        SherpaStream(MODELS / "transducer"), np.concatenate([SPEECH, hush(3.0), tone(XIN, 0.4), hush(0.2)])
    )

    assert [h.settled for h in heard if h.settled] == [" xin chào"]
    assert heard[-1] == Heard("", " xin")


def test_two_speakers_share_a_model_and_hear_for_themselves():
    one, other = SherpaStream(MODELS / "ctc"), SherpaStream(MODELS / "ctc")

    one.hear(np.concatenate([tone(XIN, 0.5), hush(0.5)]))
    other.hear(np.concatenate([tone(CHAO, 0.5), hush(0.5)]))

    assert (one.finish().settled, other.finish().settled) == (" xin", " chào")


def test_a_language_is_recognised_by_the_folder_of_its_model(tmp_path, monkeypatch):
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path))
    shutil.copytree(MODELS / "transducer", tmp_path / "sherpa-onnx-fi")
    engine = recognizers.engine_of("fi")

    words = recognizers.streamed(recognizers.streaming(str(engine), "fi")).recognize(SPEECH)

    assert [w.text for w in words] == [" xin", " chào"]
    assert words[0].end_s <= words[1].start_s + 1e-6


def broken(folder: Path, fault: str) -> Path:
    """A copy of the transducer with something wrong in it."""
    copy = shutil.copytree(MODELS / "transducer", folder / "model")
    if fault == "no model":
        (copy / "encoder.onnx").write_bytes(b"nonsense")
    if fault == "another part":
        shutil.copy(copy / "joiner.onnx", copy / "decoder.onnx")
    if fault == "another kind":
        (copy / "joiner.onnx").unlink()
    if fault == "no tokens":
        (copy / "tokens.txt").write_text("what is this\n")
    if fault == "other tokens":
        (copy / "tokens.txt").write_text("<blk> 0\n")
    return copy


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ("no model", "Protobuf parsing failed"),
        ("another part", "'vocab_size' does not exist in the metadata"),
        ("another kind", "'vocab_size' does not exist in the metadata"),
        ("no tokens", "Error: what is this"),
        ("other tokens", "IndexError"),
    ],
)
def test_a_folder_with_something_else_in_it_is_refused_and_nothing_ends(tmp_path, fault, why):
    with pytest.raises(EngineError, match=f"cannot load the model in .*{why}"):
        SherpaStream(broken(tmp_path, fault))
