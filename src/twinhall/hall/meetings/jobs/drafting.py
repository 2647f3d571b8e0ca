"""A machine's run over remarks. Each sentence is kept as soon as it is done: a new try only does the rest."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone
from django_tasks import task

from twinhall.environment import SettingError
from twinhall.hall.meetings.enums import DraftingState
from twinhall.hall.meetings.models import Drafting, Segment
from twinhall.hall.meetings.queries.drafting import ACTIVE, missing_in, trouble_of
from twinhall.hall.meetings.queries.remarks import terms_of
from twinhall.hall.translation.actions import draft_of, store_draft
from twinhall.hall.translation.engines import chosen
from twinhall.hall.translation.models import Text
from twinhall.language.failure import EngineError
from twinhall.language.rendering.agreed import AgreedTerms
from twinhall.language.rendering.document import Document, RenderedLine
from twinhall.language.translation import Flag

log = logging.getLogger(__name__)
MOST_AT_ONCE = 16  # sentences; progress is seen, and a stop obeyed, after each portion
QUICK_S, SLOW_S = 1.0, 3.0


@task()
def draft_missing(drafting_id: int) -> None:
    """Give every sentence that lacks one a machine's draft, or say why that could not be done."""
    mine = Drafting.objects.filter(pk=drafting_id, state__in=ACTIVE)
    if not mine.update(state=DraftingState.WORKING):
        return
    rows = Drafting.objects.select_related("remarks__item__meeting__relation", "asked_by")
    drafting = rows.get(pk=drafting_id)
    try:
        Run(drafting).work()
    except (EngineError, SettingError) as error:
        log.warning("drafting %s: %s", drafting_id, type(error).__name__)
        mine.update(
            state=DraftingState.FAILED,
            trouble=trouble_of(error),
            detail=str(error)[:500],
            ended_at=timezone.now(),
        )
        return
    mine.update(state=DraftingState.DONE, ended_at=timezone.now())


@dataclass(slots=True)
class Pace:
    """How many sentences are asked for at once: few for a slow engine, so that a stop is soon obeyed."""

    size: int = 2

    def took(self, seconds: float) -> None:
        """Learn from the last portion."""
        if seconds < QUICK_S:
            self.size = min(MOST_AT_ONCE, self.size * 2)
        elif seconds > SLOW_S:
            self.size = max(1, self.size // 2)


class Run:
    """One try at a drafting."""

    def __init__(self, drafting: Drafting) -> None:
        self._drafting, self._language = drafting, drafting.language
        remarks = drafting.remarks
        terms = AgreedTerms(remarks.language, self._language, terms_of(remarks.item.meeting))
        translate = chosen(drafting.engine).translate
        self._document = Document(translate, remarks.language, self._language, terms)
        self._tried: set[tuple[int, int]] = set()

    def work(self) -> None:
        """Draft until nothing is missing, or somebody stopped it. Raises EngineError."""
        Drafting.objects.filter(pk=self._drafting.pk).update(left=0)
        for portion in self._portions():
            lines = list(self._document.lines(text.body for text in portion))
            for text, line in zip(portion, lines, strict=True):
                self._keep(text, line)

    def _portions(self) -> Iterator[list[Text]]:
        """Yield what is missing, a few sentences at a time; what was changed or added meanwhile too."""
        pace = Pace()
        while self._goes_on():
            missing = missing_in(self._drafting.remarks, self._language)
            todo = [text for text in missing if (text.pk, text.revision) not in self._tried]
            self._count(len(todo))
            if not todo:
                return
            portion = todo[: pace.size]
            self._tried.update((text.pk, text.revision) for text in portion)
            began = time.monotonic()
            yield portion
            pace.took(time.monotonic() - began)

    def _goes_on(self) -> bool:
        return Drafting.objects.filter(pk=self._drafting.pk, state=DraftingState.WORKING).exists()

    def _count(self, todo: int) -> None:
        Drafting.objects.filter(pk=self._drafting.pk).update(total=F("done") + F("left") + todo)

    def _keep(self, text: Text, line: RenderedLine) -> None:
        if not Segment.objects.filter(text=text).exists():
            return
        counted = Drafting.objects.filter(pk=self._drafting.pk)
        if Flag.UNTRANSLATED in line.flags:
            counted.update(left=F("left") + 1)
        elif store_draft(text.pk, text.revision, self._language, draft_of(line), by=self._drafting.asked_by):
            counted.update(done=F("done") + 1)
