from twinhall.hall.meetings.models.drafting import Drafting, PastRemarks, RemarksImport, Review
from twinhall.hall.meetings.models.live import (
    Attendance,
    Captioner,
    ChatMessage,
    Cue,
    Hand,
    RunOfShow,
    TranscriptLine,
)
from twinhall.hall.meetings.models.planned import (
    AgendaItem,
    AgendaSpeaker,
    Invitation,
    Meeting,
    Participant,
    Remarks,
    Segment,
)
from twinhall.hall.meetings.models.terms import MeetingTerm, TermsImport

__all__ = [
    "AgendaItem",
    "AgendaSpeaker",
    "Attendance",
    "Captioner",
    "ChatMessage",
    "Cue",
    "Drafting",
    "Hand",
    "Invitation",
    "Meeting",
    "MeetingTerm",
    "Participant",
    "PastRemarks",
    "Remarks",
    "RemarksImport",
    "Review",
    "RunOfShow",
    "Segment",
    "TermsImport",
    "TranscriptLine",
]
