"""Remarks of the mayor for the first item, and ways to bring texts in."""

import pytest
from django.test import Client

from tests.hall.remarks import translators
from twinhall.hall.meetings.actions.remarks import open_remarks
from twinhall.hall.meetings.actions.remarks_import import receive, take_over
from twinhall.hall.meetings.models import Remarks, Segment
from twinhall.hall.translation.actions import write_rendition
from twinhall.hall.translation.enums import Status
from twinhall.language.translation import Cost

SPEECH = """존경하는 레 찌 타인 꽝남성 인민위원회 위원장님, 안녕하십니까?
오산시장 곽상욱입니다.
감사합니다."""


@pytest.fixture
def remarks(greetings, mayor) -> Remarks:
    """Opened, still empty."""
    return open_remarks(greetings, mayor)


@pytest.fixture
def bring(officer):
    """bring(remarks, text or bytes, append=False, trust=False) takes it over and returns the sentences."""

    def take(remarks: Remarks, told: str | bytes, name: str = "", **how) -> list[str]:
        data = told.encode() if isinstance(told, str) else told
        row = receive(remarks, data, name, by=officer)
        take_over(row.pk, **({"append": False, "trust": False} | how), by=officer)
        return sentences_of(remarks)

    return take


@pytest.fixture
def speech(remarks, bring) -> Remarks:
    """Three sentences of the mayor, untranslated."""
    bring(remarks, SPEECH)
    return remarks


@pytest.fixture
def approve(officer):
    """approve(segment, body, language="vi") stores an approved translation, terms unchecked."""

    def write(segment: Segment, body: str, language: str = "vi"):
        return write_rendition(segment.text, language, body, by=officer, status=Status.APPROVED)

    return write


def sentences_of(remarks: Remarks) -> list[str]:
    return [segment.text.body for segment in Segment.objects.filter(remarks=remarks).select_related("text")]


def positions_of(remarks: Remarks) -> list[int]:
    return list(Segment.objects.filter(remarks=remarks).values_list("position", flat=True))


@pytest.fixture
def reader(settings) -> translators.Reader:
    """The engine that the settings ask, and beside it one that is not set up."""
    settings.TRANSLATORS = translators.HERE
    translators.ENGINES.clear()
    translators.ENGINES["reader"] = translators.Reader()
    translators.ENGINES["cloud"] = translators.Reader(
        "cloud", Cost.METERED, leaves=True, lack="cloud needs a key"
    )
    return translators.ENGINES["reader"]


@pytest.fixture
def client_of():
    """client_of(user): another browser, signed in."""

    def make(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def desk(client_of, officer, partner_officer, speech, reader) -> Client:
    """The host's officer before the speech of three sentences; the partner has an officer too."""
    return client_of(officer)
