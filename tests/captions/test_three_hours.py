"""A meeting of three hours leaves no more in memory than its first ten minutes."""

import gc
import sys
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

import numpy as np

from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.ports import SAMPLE_RATE
from twinhall.engines.fakes import fake_engines

from .conftest import SENTENCES

MINUTE_MS = 60_000
MOST_GROWTH = 100_000  # bytes; a minute of audio has 1.9 million
CODE = (type, ModuleType, FunctionType, BuiltinFunctionType, MethodType)


def held(thing: object) -> int:
    """Return how many bytes an object keeps alive, code apart."""
    seen: set[int] = set()
    total, waiting = 0, [thing]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, CODE):
            continue
        seen.add(id(one))
        total += sys.getsizeof(one)
        waiting += gc.get_referents(one)
    return total


def a_minute(captions: SpeakerCaptions, sound: np.ndarray, minute: int) -> int:
    """Let a microphone hear a sound and then nothing until the minute is over; return the lines told."""
    step, told = SAMPLE_RATE // 5, 0
    for at in range(0, len(sound), step):
        now_ms = minute * MINUTE_MS + at * 1000 // SAMPLE_RATE
        captions.hear(sound[at : at + step], now_ms)
        told += len(captions.step(now_ms + 200))
    told += len(captions.step((minute + 1) * MINUTE_MS - 1000))
    return told


def test_three_hours_off_and_on_script_leave_memory_flat(voice, script, speak):
    captions = SpeakerCaptions(fake_engines(voice), "en", script)
    read = speak(0.4, SENTENCES[0], 0.4)
    free = speak(0.4, "what I say now was written down by nobody at all", 1.0)
    told = sum(a_minute(captions, free if minute % 2 else read, minute) for minute in range(10))
    before = held(captions)
    told += sum(a_minute(captions, free if minute % 2 else read, minute) for minute in range(10, 180))

    assert told > 180
    assert before > SAMPLE_RATE
    assert held(captions) - before < MOST_GROWTH


def test_speech_without_a_pause_leaves_memory_flat(voice, speak):
    captions = SpeakerCaptions(fake_engines(voice), "en")
    speech = speak("one two three four five six seven eight nine ten eleven twelve")

    def talk(from_s: int, to_s: int) -> None:
        for at_s in range(from_s, to_s, 3):
            captions.hear(speech, at_s * 1000)
            captions.step(at_s * 1000 + 3000)

    talk(0, 60)
    before = held(captions)
    talk(60, 600)

    assert held(captions) - before < MOST_GROWTH
