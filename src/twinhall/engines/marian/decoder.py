"""The decoder: a recurrence (SSRU) over the words so far, attention to the source, a feed-forward layer.

The SSRU's gate depends on the present word alone: state = gate * state + (1 - gate) * candidate.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from twinhall.engines.marian.layers import FeedForward, Linear, Norm, sigmoid, softmax
from twinhall.engines.marian.reader import Floats, ModelFile


@dataclass(frozen=True, slots=True)
class Memory:
    """Keys and values of the source for one layer, computed once; shapes (batch, heads, width, length) and
    (batch, heads, length, width)."""

    keys: Floats
    values: Floats

    def only(self, rows: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> "Memory":
        """Return the memory of some sentences of the batch."""
        return Memory(self.keys[rows], self.values[rows])


@dataclass(frozen=True, slots=True)
class DecoderLayer:
    """One layer of the decoder."""

    candidate_gate: Floats  # (width, 2 * width)
    gate_bias: Floats
    recurrent_norm: Norm
    query: Linear
    key_value: Linear
    out: Linear
    norm: Norm
    feed_forward: FeedForward

    @classmethod
    def of(cls, file: ModelFile, number: int) -> Self:
        """Take a layer (1, 2, …) from a file."""
        prefix = f"decoder_l{number}_"
        both = np.concatenate([file.matrix(f"{prefix}rnn_W"), file.matrix(f"{prefix}rnn_Wf")])
        return cls(
            np.ascontiguousarray(both.T),
            file.vector(f"{prefix}rnn_bf"),
            Norm.of(file, f"{prefix}rnn_ffn"),
            Linear.of(file, f"{prefix}context_", "q"),
            Linear.of(file, f"{prefix}context_", "k", "v"),
            Linear.of(file, f"{prefix}context_", "o"),
            Norm.of(file, f"{prefix}context_Wo"),
            FeedForward.of(file, prefix),
        )

    def remember(self, encoded: Floats, heads: int) -> Memory:
        """Return the keys and values of an encoded source, shape (batch, length, width)."""
        batch, length, width = encoded.shape
        parts = self.key_value(encoded).reshape(batch, length, 2, heads, width // heads)
        keys, values = parts[:, :, 0].transpose(0, 2, 3, 1), parts[:, :, 1].transpose(0, 2, 1, 3)
        return Memory(np.ascontiguousarray(keys), np.ascontiguousarray(values))

    def step(
        self, x: Floats, state: Floats, memory: Memory, bias: Floats | None, heads: int
    ) -> tuple[Floats, Floats]:
        """Take in one word a sentence, shape (batch, width); return the output and the next state."""
        batch, width = x.shape
        mixed = x @ self.candidate_gate
        gate = sigmoid(mixed[:, width:] + self.gate_bias)
        candidate = mixed[:, :width]
        state = candidate + gate * (state - candidate)
        x = self.recurrent_norm(x, np.maximum(state, 0))
        query = self.query(x).reshape(batch, heads, 1, width // heads)
        scores: Floats = query @ memory.keys
        scores *= np.float32((width // heads) ** -0.5)
        if bias is not None:
            scores += bias
        attended = (softmax(scores) @ memory.values).reshape(batch, width)
        return self.feed_forward(self.norm(x, self.out(attended))), state
