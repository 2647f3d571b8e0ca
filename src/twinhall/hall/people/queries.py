"""How a person is called in a language."""

from dataclasses import dataclass

from twinhall.hall.people.models import Person


@dataclass(frozen=True, slots=True)
class Called:
    """A name as a reader sees it, and the language it is written in."""

    text: str
    language: str


def name_of(person: Person, language: str) -> Called:
    """Return the person's name in `language`, else in English letters, else in their own script.

    Uses person.names.all(): prefetch it for lists.
    """
    names = {name.language: name.name for name in person.names.all()}
    for tag in (language, "en", person.language, *names):
        if names.get(tag):
            return Called(names[tag], tag)
    return Called("", language)


def own_name_of(person: Person) -> Called:
    """Return the person's name in their own script."""
    return name_of(person, person.language)
