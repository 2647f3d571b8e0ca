"""Keeping every version of a rendition there ever was: who did what, when. Only ever added to."""

from collections.abc import Iterable

from django.db import transaction

from twinhall.hall.people.models import User
from twinhall.hall.translation.actions.standing import Overtaken, token_of
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import MADE, Rendition, Text, Version

SAME = ("body", "status", "source_revision", *MADE)


class NoVersion(Exception):
    """There is no such version, or it has no words to bring back."""


def keep_version(rendition: Rendition, *, by: User | None) -> None:
    """Keep a rendition as it stands now. Where nothing changed since the last version, nothing is added."""
    last = Version.objects.filter(text=rendition.text_id, language=rendition.language).last()
    if last and all(getattr(last, name) == getattr(rendition, name) for name in SAME):
        return
    version_of(rendition, by=by).save()


def keep_versions(renditions: Iterable[Rendition], *, by: User | None) -> None:
    """Keep renditions that were not there before: many by one statement."""
    Version.objects.bulk_create([version_of(rendition, by=by) for rendition in renditions])


def keep_removal(rendition: Rendition, *, by: User | None) -> None:
    """Keep that a rendition was taken away."""
    gone = version_of(rendition, by=by)
    gone.body, gone.status = "", Status.DRAFT
    gone.save()


def version_of(rendition: Rendition, *, by: User | None) -> Version:
    """Return a rendition as a version, not yet stored."""
    made = {name: getattr(rendition, name) for name in MADE}
    return Version(
        text_id=rendition.text_id,
        language=rendition.language,
        body=rendition.body,
        status=rendition.status,
        source_revision=rendition.source_revision,
        by=by,
        by_name=by.name if by else "",
        **made,
    )


@transaction.atomic
def bring_back(text_id: int, language: str, version_id: int, *, by: User, seen: str) -> Rendition:
    """Make an earlier version the draft, with where it came from and the revision that it was made for.

    Raises Overtaken, NoVersion.
    """
    text = Text.objects.select_for_update().get(pk=text_id)
    held = Rendition.objects.filter(text=text, language=language).first()
    if seen != token_of(text, held):
        raise Overtaken(text, held)
    version = Version.objects.filter(text=text, language=language, pk=version_id).exclude(body="").first()
    if version is None:
        raise NoVersion(version_id)
    rendition = held or Rendition(text=text, language=language)
    for name in ("body", "source_revision", *MADE):
        setattr(rendition, name, getattr(version, name))
    rendition.status, rendition.sample, rendition.written_by = Status.DRAFT, False, version.by
    rendition.reviewer, rendition.reviewer_name, rendition.reviewed_at = None, "", None
    rendition.save()
    version_of(rendition, by=by).save()
    return rendition
