"""Particles against the grammar: thousands of cases from words whose reading a person told."""

from twinhall.language.particles import Ending, choose, ending_of, refit

from . import more_words, words

A_WORD = 3  # particles tried behind each word
COLUMN = {Ending.CONSONANT: 0, Ending.VOWEL: 1, Ending.RIEUL: 2}


def listed(told: str, ending: Ending) -> list[tuple[str, str, Ending]]:
    return [(w.strip(), "", ending) for line in told.split("\n") for w in line.split("|") if w.strip()]


def all_words() -> list[tuple[str, str, Ending]]:
    made = [(word, reading, Ending(kind)) for word, (reading, kind) in words.SAID.items()]
    for book in (words, more_words):
        made += listed(book.CONSONANT, Ending.CONSONANT)
        made += listed(book.VOWEL, Ending.VOWEL) + listed(book.RIEUL, Ending.RIEUL)
    return made


def cases() -> list[tuple[str, str, str, str]]:
    """(word, its reading if told, a form of a particle, the right form)"""
    made = []
    for n, (word, reading, ending) in enumerate(all_words()):
        for k in range(A_WORD):
            forms = words.PARTICLES[(n * A_WORD + k) % len(words.PARTICLES)]
            made += [(word, reading, given, forms[COLUMN[ending]]) for given in sorted(set(forms))]
    return made


def test_every_word_gets_its_particle():
    wrong = [c for c in cases() if choose(c[2], ending_of(c[0], c[1])) != c[3]]

    assert len(cases()) > 4000
    assert wrong == []


def test_particles_in_running_text_are_changed_alike():
    wrong = [c for c in cases() if refit(f"{c[2]} 것", ending_of(c[0], c[1])) != f"{c[3]} 것"]

    assert wrong == []
