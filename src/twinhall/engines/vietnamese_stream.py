"""viet-asr: streaming Vietnamese, its model in its package (Apache-2.0)."""

from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import numpy as np

from twinhall.captions.ports import SAMPLE_RATE, EngineError, Heard, Samples

PACKAGE = "vietasr"
LATE_S = 0.3


def is_there() -> bool:
    """Say whether the package is installed."""
    return find_spec(PACKAGE) is not None


class VietnameseStream:
    """The stream port: text only grows; the last word may still be in the making."""

    def __init__(self) -> None:
        """Load the model, which all streams share. Cost: .6 s, 180 MB the first time. Raises EngineError."""
        try:
            self._session: Any = _pipeline().stream(sample_rate=float(SAMPLE_RATE))
        except ImportError as error:
            raise EngineError("viet-asr is not installed: pip install viet-asr") from error
        except (RuntimeError, OSError) as error:
            raise EngineError("viet-asr cannot load its model") from error
        self._told = 0  # characters of the session's text that were given as settled

    def hear(self, samples: Samples) -> Heard:
        """Take the next samples. Cost: .1 to .2 of their length. Raises EngineError."""
        try:
            self._session.accept(as_int16(samples))
            text = str(self._session.partial().text).replace("\n", " ")
        except RuntimeError as error:
            raise EngineError("viet-asr failed to recognise speech") from error
        stays = max(self._told, text.rfind(" "))
        settled, self._told = text[self._told : stays], stays
        return Heard(settled, text[stays:])

    def finish(self) -> Heard:
        """Return the last words and begin anew. Raises EngineError."""
        try:
            text = str(self._session.final().text).replace("\n", " ")
            self._session.reset()
        except RuntimeError as error:
            raise EngineError("viet-asr failed to recognise speech") from error
        settled, self._told = text[self._told :], 0
        return Heard(f" {settled.strip()}" if settled.strip() else "", "")


def as_int16(samples: Samples) -> "np.ndarray[Any, np.dtype[np.int16]]":
    """Return samples as 16-bit integers."""
    return (np.clip(samples, -1.0, 1.0) * 32767).astype(np.int16)


@lru_cache(maxsize=1)
def _pipeline() -> Any:
    import vietasr  # optional

    return vietasr.Pipeline.new().add("vietasr").build()
