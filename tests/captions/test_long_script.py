"""A long script is followed by text as a short one is, and few of its sentences are weighed."""

import random
from itertools import groupby

import numpy as np
import pytest

from twinhall.captions.follower_text import TextFollower, TextFollowerSettings
from twinhall.captions.follower_text.background import Background
from twinhall.captions.follower_text.ground import GAP, ground_of, moved_to
from twinhall.captions.follower_text.place_filter import PlaceFilter
from twinhall.captions.follower_text.script_units import ScriptUnits
from twinhall.captions.follower_text.signs import Signs
from twinhall.captions.ports import Heard

SETTINGS = TextFollowerSettings()


def sentences(count: int, seed: int = 0) -> list[str]:
    """Sentences of made-up words, of which many come again."""
    dice = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]
    words = ["".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(400)]
    return [" ".join(dice.choices(words, k=9)) for _ in range(count)]


SCRIPT = sentences(300)


def told(*said: str) -> list[int | None]:
    """What is shown after each text."""
    heard = iter([Heard(f" {text}", "") for text in said])
    follower = TextFollower(lambda now_s: next(heard), SCRIPT, "en")
    return [follower.step(float(n)) for n in range(len(said))]


def filtered(heard: str) -> tuple[PlaceFilter, list]:
    """A filter of the script and its beliefs after each unit that was heard."""
    script = ScriptUnits(SCRIPT, "en")
    places = PlaceFilter(
        script, Background(script.rows, script.inventory, SETTINGS.order, SETTINGS.uniform), SETTINGS
    )
    beliefs, entry = [places.lost()], places.entry(None)
    for unit in script.heard(heard):
        beliefs.append(places.hear(beliefs[-1], unit, entry))
    return places, beliefs


def test_a_speaker_who_begins_anywhere_is_found():
    assert told(SCRIPT[217]) == [217]


def test_a_speaker_who_goes_elsewhere_is_found_again():
    assert told(SCRIPT[40], SCRIPT[41], SCRIPT[260], SCRIPT[3]) == [40, 41, 260, 3]


def test_one_who_begins_in_the_middle_of_a_sentence_is_found():
    assert told(SCRIPT[150][len(SCRIPT[150]) // 3 :]) == [150]


def test_words_of_no_sentence_show_nothing():
    assert told("a dog barked loudly under my window so I hardly slept before breakfast") == [None]


def test_few_sentences_are_weighed_at_any_time():
    _, beliefs = filtered(" ".join(SCRIPT[n] for n in (0, 1, 200, 201)))

    assert max(len(b.ground.sentences) for b in beliefs) < len(SCRIPT) / 8


def test_a_sentence_that_comes_in_late_is_weighed_on_what_was_heard_before():
    places, beliefs = filtered(SCRIPT[200][:24])

    came = next(n for n, b in enumerate(beliefs) if 200 in b.ground.sentences)
    assert 200 not in beliefs[came - 1].ground.sentences
    assert places.sentences(beliefs[came])[200] > 100 * SETTINGS.enter / len(SCRIPT)


def test_beliefs_add_up_to_one():
    _, beliefs = filtered(SCRIPT[5] + SCRIPT[250])

    assert [float(b.on.sum()) + b.off for b in beliefs] == pytest.approx([1.0] * len(beliefs))


def test_the_few_sentences_tell_the_same_as_all_of_them():
    everything = TextFollowerSettings(weighed_whole=len(SCRIPT))
    said = " ".join(SCRIPT[n] for n in (10, 180, 12))
    shown = []
    for settings in (SETTINGS, everything):
        heard = iter([Heard(c, "") for c in said])
        follower = TextFollower(lambda now_s, heard=heard: next(heard), SCRIPT, "en", settings)
        shown.append([follower.step(0.0) for _ in said])

    few, all_of_them = ([place for place, _ in groupby(row)] for row in shown)
    assert few == all_of_them == [None, 10, None, 180, None, 12]
    assert sum(a == b for a, b in zip(*shown, strict=True)) > 0.9 * len(said)


def test_sentences_that_are_apart_have_a_gap_between_them_that_nothing_crosses():
    script = ScriptUnits(["one two", "three", "four", "five"], "en")

    ground = ground_of(script, {0, 1, 3}, np.ones(len(script)))

    assert len(ground) == len("onetwothreefive") + GAP
    assert [int(ground.is_gap.sum()), float(ground.leave.sum())] == [GAP, len("onetwothreefive")]


def test_what_is_believed_moves_with_its_sentence():
    script = ScriptUnits(["one", "two", "three"], "en")
    few, all_of_it = (ground_of(script, chosen, np.ones(len(script))) for chosen in ({0, 2}, {0, 1, 2}))
    on = np.where(few.is_gap, 0.0, np.arange(1.0, len(few) + 1))

    moved = moved_to(few, on, all_of_it, len(script))

    assert moved.tolist() == [1.0, 2.0, 3.0, 0.0, 0.0, 0.0, *(float(n + 4 + GAP) for n in range(5))]


def test_rare_sounds_are_a_better_sign_than_common_ones():
    script = ScriptUnits(["the cat", "the dog", "the fox", "zebra"], "en")
    signs = Signs(script)

    common = signs.heard(signs.none(), tuple(script.heard("the")))
    rare = signs.heard(signs.none(), tuple(script.heard("zeb")))

    assert common[0] == common[1] == common[2] > common[3] == 0
    assert rare[3] > common[0]
