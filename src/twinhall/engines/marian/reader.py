"""Reads Marian's binary model files: a header, names, shapes, then the values, int8 for matrices.

Layout (little endian): version and count of items (u64 each); per item the length of its name, its type, the
number of its dimensions and the bytes of its values (u64 each); the names, zero-ended; the shapes (i32); a
gap; the values. An int8 matrix is stored transposed, and its multiplier (f32) follows it.
"""

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from twinhall.language.failure import EngineError

Floats = NDArray[np.float32]

VERSION = 1
FLOAT32, INT8, CHARS = 0x404, 0x4101, 0x101
CONFIG = "special:model.yml"
EMBEDDINGS = ("Wemb", "encoder_Wemb", "decoder_Wemb")
MOST_ITEMS = 10_000


class BadModel(EngineError):
    """A model file that cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Quantised:
    """An int8 matrix on the mapped file; a value is the number divided by the multiplier."""

    values: NDArray[np.int8]
    multiplier: float

    def rows(self, index: NDArray[np.int64] | slice) -> Floats:
        """Return rows as float32."""
        return self.values[index].astype(np.float32) / np.float32(self.multiplier)


@dataclass(frozen=True, slots=True)
class ModelFile:
    """What a model file holds. Matrices are given as (outputs, inputs), embeddings as (words, width)."""

    config: dict[str, Any]
    vectors: dict[str, Floats]
    matrices: dict[str, Quantised]

    def vector(self, name: str) -> Floats:
        """Return a float vector, shape (n,). Raises BadModel."""
        try:
            return self.vectors[name].reshape(-1)
        except KeyError as error:
            raise BadModel(f"the model lacks {name}: this runtime does not know its kind") from error

    def matrix(self, name: str) -> Floats:
        """Return a matrix as float32, shape (outputs, inputs). Raises BadModel."""
        return self.quantised(name).rows(slice(None))

    def quantised(self, name: str) -> Quantised:
        """Return a matrix as it lies in the file. Raises BadModel."""
        try:
            return self.matrices[name]
        except KeyError as error:
            raise BadModel(f"the model lacks {name}: this runtime does not know its kind") from error


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the header."""

    name: str
    kind: int
    shape: tuple[int, ...]
    size: int  # bytes


def read(path: Path) -> ModelFile:
    """Map a model file into memory; processes that read it share its pages. Raises BadModel."""
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise BadModel(f"{path}: cannot be read") from error
    try:
        items, offset = header(data)
        return contents(data, items, offset)
    except (struct.error, ValueError, IndexError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadModel(f"{path}: not a Marian model file, or damaged") from error


def header(data: mmap.mmap) -> tuple[list[Item], int]:
    """Return the items of a file, and where their values begin."""
    version, count = struct.unpack_from("<QQ", data, 0)
    if version != VERSION or count > MOST_ITEMS:
        raise ValueError(version, count)
    heads = [struct.unpack_from("<QQQQ", data, 16 + 32 * n) for n in range(count)]
    offset = 16 + 32 * count
    names = []
    for length, *_ in heads:
        names.append(data[offset : offset + length - 1].decode())
        offset += length
    items = []
    for name, (_, kind, dimensions, size) in zip(names, heads, strict=True):
        shape = struct.unpack_from(f"<{dimensions}i", data, offset)
        items.append(Item(name, kind, shape, size))
        offset += 4 * dimensions
    (gap,) = struct.unpack_from("<Q", data, offset)
    return items, offset + 8 + gap


def contents(data: mmap.mmap, items: list[Item], offset: int) -> ModelFile:
    """Return views of the values in the mapped file."""
    config: dict[str, Any] = {}
    vectors: dict[str, Floats] = {}
    matrices: dict[str, Quantised] = {}
    for item in items:
        if item.name == CONFIG:
            config = yaml.safe_load(bytes(data[offset : offset + item.size]).rstrip(b"\0"))
        elif item.kind == FLOAT32:
            vectors[item.name] = np.frombuffer(data, np.float32, count_of(item), offset).reshape(item.shape)
        elif item.kind == INT8 and not item.name.endswith("_QuantMultA"):
            matrices[item.name] = quantised(data, item, offset)
        elif item.kind not in (INT8, CHARS):
            raise BadModel(f"the model holds {item.name} in a format that this runtime does not know")
        offset += item.size
    if not isinstance(config, dict) or not config:
        raise BadModel("the model does not say how it is built")
    return ModelFile(config, vectors, matrices)


def quantised(data: mmap.mmap, item: Item, offset: int) -> Quantised:
    """Return an int8 matrix; only embeddings are not stored transposed."""
    count = count_of(item)
    (multiplier,) = struct.unpack_from("<f", data, offset + count)
    shape = item.shape if item.name in EMBEDDINGS else item.shape[::-1]
    return Quantised(np.frombuffer(data, np.int8, count, offset).reshape(shape), multiplier)


def count_of(item: Item) -> int:
    """Return how many values an item has."""
    return int(np.prod(item.shape, dtype=np.int64))
