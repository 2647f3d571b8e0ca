"""The pieces that encoder and decoder are built of. All arrays are float32."""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np

from twinhall.engines.marian.reader import Floats, ModelFile

EPSILON = np.float32(1e-9)


@dataclass(frozen=True, slots=True)
class Linear:
    """x @ matrix + bias, for a matrix (inputs, outputs) that may be several side by side."""

    matrix: Floats
    bias: Floats

    @classmethod
    def of(cls, file: ModelFile, prefix: str, *names: str) -> Self:
        """Take matrices `W*` and biases `b*` of those names from a file, side by side."""
        matrix = np.concatenate([file.matrix(f"{prefix}W{name}") for name in names])
        bias = np.concatenate([file.vector(f"{prefix}b{name}") for name in names])
        return cls(np.ascontiguousarray(matrix.T), bias)

    def __call__(self, x: Floats) -> Floats:
        # One product of all rows: numpy would make one for each sentence, a third slower.
        result: Floats = x.reshape(-1, x.shape[-1]) @ self.matrix
        result += self.bias
        return result.reshape(*x.shape[:-1], -1)


@dataclass(frozen=True, slots=True)
class Norm:
    """Layer normalisation of a sum: what comes in and what a layer made of it."""

    scale: Floats
    bias: Floats

    @classmethod
    def of(cls, file: ModelFile, prefix: str) -> Self:
        """Take a normalisation from a file."""
        return cls(file.vector(f"{prefix}_ln_scale"), file.vector(f"{prefix}_ln_bias"))

    def __call__(self, x: Floats, added: Floats) -> Floats:
        total = x + added
        total -= total.mean(-1, keepdims=True)
        spread = np.einsum("...i,...i->...", total, total)[..., None] / np.float32(total.shape[-1])
        total /= np.sqrt(spread + EPSILON)
        total *= self.scale
        total += self.bias
        return total


@dataclass(frozen=True, slots=True)
class FeedForward:
    """Two layers with a ReLU between, added and normalised."""

    first: Linear
    second: Linear
    norm: Norm

    @classmethod
    def of(cls, file: ModelFile, prefix: str) -> Self:
        """Take a feed-forward layer from a file."""
        return cls(
            Linear.of(file, f"{prefix}ffn_", "1"),
            Linear.of(file, f"{prefix}ffn_", "2"),
            Norm.of(file, f"{prefix}ffn_ffn"),
        )

    def __call__(self, x: Floats) -> Floats:
        inner = self.first(x)
        np.maximum(inner, 0, out=inner)
        return self.norm(x, self.second(inner))


def softmax(scores: Floats) -> Floats:
    """Return shares along the last axis, in place."""
    scores -= scores.max(-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(-1, keepdims=True)
    return scores


def sigmoid(x: Floats) -> Floats:
    """Return 1 / (1 + e^-x), in place, without overflow."""
    x *= np.float32(0.5)
    np.tanh(x, out=x)
    x += np.float32(1)
    x *= np.float32(0.5)
    return x


def positions(count: int, width: int) -> Floats:
    """Return the signals of the first places, shape (count, width): all sines, then all cosines."""
    half = width // 2
    frequency = np.exp(-np.arange(half) * (math.log(10000.0) / (half - 1))).astype(np.float32)
    angle = np.arange(count, dtype=np.float32)[:, None] * frequency
    return np.concatenate([np.sin(angle), np.cos(angle)], axis=1)
