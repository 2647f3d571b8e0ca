from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    HOST = "host", _("Host city")
    PARTNER = "partner", _("Partner city")


class Role(models.TextChoices):
    OFFICER = "officer", _("Protocol officer")
    HEAD = "head", _("Head of delegation")
    DELEGATE = "delegate", _("Delegate")
    INTERPRETER = "interpreter", _("Interpreter")
    VIEWER = "viewer", _("Viewer")


class MeetingState(models.TextChoices):
    PREPARING = "preparing", _("In preparation")
    OPEN = "open", _("Hall open")
    LIVE = "live", _("In session")
    ENDED = "ended", _("Ended")


class ItemMode(models.TextChoices):
    REMARKS = "remarks", _("Prepared remarks")
    REPORT = "report", _("Report")
    DISCUSSION = "discussion", _("Open discussion")
    CEREMONY = "ceremony", _("Ceremony")


class Interpretation(models.TextChoices):
    CAPTIONS = "captions", _("Captions")
    CONSECUTIVE = "consecutive", _("Consecutive interpretation")
    SIMULTANEOUS = "simultaneous", _("Simultaneous interpretation")


class Admission(models.TextChoices):
    NOT_ASKED = "not_asked", _("Not there yet")
    WAITING = "waiting", _("Waiting")
    ADMITTED = "admitted", _("Admitted")
    REFUSED = "refused", _("Not admitted")


class LineKind(models.TextChoices):
    SCRIPT = "script", _("Prepared text")
    MACHINE = "machine", _("Machine translation")
    SOURCE = "source", _("Recognised speech")
    LOST = "lost", _("Lost")


class LinkScope(models.TextChoices):
    SEAT = "seat", _("Personal link")
    CUE = "cue", _("Cueing by a helper")


class CaptionerState(models.TextChoices):
    OFF = "off", _("Captions off")
    STARTING = "starting", _("Captions starting")
    ON = "on", _("Captions on")
    LOST = "lost", _("Captions interrupted")


class ImportState(models.TextChoices):
    READING = "reading", _("Being read")
    READY = "ready", _("Ready to be checked")
    REFUSED = "refused", _("Cannot be used")
    APPLIED = "applied", _("Taken over")


class DraftingState(models.TextChoices):
    """Where a machine's run over remarks is."""

    WAITING = "waiting", _("Waiting")
    WORKING = "working", _("Being translated")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")
    FAILED = "failed", _("Not finished")


class ReviewState(models.TextChoices):
    """How far a reviewer is."""

    ASSIGNED = "assigned", _("Not begun")
    IN_WORK = "in_work", _("In work")
    DONE = "done", _("Finished")
