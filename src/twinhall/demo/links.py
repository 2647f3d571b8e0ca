"""Who opens what: the page of links that `twinhall demo` prints."""

import base64
import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twinhall.demo import sample
from twinhall.demo.seeding import Planted
from twinhall.environment import Environment
from twinhall.hall.meetings.actions.invitations import invite
from twinhall.hall.meetings.enums import Role
from twinhall.hall.meetings.queries.seats import officer_token, seat_token

GUESTS = (Role.DELEGATE, Role.VIEWER)


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the page."""

    city: str
    role: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class MeetingLinks:
    title: str
    english: str
    links: tuple[Link, ...]


def passwords(env: Environment) -> dict[str, str]:
    """Return the officers' passwords by e-mail: the same at every start on one data folder, kept nowhere."""
    return {officer.email: _password(env, officer.email) for officer in sample.world().officers.values()}


def links_of(planted: Planted, env: Environment) -> MeetingLinks:
    """Return the links of a meeting, made if there are none that open: guests of both cities, officers."""
    return MeetingLinks(
        planted.sample.title["ko"], planted.sample.title["en"], tuple(_links(planted, env.public_url))
    )


def page(env: Environment, meetings: Sequence[MeetingLinks], *, ends: str) -> str:
    """Return what is printed."""
    rows = [link for meeting in meetings for link in meeting.links]
    widths = [
        max(map(width, column)) for column in zip(*((r.city, r.role, r.name) for r in rows), strict=True)
    ]
    return "\n".join(_lines(env, meetings, widths, ends))


def width(words: str) -> int:
    """Return how many columns words take in a terminal: Korean and Japanese signs take two."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in words
    )


def _lines(
    env: Environment, meetings: Sequence[MeetingLinks], widths: Sequence[int], ends: str
) -> Iterator[str]:
    yield ""
    yield f"  Twinhall demonstration   {env.public_url}/"
    yield ""
    yield "  Open two links of one meeting, one of each city, in two browsers (or one and a private window)."
    yield "  Guests wait a moment at the door. Then synthetic voices hold the meeting, from the greetings to"
    yield "  the closing words, for as long as somebody is there; an officer may lead it at any time."
    yield "  Every text and translation is a sample, written for this demonstration."
    for meeting in meetings:
        yield ""
        yield f"  {meeting.title}"
        yield f"  {meeting.english}"
        for link in meeting.links:
            cells = (link.city, link.role, link.name)
            padded = "  ".join(_padded(cell, wide) for cell, wide in zip(cells, widths, strict=True))
            yield f"    {padded}  {link.address}"
    yield ""
    yield "  Officers' pages (meetings, remarks, translations, links): sign in at the address above with"
    accounts = passwords(env)
    longest = max(map(len, accounts))
    for email, password in accounts.items():
        yield f"    {email:<{longest}}  {password}"
    yield ""
    yield f"  {ends}"
    yield ""


def _links(planted: Planted, home: str) -> Iterable[Link]:
    world, host = sample.world(), planted.sample.host
    for row in planted.sample.seats:
        seat = planted.seats.get(row.person)
        if seat is None or row.voice or row.role not in GUESTS:
            continue
        person = world.people[row.person]
        invitation = invite(seat, by=planted.meeting.created_by)
        role = "viewer" if row.role == Role.VIEWER else "guest"
        name = person.name[sample.language_of(row.person)]
        yield Link(world.cities[person.city].short["en"], role, name, f"{home}/j/{seat_token(invitation)}/")
    for key in sorted(planted.officers, key=lambda key: key != host):
        name = world.officers[key].name
        yield Link(
            world.cities[key].short["en"],
            "officer",
            name,
            f"{home}/j/{officer_token(planted.officers[key])}/",
        )


def _padded(words: str, wide: int) -> str:
    return words + " " * (wide - width(words))


def _password(env: Environment, email: str) -> str:
    made = hmac.new(env.secret_key.encode(), f"demo {email}".encode(), hashlib.sha256).digest()
    letters = base64.b32encode(made).decode().lower().translate(str.maketrans("lo", "89"))
    return "-".join(letters[at : at + 4] for at in range(0, 12, 4))
