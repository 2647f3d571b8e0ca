"""The texts of the demonstration."""

import pytest

from twinhall.demo import sample
from twinhall.demo.voicing import lines
from twinhall.language.guess import looks_like
from twinhall.language.sentences import split_sentences

TEXTS = [
    (meeting.key, remarks)
    for meeting in sample.meetings()
    for item in meeting.items
    for remarks in item.remarks
]
GREETINGS = {"osan_mayor", "quang_nam_chairman", "hidaka_mayor"}


@pytest.mark.parametrize(("meeting", "remarks"), TEXTS)
def test_every_sentence_is_one_sentence_in_the_languages_of_both_cities_and_english(meeting, remarks):
    partner = {"osan_quang_nam": "vi", "osan_hidaka": "ja"}[meeting]

    for versions in remarks.sentences:
        assert set(versions) == {"ko", partner, "en"}
        assert split_sentences(versions[remarks.language], remarks.language) == [versions[remarks.language]]


@pytest.mark.parametrize(("meeting", "remarks"), TEXTS)
def test_every_version_is_in_its_language(meeting, remarks):
    for language in remarks.sentences[0]:
        assert looks_like("\n".join(row[language] for row in remarks.sentences), language)


def test_heads_greet_in_eight_to_ten_sentences():
    greetings = {
        remarks.speaker: len(remarks.sentences)
        for meeting in sample.meetings()
        for remarks in meeting.items[0].remarks
    }

    assert set(greetings) == GREETINGS
    assert all(8 <= count <= 10 for count in greetings.values())


def test_what_is_spoken_freely_stands_in_no_remarks():
    written = {text for _, remarks in TEXTS for text in remarks.originals}
    free = [aside.text for _, remarks in TEXTS for aside in remarks.asides]
    free += [turn.text for meeting in sample.meetings() for item in meeting.items for turn in item.exchange]

    assert len(free) >= 4
    assert not written & set(free)


def test_everything_that_is_said_has_a_voice():
    said = {line.text for line in lines()}
    spoken = {text for meeting in sample.meetings() for _, texts in meeting.all_spoken() for text in texts}

    assert said == spoken


def test_everyone_but_the_two_heads_is_called_by_a_role():
    named = {"osan_mayor", "quang_nam_chairman"}

    for key, person in sample.world().people.items():
        assert ("견본" in person.title["ko"]) == (key not in named)
