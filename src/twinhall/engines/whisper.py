"""Whisper by CTranslate2: a scorer of known texts and a recogniser, on one loaded model.

Only as much audio as there is gets encoded, never 30 s of padding. One thread a call.
"""

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from numpy.typing import NDArray

from twinhall.captions.ports import SAMPLE_RATE, EngineError, Samples, Scored, Sound, Word
from twinhall.engines.gpu import placed

FRAMES_A_SECOND = 100
ENCODED_S = 0.02  # one encoder frame
LONGEST_FRAMES = 3000
SLOW_FRAMES = 160  # align() of ctranslate2 4.8.5 is four times slower on exactly these
LEAST_P = 1e-9
LONGEST_S = 29.0

TOKENS_A_SECOND = 8
LEAST_MEAN_LOG_P = -1.0  # below it the text is a guess
TAIL_S = 1.0
REPETITION_PENALTY = 1.1
NO_REPEAT = 4
BEAMS = 5
MOST_NO_SPEECH = 0.8
UNHEARD_S = 0.05  # words that begin later than so much before the end of the audio were made up
PART_OF_A_LETTER = "\N{REPLACEMENT CHARACTER}"


class Whisper:
    """One loaded model, which scorers and recognisers of all languages share."""

    def __init__(self, folder: Path, threads: int = 1, callers: int = 1, device: str = "auto") -> None:
        """Load the model, for so many calls at once. Cost: .5 s, 400 MB. Raises EngineError."""
        device, kind = placed(device)
        try:
            self.model = WhisperModel(
                str(folder), device=device, compute_type=kind, cpu_threads=threads, num_workers=callers
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise EngineError(f"whisper cannot load its model from {folder}") from error
        heard, expected = self.model.feature_extractor.mel_filters.shape[0], self.model.model.n_mels
        if heard != expected:
            raise EngineError(
                f"{folder} is a model of {expected} mel bands: put its preprocessor_config.json beside it"
            )
        if device == "cuda":
            self.encode(np.zeros(SAMPLE_RATE, np.float32), 0.0)  # the first call builds kernels: 10 s

    def tokenizer(self, language: str) -> Tokenizer:
        """Return the tokeniser for a language. Raises EngineError if the model does not know the language."""
        try:
            return Tokenizer(self.model.hf_tokenizer, True, task="transcribe", language=language)
        except ValueError as error:
            raise EngineError(f"whisper does not know the language {language}") from error

    def encode(self, samples: Samples, tail_s: float) -> NDArray[np.float32]:
        """Return the encoder's output for a stretch and `tail_s` of silence, shape (1, frames, width)."""
        samples = samples[-int(LONGEST_S * SAMPLE_RATE) :]
        frames = int(len(samples) * FRAMES_A_SECOND / SAMPLE_RATE + tail_s * FRAMES_A_SECOND)
        frames = min(LONGEST_FRAMES, frames + frames % 2)
        frames += 2 * (frames == SLOW_FRAMES)
        mel = self.model.feature_extractor(samples)[:, :frames]
        missing = frames - mel.shape[1]
        if missing > 0:
            mel = np.pad(mel, ((0, 0), (0, missing)), constant_values=mel.min() if mel.size else 0.0)
        features = storage(np.ascontiguousarray(mel[None], dtype=np.float32))
        try:
            return np.array(self.model.model.encode(features, to_cpu=True))
        except RuntimeError as error:
            raise EngineError("whisper failed to encode audio") from error

    def align(
        self, encoded: NDArray[np.float32], start: Sequence[int], texts: Sequence[Sequence[int]]
    ) -> list[Scored]:
        """Force texts on encoded audio."""
        if not texts or not all(texts):
            raise EngineError("whisper cannot score a text without tokens")  # align() would crash
        frames = encoded.shape[1]
        batch = np.ascontiguousarray(np.repeat(encoded, len(texts), 0)) if len(texts) > 1 else encoded
        rows = [list(text) for text in texts]
        try:
            results = self.model.model.align(storage(batch), list(start), rows, [frames * 2] * len(rows))
        except (RuntimeError, ValueError) as error:
            raise EngineError("whisper failed to score a text") from error
        return [scored(result, len(row), frames) for result, row in zip(results, rows, strict=True)]

    def generate(
        self, encoded: NDArray[np.float32], start: Sequence[int], most: int
    ) -> tuple[list[int], float]:
        """Return the greedy transcript's tokens and their mean log-probability."""
        try:
            (result,) = self.model.model.generate(
                storage(encoded),
                [list(start)],
                beam_size=1,
                max_length=most + len(start),
                suppress_blank=True,
                repetition_penalty=REPETITION_PENALTY,
                no_repeat_ngram_size=NO_REPEAT,
                return_scores=True,
            )
        except (RuntimeError, ValueError) as error:
            raise EngineError("whisper failed to recognise speech") from error
        return result.sequences_ids[0], result.scores[0]


class WhisperScorer:
    """The scorer port for one language."""

    def __init__(self, whisper: Whisper, language: str) -> None:
        self._whisper = whisper
        self._tokenizer = whisper.tokenizer(language)
        self._start = list(self._tokenizer.sot_sequence)

    def tokens(self, text: str) -> tuple[int, ...]:
        """Return the tokens of a sentence, as they follow another one."""
        return tuple(self._tokenizer.encode(" " + unicodedata.normalize("NFC", text).strip()))

    def pieces(self, tokens: Sequence[int]) -> list[str]:
        """Return the text of each token."""
        return [self._tokenizer.decode([t]) for t in tokens]

    def encode(self, samples: Samples, tail_s: float) -> Sound:
        """Encode a stretch. Cost: 22 ms for 1 s, 87 ms for 6 s."""
        return cast(Sound, self._whisper.encode(samples, tail_s))

    def score(self, sound: Sound, texts: Sequence[Sequence[int]]) -> list[Scored]:
        """Score texts on the sound. Cost: 29 ms for one of 30 tokens, 95 ms for six of 20."""
        return self._whisper.align(cast(Any, sound), self._start, texts)

    def free(self, sound: Sound, most_tokens: int) -> str:
        """Return a quick transcript. Cost: 74 ms for 2 s, 143 ms for 3.5 s."""
        start = [*self._start, self._tokenizer.no_timestamps]
        ids, _ = self._whisper.generate(cast(Any, sound), start, most_tokens)
        return str(self._tokenizer.decode(ids))


class WhisperRecognizer:
    """The recogniser port for one language."""

    def __init__(self, whisper: Whisper, language: str) -> None:
        self._whisper, self._tokenizer = whisper, whisper.tokenizer(language)
        self._start = list(self._tokenizer.sot_sequence)

    def recognize(self, samples: Samples) -> list[Word]:
        """Return the words of a stretch with their times. Cost: about .07 of the audio's length."""
        seconds = len(samples) / SAMPLE_RATE
        encoded = self._whisper.encode(samples, TAIL_S)
        start = [*self._start, self._tokenizer.no_timestamps]
        ids, mean_log_p = self._whisper.generate(encoded, start, int(seconds * TOKENS_A_SECOND) + 8)
        ids = [t for t in ids if t < self._tokenizer.eot]
        if not ids or mean_log_p < LEAST_MEAN_LOG_P:
            return []
        (aligned,) = self._whisper.align(encoded, self._start, [ids])
        texts, groups = self._tokenizer.split_to_word_tokens(ids)
        found = words(texts, [len(g) for g in groups], np.minimum(aligned.starts_s, seconds))
        return [w for w in found if w.start_s < seconds - UNHEARD_S]


class WhisperTranscriber:
    """The transcriber port for one language: beam search, the text before as context."""

    def __init__(self, whisper: Whisper, language: str) -> None:
        whisper.tokenizer(language)
        self._whisper, self._language = whisper, language

    def transcribe(self, samples: Samples, spans: Sequence[tuple[float, float]]) -> list[Word]:
        """Return the words in spans of a recording. Cost: .3 of their length, .5 s a span at least."""
        clips = [edge for span in spans for edge in span]
        try:
            segments, _ = self._whisper.model.transcribe(
                samples,
                language=self._language,
                beam_size=BEAMS,
                word_timestamps=True,
                clip_timestamps=clips,
                condition_on_previous_text=False,
                hallucination_silence_threshold=2.0,
            )
            found = [w for s in segments if s.no_speech_prob < MOST_NO_SPEECH for w in s.words or ()]
        except (RuntimeError, ValueError) as error:
            raise EngineError("whisper failed to transcribe a recording") from error
        return [Word(w.word, float(w.start), float(w.end)) for w in found]


def words(texts: Sequence[str], lengths: Sequence[int], starts_s: NDArray[np.float64]) -> list[Word]:
    """Give each word the times of its tokens. A last word without the rest of its letters is none."""
    found, first = list[Word](), 0
    for text, length in zip(texts, lengths, strict=True):
        if PART_OF_A_LETTER in text:
            break
        found.append(Word(text, float(starts_s[first]), float(starts_s[first + length])))
        first += length
    return found


def scored(result: Any, length: int, frames: int) -> Scored:
    """Translate an alignment: log-probabilities, and the first frame of each token."""
    log_p = np.log(np.maximum(np.array(result.text_token_probs, np.float64), LEAST_P))
    starts = np.full(length + 1, frames * ENCODED_S)
    for token, frame in reversed(result.alignments):
        if token < len(starts):
            starts[token] = frame * ENCODED_S
    return Scored(log_p, starts)


def storage(array: NDArray[np.float32]) -> Any:
    """Return an array as CTranslate2 takes it."""
    return ctranslate2.StorageView.from_array(array)
