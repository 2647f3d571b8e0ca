"""One delegate whose microphone is a recording, until told to leave."""

import asyncio
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from twinhall.engines.audio_file import decode
from twinhall.environment import Environment
from twinhall.hall.cities.queries import name_of_city
from twinhall.hall.meetings.actions.rehearsing import free_seat, seat_voice
from twinhall.hall.meetings.enums import MeetingState, Role, Side
from twinhall.hall.meetings.models import Meeting, Participant, Segment
from twinhall.hall.meetings.queries.passes import room_pass
from twinhall.rehearsal.performer import Performer, seated
from twinhall.rehearsal.picture import Picture, Place
from twinhall.rehearsal.synthesis import RATE, Samples, Voice
from twinhall.rehearsal.voices import folder_of, read_aloud

ASK_AGAIN_S = 2.0
REST_S = 2.0  # between two rounds of a loop

Say = Callable[[str], None]


class Over(Exception):
    """The meeting has ended."""


class NothingToSay(Exception):
    """No recording was given and the speaker has no remarks."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the rehearsal goes: once, or round and round."""

    audio: Path | None  # None: their remarks in a synthetic voice
    image: Path | None
    loop: bool


def rehearse(seat: Participant, wanted: Wanted, env: Environment, say: Say) -> None:
    """Sit in the meeting and be heard, until the recording ends (or SIGINT, SIGTERM).

    Raises Over, NothingToSay, NoAudio, NoPicture, VoiceMissing, VoiceFailed or CannotEnter.
    """
    samples = decode(wanted.audio, RATE) if wanted.audio else spoken_remarks(seat, folder_of(env))
    picture = Picture(place_of(seat), wanted.image)
    wait_until_open(seat.meeting, say)
    was_synthetic = seat.synthetic
    seat_voice(seat)
    try:
        token = room_pass(seat).token
        asyncio.run(_perform(env.livekit_url_internal, token, picture, samples, wanted.loop, say))
    finally:
        if not was_synthetic:
            free_seat(seat)


def spoken_remarks(seat: Participant, folder: Path) -> Samples:
    """Return everything the seat prepared for the meeting, read out. Raises NothingToSay."""
    prepared = Segment.objects.filter(remarks__participant=seat).select_related("text")
    texts = [row.text.body for row in prepared.order_by("remarks__item__position", "position")]
    if not texts:
        raise NothingToSay
    return read_aloud(texts, Voice(seat.language), folder)


def place_of(seat: Participant) -> Place:
    """Return the room a seat sits in, as its camera shows it."""
    city = seat.meeting.host if seat.side == Side.HOST else seat.meeting.partner
    people = 3 if seat.role == Role.HEAD else 1
    return Place(seat.side, name_of_city(city, city.language).full, city.language, city.timezone, people)


def wait_until_open(meeting: Meeting, say: Say) -> None:
    """Return when the hall is open. Raises Over."""
    told = False
    while True:
        meeting.refresh_from_db(fields=["state"])
        if meeting.state == MeetingState.ENDED:
            raise Over
        if meeting.state != MeetingState.PREPARING:
            return
        if not told:
            say("the hall is not open yet: waiting until an officer opens it (Ctrl-C to leave)")
            told = True
        time.sleep(ASK_AGAIN_S)


async def _perform(url: str, token: str, picture: Picture, samples: Samples, loop: bool, say: Say) -> None:
    async with seated(url, token, picture) as performer:
        say(f"in the room; the recording lasts {len(samples) / RATE:.0f} s (Ctrl-C to leave)")
        performing = asyncio.create_task(_rounds(performer, samples, loop))
        going = asyncio.create_task(performer.gone.wait())
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, performing.cancel)
        await asyncio.wait({performing, going}, return_when=asyncio.FIRST_COMPLETED)
        for task in (performing, going):
            task.cancel()
        ended = await asyncio.gather(performing, going, return_exceptions=True)
        if performer.taken:
            say("somebody else opened this seat's link: the seat is theirs")
        if isinstance(ended[0], Exception):
            raise ended[0]
    say("left the room")


async def _rounds(performer: Performer, samples: Samples, loop: bool) -> None:
    await performer.say(samples)
    while loop:
        await asyncio.sleep(REST_S)
        await performer.say(samples)
