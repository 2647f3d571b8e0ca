"""What comes after what, when nobody leads."""

from twinhall.demo.score import Again, FreeWords, Item, NextItem, NextSpeaker, step_after

GREETINGS = Item(1, ("mayor", "chairman"), ())
DISCUSSION = Item(2, ("mayor", "chairman"), (("mayor", "Gladly."), ("chairman", "Next spring.")))
AGENDA = [GREETINGS, DISCUSSION]


def test_speakers_follow_in_order_then_the_next_item():
    assert step_after(AGENDA, 1, "mayor", 0) == NextSpeaker("chairman")
    assert step_after(AGENDA, 1, "chairman", 0) == NextItem()


def test_free_words_follow_the_last_speaker():
    assert step_after(AGENDA, 2, "chairman", 0) == FreeWords("mayor", "Gladly.", 1)
    assert step_after(AGENDA, 2, "mayor", 1) == FreeWords("chairman", "Next spring.", 2)


def test_after_the_last_item_all_begins_again():
    assert step_after(AGENDA, 2, "chairman", 2) == Again()
    assert step_after([GREETINGS], 1, "chairman", 0) == Again()
    assert step_after(AGENDA, None, None, 0) == Again()


def test_somebody_whom_the_item_does_not_name_is_followed_by_the_next_item():
    assert step_after(AGENDA, 1, "guest", 0) == NextItem()
