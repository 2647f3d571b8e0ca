"""What machines have drafted of remarks, what is missing, and what kept them from it."""

from dataclasses import dataclass
from enum import StrEnum

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from twinhall.hall.meetings.enums import DraftingState
from twinhall.hall.meetings.models import Drafting, Remarks
from twinhall.hall.translation.models import Text
from twinhall.hall.translation.queries import open_to_machine
from twinhall.language.choice import NoEngine
from twinhall.language.failure import KeyRefused, QuotaExceeded, Unreachable

ACTIVE = (DraftingState.WAITING, DraftingState.WORKING)


class Trouble(StrEnum):
    """Why a machine's run ended before its end."""

    QUOTA = "quota"  # what was paid for is used up
    KEY = "key"  # the service does not accept the key
    UNREACHABLE = "unreachable"  # no answer in time, or too busy
    NOT_READY = "not_ready"  # a model or a setting is missing
    OTHER = "other"
    INTERRUPTED = "interrupted"  # the job itself fell


KINDS: tuple[tuple[type[Exception], Trouble], ...] = (
    (QuotaExceeded, Trouble.QUOTA),
    (KeyRefused, Trouble.KEY),
    (Unreachable, Trouble.UNREACHABLE),
    (NoEngine, Trouble.NOT_READY),
)


@dataclass(frozen=True, slots=True)
class Progress:
    """A drafting as the editor shows it. trouble: "" unless it ended early."""

    drafting: Drafting
    trouble: str

    @property
    def active(self) -> bool:
        return self.drafting.state in ACTIVE and not self.trouble

    @property
    def undone(self) -> int:
        """Sentences that are still without a draft, as far as it got."""
        return max(0, self.drafting.total - self.drafting.done)


def missing_in(remarks: Remarks, language: str) -> list[Text]:
    """Return the sentences that a machine may draft, in order. Two queries."""
    texts = Text.objects.filter(segment__remarks=remarks).order_by("segment__position", "segment__pk")
    return [text for text in texts.prefetch_related("renditions") if _lacks(text, language)]


def progress_of(remarks: Remarks, language: str) -> Progress | None:
    """Return the newest drafting into a language. Two queries."""
    drafting = Drafting.objects.filter(remarks=remarks, language=language).select_related("asked_by").first()
    if drafting is None:
        return None
    trouble = drafting.trouble
    if drafting.state in ACTIVE and fell(drafting):
        trouble = Trouble.INTERRUPTED
    return Progress(drafting, trouble)


def fell(drafting: Drafting) -> bool:
    """True when the job ended and could not say so: it fell over a bug, or was given up."""
    ended = (TaskResultStatus.FAILED, TaskResultStatus.SUCCESSFUL)
    if not drafting.task:
        return False
    return DBTaskResult.objects.filter(pk=drafting.task, status__in=ended).exists()


def trouble_of(error: BaseException) -> Trouble:
    """Return the kind of an engine's failure, from the error or what caused it."""
    seen: BaseException | None = error
    while seen is not None:
        for kind, trouble in KINDS:
            if isinstance(seen, kind):
                return trouble
        seen = seen.__cause__
    return Trouble.OTHER


def _lacks(text: Text, language: str) -> bool:
    held = next((r for r in text.renditions.all() if r.language == language), None)
    return open_to_machine(held, text)
