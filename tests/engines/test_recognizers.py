from itertools import pairwise

import numpy as np
import pytest

from twinhall.captions.ports import SAMPLE_RATE, EngineError, Heard
from twinhall.engines import recognizers, registry, sherpa, vietnamese_stream, vosk
from twinhall.engines.streamed import StreamedRecognizer
from twinhall.environment import SettingError


@pytest.fixture
def models(tmp_path, monkeypatch):
    """A folder of models, empty."""
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path))
    return tmp_path


def test_the_four_languages_have_an_engine_by_default(models):
    assert [recognizers.engine_of(tag) for tag in ("ko", "ja", "en")] == ["whisper", "whisper", "whisper"]


def test_a_setting_chooses_the_engine_of_a_language(models, monkeypatch):
    monkeypatch.setenv("TWINHALL_RECOGNIZER_KO", "vosk")

    assert recognizers.engine_of("ko") == "vosk"


def test_an_engine_that_does_not_exist_is_refused(models, monkeypatch):
    monkeypatch.setenv("TWINHALL_RECOGNIZER_KO", "shazam")

    with pytest.raises(SettingError, match="TWINHALL_RECOGNIZER_KO must be one of whisper, viet-asr"):
        recognizers.engine_of("ko")


def test_a_models_folder_alone_gives_a_language_its_engine(models):
    assert recognizers.engine_of("fi") is None

    (models / "sherpa-onnx-fi").mkdir()

    assert recognizers.engine_of("fi") == "sherpa-onnx"


def test_a_language_of_nobody_is_cued_by_hand(models):
    engines = registry.speech_engines("fi")

    assert (engines.scorer, engines.recognizer, engines.stream) == (None, None, None)


def test_what_is_missing_is_told_with_the_remedy(models):
    engine = recognizers.Streaming("vosk", "vosk", lambda: True, 0.4, models / "vosk-ko", lambda: None)

    assert recognizers.wanting(engine) == f"put a streaming model of vosk into {models / 'vosk-ko'}"
    with pytest.raises(EngineError, match="vosk is not ready: put a streaming model"):
        recognizers.streamed(engine)


def test_a_package_that_is_not_installed_is_named(models):
    engine = recognizers.Streaming("vosk", "vosk", lambda: False, 0.4, models / "vosk-ko", lambda: None)

    assert recognizers.wanting(engine) == "pip install vosk"


def test_vietnamese_streams_know_no_other_language(models):
    with pytest.raises(EngineError, match="viet-asr does not recognise the language ko"):
        recognizers.streaming("viet-asr", "ko")


def test_a_folder_that_is_no_vosk_model_is_refused(models):
    with pytest.raises(EngineError, match=r"it lacks am/final.mdl, conf/model.conf"):
        vosk.VoskStream(models)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("encoder.onnx", "decoder.onnx", "joiner.onnx"), "transducer"),
        (("encoder.int8.onnx", "decoder.int8.onnx"), "paraformer"),
        (("model.onnx",), "ctc"),
    ],
)
def test_a_streaming_model_is_known_by_its_files(models, names, kind):
    for name in ("tokens.txt", *names):
        (models / name).touch()

    assert sherpa.files_in(models).kind == kind


def test_the_quantised_file_is_taken_where_there_are_two(models):
    for name in ("tokens.txt", "model.onnx", "model.int8.onnx"):
        (models / name).touch()

    assert sherpa.files_in(models).parts[1] == ("model", models / "model.int8.onnx")


def test_a_folder_without_a_streaming_model_is_refused_and_says_what_is_expected(models):
    with pytest.raises(EngineError, match=r"lacks tokens\.txt"):
        sherpa.files_in(models)
    (models / "tokens.txt").touch()
    with pytest.raises(EngineError, match="expected encoder, decoder and joiner"):
        sherpa.files_in(models)


def test_a_whisper_model_that_is_not_there_is_named(models, monkeypatch):
    monkeypatch.setenv("TWINHALL_WHISPER_MODEL", "small")

    with pytest.raises(EngineError, match=r"TWINHALL_WHISPER_MODEL=small: no CTranslate2 model"):
        registry.whisper_folder()


def test_a_whisper_model_is_found_by_its_size_or_folder(models, monkeypatch):
    folder = models / "whisper-small"
    folder.mkdir()
    (folder / "model.bin").touch()

    for named in ("small", "whisper-small", str(folder)):
        monkeypatch.setenv("TWINHALL_WHISPER_MODEL", named)
        assert registry.whisper_folder() == folder


class Slow:
    """A stream that brings a word every second, .5 s after it."""

    def __init__(self):
        self.heard_s = 0.0
        self.told = 0

    def hear(self, samples):
        self.heard_s += len(samples) / SAMPLE_RATE
        count = int(self.heard_s - 0.5)
        new, self.told = range(self.told, count), max(self.told, count)
        return Heard("".join(f" w{n}" for n in new), "")

    def finish(self):
        return Heard(" last", "")


def test_words_of_a_stream_get_the_times_at_which_they_came():
    words = StreamedRecognizer(Slow, late_s=0.5).recognize(np.zeros(3 * SAMPLE_RATE, np.float32))

    assert "".join(w.text for w in words) == " w0 w1 w2 last"
    assert [round(w.end_s) for w in words] == [1, 2, 3, 3]
    assert all(a.end_s <= b.start_s + 1e-6 for a, b in pairwise(words))


def test_text_that_only_grows_is_settled_up_to_its_last_word(monkeypatch):
    texts = iter(["kính", "kính thưa", "kính thưa quý\nvị", "kính thưa quý\nvị đại"])

    class Session:
        def accept(self, samples):
            pass

        def partial(self):
            return type("Result", (), {"text": next(texts)})

        final = partial

        def reset(self):
            pass

    stream = vietnamese_stream.VietnameseStream.__new__(vietnamese_stream.VietnameseStream)
    stream._session, stream._told = Session(), 0

    heard = [stream.hear(np.zeros(10, np.float32)) for _ in range(3)]

    assert heard == [Heard("", "kính"), Heard("kính", " thưa"), Heard(" thưa quý", " vị")]
    assert stream.finish() == Heard(" vị đại", "")
