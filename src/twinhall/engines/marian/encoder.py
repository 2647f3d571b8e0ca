"""The encoder: a transformer over the source sentence."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from twinhall.engines.marian.layers import FeedForward, Linear, Norm, softmax
from twinhall.engines.marian.reader import Floats, ModelFile


@dataclass(frozen=True, slots=True)
class EncoderLayer:
    """Self-attention, then a feed-forward layer."""

    query_key_value: Linear
    out: Linear
    norm: Norm
    feed_forward: FeedForward

    @classmethod
    def of(cls, file: ModelFile, number: int) -> Self:
        """Take a layer (1, 2, …) from a file."""
        prefix = f"encoder_l{number}_"
        return cls(
            Linear.of(file, f"{prefix}self_", "q", "k", "v"),
            Linear.of(file, f"{prefix}self_", "o"),
            Norm.of(file, f"{prefix}self_Wo"),
            FeedForward.of(file, prefix),
        )

    def __call__(self, x: Floats, bias: Floats | None, heads: int) -> Floats:
        batch, length, width = x.shape
        parts = self.query_key_value(x).reshape(batch, length, 3, heads, width // heads)
        query, key, value = parts.transpose(2, 0, 3, 1, 4)
        scores: Floats = query @ key.transpose(0, 1, 3, 2)
        scores *= np.float32((width // heads) ** -0.5)
        if bias is not None:
            scores += bias
        mixed = (softmax(scores) @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        return self.feed_forward(self.norm(x, self.out(mixed)))


@dataclass(frozen=True, slots=True)
class Encoder:
    """All layers of the encoder."""

    layers: tuple[EncoderLayer, ...]
    heads: int

    def __call__(self, x: Floats, there: NDArray[np.bool_]) -> Floats:
        """Encode embedded sentences, shape (batch, length, width); `there` tells words from filling."""
        bias = attention_bias(there)
        for layer in self.layers:
            x = layer(x, bias, self.heads)
        return x


def attention_bias(there: NDArray[np.bool_]) -> Floats | None:
    """Return what keeps attention off the filling, shape (batch, 1, 1, length); None if there is none."""
    if there.all():
        return None
    return np.where(there, np.float32(0), np.float32(-np.inf))[:, None, None, :]
