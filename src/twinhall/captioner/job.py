"""One job: a meeting's captions, from joining its room to its end."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine

from django.db import DatabaseError, close_old_connections
from livekit import rtc
from livekit.agents import AutoSubscribe, JobContext

from twinhall import translation_settings
from twinhall.captioner.desk import Desk
from twinhall.captioner.ledger import DatabaseLedger
from twinhall.captioner.ports import Clock
from twinhall.captioner.room import CaptionChannels, Ears
from twinhall.captioner.threads import EngineThreads
from twinhall.captioner.translations import NoTranslations, TranslationThreads
from twinhall.engines.live_translator import LiveTranslator
from twinhall.engines.registry import ENGINE_CALLS, speech_engines
from twinhall.engines.translators import live_translator
from twinhall.environment import SettingError
from twinhall.hall.meetings.models import Meeting
from twinhall.hall.meetings.queries.captioning import CaptionPlan, caption_plan, meeting_of_room
from twinhall.hall.meetings.queries.remarks import terms_of
from twinhall.language.terms import Termbase

log = logging.getLogger(__name__)
BEAT_S = 1.0
TERMS_S = 30.0  # a term that is agreed while people talk holds half a minute later
LOOK_S = 3.0  # the plan is read this often even if nothing is heard of a change


async def caption(context: JobContext) -> None:
    """Caption the meeting of a room until it ends or the room closes."""
    clock = _clock()
    meeting = await asyncio.to_thread(meeting_of_room, context.job.room.name)
    plan = await asyncio.to_thread(caption_plan, meeting)
    ledger = DatabaseLedger(meeting)
    channels = CaptionChannels(context.room)
    workers = EngineThreads(ENGINE_CALLS)
    translator = _translator(meeting)
    translations = _translations(translator, clock)
    desk = Desk(plan, speech_engines, channels, ledger, clock, workers, translations)
    ears = Ears(context.room, desk, clock)
    changed, closed = asyncio.Event(), asyncio.Event()
    _wire(context.room, ears.attend, changed, closed)
    context.add_shutdown_callback(_setting(closed))
    await context.connect(auto_subscribe=AutoSubscribe.AUDIO_ONLY)
    identity = context.room.local_participant.identity
    log.info("meeting %s: captioner joined", meeting)
    ears.attend()
    try:
        async with asyncio.TaskGroup() as tasks:
            working = [
                tasks.create_task(desk.work()),
                tasks.create_task(channels.work()),
                tasks.create_task(_beat(ledger, desk, identity)),
                tasks.create_task(_keep_terms(meeting, translator)),
            ]
            await _follow(desk, ears, changed, closed, context.job.dispatch_id)
            for task in working:
                task.cancel()
    finally:
        ears.close()
        workers.close()
        await asyncio.to_thread(translations.close)
        await asyncio.to_thread(ledger.close)
        context.shutdown("the meeting has ended")


def _clock() -> Clock:
    start = time.monotonic()
    return Clock(ms=lambda: round((time.monotonic() - start) * 1000), epoch_ms=round(time.time() * 1000))


def _translator(meeting: int) -> LiveTranslator | None:
    """Return what translates; None where settings name engines that there are not: captions go on without."""
    try:
        return live_translator()
    except SettingError as error:
        log.error("meeting %s: nothing is translated: %s", meeting, error)
        return None


def _translations(translator: LiveTranslator | None, clock: Clock) -> TranslationThreads | NoTranslations:
    if translator is None:
        return NoTranslations()
    return TranslationThreads(translator, lambda: clock.ms() / 1000, translation_settings.current().live_s)


async def _keep_terms(meeting: int, translator: LiveTranslator | None) -> None:
    """Hold the translator to the terms that are agreed for a meeting, now and while it goes on."""
    while translator is not None:
        terms = await asyncio.to_thread(_read_terms, meeting)
        if terms and (translator.terms is None or terms.version != translator.terms.version):
            translator.terms = terms
        await asyncio.sleep(TERMS_S)


def _read_terms(meeting: int) -> Termbase | None:
    """Read the terms; None while the database hiccups."""
    close_old_connections()
    try:
        return terms_of(Meeting.objects.select_related("relation", "host").get(pk=meeting))
    except DatabaseError as error:
        log.warning("meeting %s: terms not read: %s", meeting, type(error).__name__)
        return None


def _wire(room: rtc.Room, attend: Callable[[], None], changed: asyncio.Event, closed: asyncio.Event) -> None:
    """Turn the room's events into: listen again, read the plan again, leave."""
    room.on("track_subscribed", lambda *_: attend())
    room.on("track_unsubscribed", lambda *_: attend())
    room.on("participant_disconnected", lambda *_: attend())
    room.on("room_metadata_changed", lambda *_: changed.set())
    room.on("disconnected", lambda *_: closed.set())


def _setting(event: asyncio.Event) -> Callable[[], Coroutine[None, None, None]]:
    async def set_it() -> None:
        event.set()

    return set_it


async def _beat(ledger: DatabaseLedger, desk: Desk, identity: str) -> None:
    while True:
        ledger.beat(identity, desk.load, desk.lost_ms, desk.untranslated)
        await asyncio.sleep(BEAT_S)


async def _follow(
    desk: Desk, ears: Ears, changed: asyncio.Event, closed: asyncio.Event, dispatch: str
) -> None:
    """Hold the desk to what the database says, until the meeting or the room ends or another took over."""
    leaving = asyncio.create_task(closed.wait())
    try:
        while not closed.is_set():
            waking = asyncio.create_task(changed.wait())
            await asyncio.wait({leaving, waking}, timeout=LOOK_S, return_when=asyncio.FIRST_COMPLETED)
            waking.cancel()
            changed.clear()
            plan = await asyncio.to_thread(_read, desk.plan)
            if plan.ended or plan.dispatch not in {"", dispatch}:
                return
            if plan != desk.plan:
                desk.take(plan)
                ears.attend()
    finally:
        leaving.cancel()


def _read(before: CaptionPlan) -> CaptionPlan:
    """Read the plan; while the database hiccups the one before stays good."""
    close_old_connections()
    try:
        return caption_plan(before.meeting)
    except DatabaseError as error:
        log.warning("meeting %s: plan not read: %s", before.meeting, type(error).__name__)
        return before
