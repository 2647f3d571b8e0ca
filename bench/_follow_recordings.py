"""The recordings that the follower is measured on: NAME.flac and NAME.timing.json in a folder.

The timing is {"lang": tag, "sentences": [{"start", "end", "onset", "text"}, …]} in seconds. A sentence begins
at its `onset`, the first voice in it; labels begin up to .8 s earlier.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from _setting import CHECKOUT, progress
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines.audio_file import decode

DATA = CHECKOUT.parent / "shared" / "data"
TEXTS = DATA / "parallel" / "flores200_dev.tsv"
# The follower's settings were found on these; all others are kept for reporting.
TUNED_ON = frozenset({"tedx_statistics_lee_f", "read_kih", "vivos_spk01_part1"})
AFTER_S = 1.0  # audio kept behind the last sentence of a shortened recording

Audio = NDArray[np.int16]  # mono, 16 kHz


class NoRecordings(LookupError):
    """There is nothing to measure on; the message says where recordings were looked for."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it was spoken. Times in seconds from the recording's start."""

    text: str
    start_s: float  # first voice
    end_s: float


@dataclass(frozen=True, slots=True)
class Recording:
    """A speaker reading sentences."""

    name: str
    language: str
    path: Path
    sentences: tuple[Sentence, ...]
    seconds: float | None = None  # None: the whole file

    @property
    def half(self) -> str:
        """Say whether settings were tuned on it."""
        return "tune" if self.name in TUNED_ON else "report"

    def audio(self) -> Audio:
        """Return its sound. Raises NoAudio."""
        whole = decoded(self.path)
        return whole if self.seconds is None else whole[: int(self.seconds * SAMPLE_RATE)]

    def shortened(self, seconds: float) -> "Recording":
        """Return the sentences that end within so many seconds; the first one always."""
        kept = tuple(s for s in self.sentences if s.end_s <= seconds) or self.sentences[:1]
        if len(kept) == len(self.sentences):
            return self
        until_s = min(kept[-1].end_s + AFTER_S, self.sentences[len(kept)].start_s - 0.05)
        return replace(self, sentences=kept, seconds=until_s)


@lru_cache(maxsize=16)
def decoded(path: Path) -> Audio:
    """Return a file's sound, read once."""
    return decode(path)


def default_folders() -> list[Path]:
    """Return the folders of the test recordings beside the checkout, a language each."""
    return sorted(p for p in (DATA / "speech").glob("*") if p.is_dir())


def find(folders: Iterable[Path]) -> list[Recording]:
    """Return the recordings of folders, in order. Raises NoRecordings when there is none."""
    folders = list(folders)
    found = []
    for folder in folders:
        for path in sorted(folder.glob("*.flac")):
            timing = path.with_name(f"{path.stem}.timing.json")
            if timing.is_file():
                found.append(read(path, timing))
            else:
                progress(f"{path.name} has no {timing.name} beside it and is left out")
    if not found:
        where = ", ".join(map(str, folders)) or str(DATA / "speech")
        raise NoRecordings(f"no recording (NAME.flac with NAME.timing.json) in {where}")
    return found


def read(path: Path, timing: Path) -> Recording:
    """Return one recording from its sound and its timing. Raises NoRecordings for a timing without sense."""
    try:
        told = json.loads(timing.read_text(encoding="utf-8"))
        sentences = tuple(
            Sentence(s["text"], float(s.get("onset", s["start"])), float(s["end"])) for s in told["sentences"]
        )
        language = str(told["lang"])
    except (KeyError, TypeError, ValueError) as error:
        raise NoRecordings(f"{timing} is not a timing: {error!r}") from error
    if not sentences:
        raise NoRecordings(f"{timing} holds no sentence")
    return Recording(path.stem, language, path, sentences)


def strangers(recording: Recording, recordings: Sequence[Recording], texts: Path = TEXTS) -> list[str]:
    """Return sentences of a recording's language that are not spoken in it: of other recordings, else texts.

    texts: a table of parallel sentences, tab-separated, whose head names the languages; it may be missing.
    """
    others = [r for r in recordings if r.language == recording.language and r.name != recording.name]
    found = [s.text for other in others for s in other.sentences]
    spoken = {s.text for s in recording.sentences}
    return [text for text in (found or column(texts, recording.language)) if text not in spoken]


def column(texts: Path, language: str) -> list[str]:
    """Return the sentences of one language from a table of parallel sentences; none if it is not there."""
    if not texts.is_file():
        return []
    head, *rows = (line.split("\t") for line in texts.read_text(encoding="utf-8").splitlines() if line)
    if language not in head:
        return []
    at = head.index(language)
    return [row[at].strip() for row in rows if len(row) > at]
