"""Folders of CTranslate2 translation models: which kind each is, which languages, whose licence."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from twinhall.language.failure import EngineError

PAIR = re.compile(r"(?:^|-)([a-z]{2,3})-([a-z]{2,3})$")
OPUS_CODES = {"ko": "kor", "vi": "vie", "ja": "jpn", "en": "eng"}
NLLB_CODES = {"ko": "kor_Hang", "vi": "vie_Latn", "ja": "jpn_Jpan", "en": "eng_Latn"}
NLLB_LICENCE = "CC-BY-NC-4.0"


class Kind(StrEnum):
    """A family of models, by how they are told the languages."""

    OPUS = "OPUS-MT"
    M2M100 = "M2M-100"
    MADLAD = "MADLAD-400"
    NLLB = "NLLB-200"


LICENCES = {
    Kind.OPUS: "CC-BY-4.0",
    Kind.M2M100: "MIT",
    Kind.MADLAD: "Apache-2.0",
    Kind.NLLB: NLLB_LICENCE,
}


@dataclass(frozen=True, slots=True)
class Ct2Folder:
    """One model: its kind, its vocabulary's special words, and the one pair it does, if it does one only."""

    path: Path
    kind: Kind
    specials: frozenset[str]
    pair: tuple[str, str] | None
    source_pieces: Path
    target_pieces: Path

    @property
    def commercial(self) -> bool:
        """Whether the weights may be used for anything."""
        return self.kind is not Kind.NLLB

    def does(self, source: str, target: str) -> bool:
        """Say whether the model does a pair."""
        if self.kind is Kind.OPUS and self.pair and not self.target_word(target):
            return self.pair == (source, target)
        if self.kind is Kind.OPUS:
            return bool(self.target_word(target)) and (self.pair is None or self.pair[0] == source)
        if self.kind is Kind.MADLAD:
            return self.target_word(target) in self.specials
        return {self.target_word(source), self.target_word(target)} <= self.specials

    def target_word(self, language: str) -> str:
        """Return the word by which this kind of model is told a language; "" if it has none for it."""
        words = {
            Kind.OPUS: f">>{OPUS_CODES.get(language, language)}<<",
            Kind.M2M100: f"__{language}__",
            Kind.MADLAD: f"<2{language}>",
            Kind.NLLB: NLLB_CODES.get(language, ""),
        }
        word = words[self.kind]
        return word if self.kind is not Kind.OPUS or word in self.specials else ""


def folders_in(path: Path) -> list[Ct2Folder]:
    """Return the models in a folder of folders, by name. Raises EngineError if it is not there."""
    if not path.is_dir():
        raise EngineError(f"ctranslate2: there is no folder {path} (TWINHALL_CTRANSLATE2)")
    found = (folder_at(inner) for inner in sorted(path.iterdir()) if (inner / "model.bin").is_file())
    return [folder for folder in found if folder is not None]


def folder_at(path: Path) -> Ct2Folder | None:
    """Return the model in a folder, None if it is of no known kind or lacks its SentencePiece files."""
    opus = path / "source.spm", path / "target.spm"
    if all(file.is_file() for file in opus):
        pair = PAIR.search(path.name)
        specials = special_words(path, r">>\w+<<")
        return Ct2Folder(path, Kind.OPUS, specials, (pair[1], pair[2]) if pair else None, *opus)
    names = ("sentencepiece.bpe.model", "spiece.model", "sentencepiece.model")
    pieces = next((path / name for name in names if (path / name).is_file()), None)
    if pieces is None:
        return None
    patterns = {Kind.NLLB: r"[a-z]{3}_[A-Z][a-z]{3}", Kind.M2M100: r"__[a-z]{2,3}__", Kind.MADLAD: r"<2\w+>"}
    for kind, pattern in patterns.items():
        if specials := special_words(path, pattern):
            return Ct2Folder(path, kind, specials, None, pieces, pieces)
    return None


def special_words(path: Path, pattern: str) -> frozenset[str]:
    """Return the words of a model's vocabulary that match a pattern."""
    return frozenset(word for word in vocabulary_of(path) if re.fullmatch(pattern, word))


def vocabulary_of(path: Path) -> Iterable[str]:
    """Yield the words of a model's target vocabulary."""
    for name in ("shared_vocabulary", "target_vocabulary"):
        if (path / f"{name}.json").is_file():
            return [str(word) for word in json.loads((path / f"{name}.json").read_text("utf-8"))]
        if (path / f"{name}.txt").is_file():
            return (path / f"{name}.txt").read_text("utf-8").splitlines()
    return []
