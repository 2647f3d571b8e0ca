import pytest

from twinhall.captions.script_tokens import READY, ScriptTokens, has_sound, segment_tokens
from twinhall.engines.fakes import FakeScorer


def test_words_and_breaks_are_marked(voice):
    tokens = segment_tokens(FakeScorer(voice), "good day, dear friends")

    assert (tokens.tokens, tokens.word_starts, tokens.breaks) == ((1, 2, 3, 4), (0, 1, 2, 3), (2,))


def test_punctuation_has_no_sound(voice):
    tokens = segment_tokens(FakeScorer(voice), "「 good day , friends !")

    assert (tokens.heard, tokens.end) == ((0, 1, 1, 0, 1, 0), 5)


@pytest.mark.parametrize(
    ("piece", "is_heard"), [(" day", 1), ("다", 1), ("\ufffd", 1), (" ", 1), (".", 0), (" 「", 0), ("?”", 0)]
)
def test_parts_of_letters_and_the_blank_before_them_are_heard(piece, is_heard):
    assert has_sound(piece) == is_heard


def test_the_tokens_of_the_next_segment_have_their_sounds(voice):
    script = ScriptTokens(FakeScorer(voice), ["a !", "( b c d"], ahead=2)

    assert script.heard(0).tolist() == [1, 0, 0, 1]


def test_a_segment_is_followed_by_the_first_tokens_of_the_next(voice):
    script = ScriptTokens(FakeScorer(voice), ["a b c", "d e f"], ahead=2)

    assert script.with_next(0) == (1, 2, 3, 4, 5)
    assert script.with_next(0, 2) == (3, 4, 5)
    assert script.with_next(1) == (4, 5, 6)


def test_null_evidence_is_scored_once(voice):
    scorer = FakeScorer(voice)
    script = ScriptTokens(scorer, ["a b", "c d", "e f"], ahead=2)

    script.prepare(1, most=1)
    script.null(1)
    script.prepare(0, most=9)

    assert scorer.calls == 3
    assert script.null(2).tolist() == [-8.0, -8.0]


def test_a_long_script_is_ready_after_its_first_segments(voice):
    scorer = FakeScorer(voice)
    script = ScriptTokens(scorer, [f"a{n} b{n}" for n in range(600)], ahead=2)

    script.prepare(-1, most=600)
    script.prepare(0, most=600)

    assert scorer.calls == READY
