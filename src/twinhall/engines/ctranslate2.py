"""CTranslate2 model folders: OPUS-MT, M2M-100, MADLAD-400; NLLB only where a setting allows its licence."""

import threading
from functools import cached_property
from pathlib import Path

import ctranslate2
import sentencepiece

from twinhall.engines.ct2_folders import LICENCES, NLLB_LICENCE, Ct2Folder, Kind, folders_in
from twinhall.language.failure import EngineError
from twinhall.language.translation import Cost, EngineFacts, Flag, Job, Rendered

END = "</s>"
BEAMS = 4
BATCH_PIECES = 1024
LONGEST_PIECES = 256
REFUSAL = (
    f"ctranslate2: {{name}} holds NLLB weights, whose licence ({NLLB_LICENCE}) forbids commercial use; if"
    " yours is not, set TWINHALL_NONCOMMERCIAL_MODELS=yes"
)


class Ct2Model:
    """One loaded model."""

    def __init__(self, folder: Ct2Folder) -> None:
        """Load a model. Cost: its size. Raises EngineError."""
        self._folder = folder
        try:
            self._translator = ctranslate2.Translator(
                str(folder.path), device="cpu", compute_type="int8", intra_threads=1
            )
            self._source = sentencepiece.SentencePieceProcessor(model_file=str(folder.source_pieces))
            self._target = sentencepiece.SentencePieceProcessor(model_file=str(folder.target_pieces))
        except (RuntimeError, ValueError, OSError) as error:
            raise EngineError(f"ctranslate2 cannot load {folder.path.name}") from error

    def translate(self, job: Job) -> list[Rendered]:
        """Translate sentences. Raises EngineError."""
        prefix = target_prefix(self._folder, job.target)
        rows = [self._row(sentence, job) for sentence in job.sentences]
        try:
            results = self._translator.translate_batch(
                rows,
                target_prefix=[prefix] * len(rows) if prefix else None,
                beam_size=BEAMS,
                batch_type="tokens",
                max_batch_size=BATCH_PIECES,
                max_input_length=0,
                max_decoding_length=2 * LONGEST_PIECES,
            )
        except (RuntimeError, ValueError) as error:
            raise EngineError(f"ctranslate2 failed to translate with {self._folder.path.name}") from error
        return [self._rendered(result.hypotheses[0], prefix) for result in results]

    def _row(self, sentence: str, job: Job) -> list[str]:
        pieces = [str(piece) for piece in self._source.encode(sentence, out_type=str)]
        row = source_row(self._folder, pieces, job.source, job.target)
        return row if adds_end(self._folder) else [*row, END]

    def _rendered(self, hypothesis: list[str], prefix: list[str]) -> Rendered:
        pieces = hypothesis[len(prefix) :] if hypothesis[: len(prefix)] == prefix else hypothesis
        text = str(self._target.decode([p for p in pieces if p != END]))
        if not text.strip():
            return Rendered("", frozenset({Flag.UNUSABLE}))
        return Rendered(text, frozenset({Flag.CUT}) if len(hypothesis) >= 2 * LONGEST_PIECES else frozenset())


class Ct2Translator:
    """Translates pairs whose model folders are under one folder."""

    def __init__(self, path: Path | None, *, noncommercial: bool = False) -> None:
        self._path, self._noncommercial = path, noncommercial
        self._loading = threading.Lock()
        self._loaded: dict[Path, Ct2Model] = {}

    @cached_property
    def _folders(self) -> list[Ct2Folder]:
        return folders_in(self._path) if self._path else []

    @property
    def facts(self) -> EngineFacts:
        """What the engine is."""
        licences = sorted({LICENCES[folder.kind] for folder in self._folders})
        return EngineFacts("ctranslate2", Cost.FREE, ", ".join(licences) or "that of the model")

    def lacks(self, source: str, target: str) -> str | None:
        """Say whether a model for a pair is missing, or refused."""
        if self._path is None:
            return "ctranslate2 needs models: set TWINHALL_CTRANSLATE2 to a folder of model folders"
        try:
            if self._chosen(source, target):
                return None
        except EngineError as error:
            return str(error)
        refused = next((f for f in self._folders if f.does(source, target)), None)
        if refused:
            return REFUSAL.format(name=refused.path.name)
        return f"ctranslate2: no model in {self._path} does {source}-{target}"

    def model(self, source: str, target: str) -> str:
        """Name the model and its kind. Raises EngineError."""
        folder = self._folder(source, target)
        return f"{folder.kind} {folder.path.name} {source}-{target}"

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Translate by a model on this machine. Raises EngineError."""
        folder = self._folder(job.source, job.target)
        with self._loading:
            if folder.path not in self._loaded:
                self._loaded[folder.path] = Ct2Model(folder)
            model = self._loaded[folder.path]
        return tuple(model.translate(job))

    def _folder(self, source: str, target: str) -> Ct2Folder:
        folder = self._chosen(source, target)
        if folder is None:
            raise EngineError(self.lacks(source, target) or "ctranslate2: the model is gone")
        return folder

    def _chosen(self, source: str, target: str) -> Ct2Folder | None:
        """Return the model for a pair: one made for it before one for many."""
        able = [f for f in self._folders if f.does(source, target) and (f.commercial or self._noncommercial)]
        return min(able, key=lambda folder: folder.pair is None, default=None)


def source_row(folder: Ct2Folder, pieces: list[str], source: str, target: str) -> list[str]:
    """Return what a model is given for a sentence: kinds differ in where they are told the languages."""
    if folder.kind is Kind.OPUS:
        word = folder.target_word(target)
        return [word, *pieces] if word else pieces
    if folder.kind is Kind.MADLAD:
        return [folder.target_word(target), *pieces]
    return [folder.target_word(source), *pieces]


def target_prefix(folder: Ct2Folder, target: str) -> list[str]:
    """Return the words that a translation must begin with, so that it is in the target language."""
    return [folder.target_word(target)] if folder.kind in (Kind.M2M100, Kind.NLLB) else []


def adds_end(folder: Ct2Folder) -> bool:
    """Say whether the model adds the end of a sentence by itself."""
    path = folder.path / "config.json"
    return path.is_file() and '"add_source_eos": true' in path.read_text("utf-8")
