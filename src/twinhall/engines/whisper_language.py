"""Which language is spoken, by Whisper: to warn of a recording that is not in the language named."""

import numpy as np

from twinhall.captions.ports import EngineError, Samples
from twinhall.engines.whisper import Whisper, storage

FRAMES = 3000


class WhisperLanguage:
    """The spoken-language port."""

    def __init__(self, whisper: Whisper) -> None:
        self._whisper = whisper

    def language_of(self, samples: Samples) -> tuple[str, float]:
        """Return the likeliest language of a stretch of at most 30 s, and how likely it is. Cost: .5 s."""
        model = self._whisper.model
        mel = model.feature_extractor(samples)[:, :FRAMES]
        mel = np.pad(
            mel, ((0, 0), (0, FRAMES - mel.shape[1])), constant_values=mel.min() if mel.size else 0.0
        )
        try:
            encoded = model.model.encode(storage(np.ascontiguousarray(mel[None], np.float32)))
            (found,) = model.model.detect_language(encoded)
        except RuntimeError as error:
            raise EngineError("whisper failed to tell the language") from error
        tag, probability = found[0]
        return tag.strip("<|>"), float(probability)
