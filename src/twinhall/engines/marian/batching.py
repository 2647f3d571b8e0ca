"""Cuts what is to be translated into batches that cost little memory and hold sentences of one length."""

from collections.abc import Iterator, Sequence

LONGEST_PIECES = 128  # of a sentence that is translated in one go: the models saw hardly any longer one
BATCH_SENTENCES = 32
BATCH_PIECES = 2048  # filling included


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places of sentences, longest first, in batches of like lengths. Every place comes once."""
    order = sorted(range(len(lengths)), key=lambda place: -lengths[place])
    batch: list[int] = []
    for place in order:
        longest = lengths[batch[0]] if batch else lengths[place]
        if len(batch) == BATCH_SENTENCES or (batch and longest * (len(batch) + 1) > BATCH_PIECES):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def cut(pieces: Sequence[int], starts_word: Sequence[bool], longest: int = LONGEST_PIECES) -> list[list[int]]:
    """Cut a sentence that is too long into parts, where words begin if it can be, as evenly as it can be."""
    count = -(-len(pieces) // longest)
    parts: list[list[int]] = []
    at = 0
    while at < len(pieces):
        share = -(-(len(pieces) - at) // max(1, count - len(parts)))
        end = at + min(longest, share)
        if end < len(pieces):
            starts = (place for place in range(end, at + (end - at) // 2, -1) if starts_word[place])
            end = next(starts, end)
        parts.append(list(pieces[at:end]))
        at = end
    return parts
