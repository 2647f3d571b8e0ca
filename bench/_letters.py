"""Letters of a text, and how two rows of letters fit together."""

import unicodedata
from collections.abc import Sequence

import numpy as np

Letters = list[tuple[str, float]]  # a letter and a time


def letters_of(text: str, times: Sequence[float]) -> Letters:
    """Return the letters and figures of a text without case, each with the time that belongs to it."""
    found = []
    for letter, time in zip(text, times, strict=True):
        plain = unicodedata.normalize("NFKC", letter).casefold()
        found += [(c, time) for c in plain if c.isalnum()]
    return found


def alignment(said: Sequence[str], heard: Sequence[str]) -> tuple[list[tuple[int, int]], int]:
    """Return which letters are the same (place in `said`, place in `heard`), and the edit distance."""
    rows, columns = len(said), len(heard)
    a, b = np.array([ord(c) for c in said]), np.array([ord(c) for c in heard])
    cost = np.zeros((rows + 1, columns + 1), np.int32)
    cost[0] = np.arange(columns + 1)
    steps = np.arange(columns + 1)
    for i in range(1, rows + 1):
        row = np.empty(columns + 1, np.int32)
        row[0] = i
        row[1:] = np.minimum(cost[i - 1, :-1] + (b != a[i - 1]), cost[i - 1, 1:] + 1)
        cost[i] = np.minimum.accumulate(row - steps) + steps  # insertions
    pairs, i, j = [], rows, columns
    while i and j:
        if said[i - 1] == heard[j - 1] and cost[i, j] == cost[i - 1, j - 1]:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif cost[i, j] == cost[i - 1, j - 1] + 1:
            i, j = i - 1, j - 1
        elif cost[i, j] == cost[i - 1, j] + 1:
            i -= 1
        else:
            j -= 1
    return pairs[::-1], int(cost[rows, columns])
