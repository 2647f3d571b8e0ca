"""A translation model: what turns the words of source sentences into the words of target sentences."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twinhall.engines.marian.decoder import DecoderLayer, Memory
from twinhall.engines.marian.encoder import Encoder, EncoderLayer, attention_bias
from twinhall.engines.marian.layers import positions
from twinhall.engines.marian.reader import BadModel, Floats, ModelFile, Quantised
from twinhall.engines.marian.shortlist import Ids, Shortlist

EXPECTED = {
    "type": "transformer",
    "transformer-decoder-autoreg": "rnn",
    "dec-cell": "ssru",
    "transformer-preprocess": "",
    "transformer-postprocess": "dan",
    "transformer-postprocess-top": "",
    "transformer-ffn-activation": "relu",
    "transformer-ffn-depth": 2,
    "transformer-train-position-embeddings": False,
    "transformer-tied-layers": [],
    "right-left": False,
    "layer-normalization": False,
}
PLACES = 256  # of source and target whose signals are kept; more are computed when needed
NEVER = np.float32(-np.inf)


@dataclass(frozen=True, slots=True)
class Choice:
    """The target words that a batch may use: their ids, embeddings (width, words), and per sentence a bias
    (sentences, words) that forbids those which only other sentences may use."""

    ids: Ids
    embeddings: Floats
    bias: Floats


@dataclass(slots=True)
class Course:
    """The sentences of a batch that are not finished: which they are, their states and memories."""

    rows: NDArray[np.int64]
    states: list[Floats]
    memories: list[Memory]
    bias: Floats | None
    words: Floats  # what was chosen last, embedded

    def keep(self, going: NDArray[np.bool_]) -> None:
        """Drop the sentences that are finished."""
        at = np.flatnonzero(going)
        self.rows = self.rows[at]
        self.states = [state[at] for state in self.states]
        self.memories = [memory.only(at) for memory in self.memories]
        self.bias = None if self.bias is None else self.bias[at]
        self.words = self.words[at]


class Model:
    """Weights and how they are used. Read-only after loading: threads share it."""

    def __init__(self, file: ModelFile, shortlist: Shortlist | None, end: int) -> None:
        """Build a model. Cost: 60 ms for one of 17 MB. Raises BadModel if it is of an unknown kind."""
        config = file.config
        check(config)
        heads = int(config["transformer-heads"])
        self._heads, self._end, self._shortlist = heads, end, shortlist
        self._source, self._target = embeddings(file)
        self.width = self._target.values.shape[1]
        self._encoder = Encoder(
            tuple(EncoderLayer.of(file, n) for n in range(1, int(config["enc-depth"]) + 1)), heads
        )
        self._layers = tuple(DecoderLayer.of(file, n) for n in range(1, int(config["dec-depth"]) + 1))
        self._word_bias = file.vector("decoder_ff_logit_out_b")
        self._scale = np.float32(math.sqrt(self.width))
        self._places = positions(PLACES, self.width)

    @property
    def words(self) -> tuple[int, int]:
        """Return the sizes of the source and the target vocabulary."""
        return len(self._source.values), len(self._target.values)

    def translate(self, table: Ids, there: NDArray[np.bool_], limits: NDArray[np.int64]) -> list[list[int]]:
        """Return the target words of each sentence, the most probable word at each place.

        table: source words (sentences, longest), each with its end, filled up; there: which are words.
        limits: the most target words a sentence may get; one that reaches it has no end.
        A sentence's words do not depend on the sentences beside it.
        """
        choice = self._choice(table, there)
        encoded = self._encoder(self._embed(self._source, table) + self._signals(table.shape[1]), there)
        course = self._begin(encoded, there)
        outputs: list[list[int]] = [[] for _ in table]
        for place in range(int(limits.max())):
            chosen = choice.ids[self._step(course, choice, place).argmax(-1)]
            going = (chosen != self._end) & (limits[course.rows] > place)
            for row, word in zip(course.rows[going].tolist(), chosen[going].tolist(), strict=True):
                outputs[row].append(word)
            going &= limits[course.rows] > place + 1
            if not going.any():
                break
            course.words = self._embed(self._target, chosen)
            if not going.all():
                course.keep(going)
        return outputs

    def _begin(self, encoded: Floats, there: NDArray[np.bool_]) -> Course:
        memories = [layer.remember(encoded, self._heads) for layer in self._layers]
        nothing = np.zeros((len(encoded), self.width), np.float32)
        return Course(
            np.arange(len(encoded)), [nothing for _ in memories], memories, attention_bias(there), nothing
        )

    def _step(self, course: Course, choice: Choice, place: int) -> Floats:
        """Return how probable each word of the choice is next, shape (sentences, words), up to a constant."""
        x = course.words + self._signals(place + 1)[place]
        for n, layer in enumerate(self._layers):
            x, course.states[n] = layer.step(
                x, course.states[n], course.memories[n], course.bias, self._heads
            )
        scores: Floats = x @ choice.embeddings
        scores += choice.bias[course.rows]
        return scores

    def _choice(self, table: Ids, there: NDArray[np.bool_]) -> Choice:
        if self._shortlist is None:
            ids = np.arange(len(self._word_bias))
            return Choice(ids, self._columns(ids), np.tile(self._word_bias, (len(table), 1)))
        lists = [self._shortlist(row[filled]) for row, filled in zip(table, there, strict=True)]
        ids = lists[0] if len(lists) == 1 else np.unique(np.concatenate(lists))
        bias = np.full((len(table), len(ids)), NEVER)
        for row, allowed in zip(bias, lists, strict=True):
            row[np.searchsorted(ids, allowed)] = self._word_bias[allowed]
        return Choice(ids, self._columns(ids), bias)

    def _columns(self, ids: Ids) -> Floats:
        return np.ascontiguousarray(self._target.rows(ids).T)

    def _embed(self, matrix: Quantised, ids: Ids) -> Floats:
        embedded = matrix.rows(ids)
        embedded *= self._scale
        return embedded

    def _signals(self, count: int) -> Floats:
        return self._places[:count] if count <= PLACES else positions(count, self.width)


def check(config: dict[str, Any]) -> None:
    """Make sure that a model is built the way this runtime computes. Raises BadModel."""
    for key, expected in EXPECTED.items():
        if config.get(key, expected) != expected:
            raise BadModel(f"the model has {key}: {config[key]!r}; this runtime knows {expected!r} only")
    if not (config.get("tied-embeddings-all") or config.get("tied-embeddings")):
        raise BadModel("the model has an output layer of its own; this runtime knows tied embeddings only")
    for key in ("transformer-heads", "enc-depth", "dec-depth"):
        if not isinstance(config.get(key), int):
            raise BadModel(f"the model does not say its {key}")


def embeddings(file: ModelFile) -> tuple[Quantised, Quantised]:
    """Return the embeddings of the source and the target; one matrix if they share a vocabulary."""
    if "Wemb" in file.matrices:
        return file.matrices["Wemb"], file.matrices["Wemb"]
    return file.quantised("encoder_Wemb"), file.quantised("decoder_Wemb")
