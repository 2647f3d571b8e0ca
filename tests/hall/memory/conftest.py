"""Remarks of the mayor for the first item, some of them approved in Vietnamese."""

import pytest
from django.test import Client

from twinhall.hall.meetings.actions.remarks import add, bump, open_remarks
from twinhall.hall.meetings.models import Remarks, Segment
from twinhall.hall.translation.actions import write_rendition
from twinhall.hall.translation.enums import Status

SIGNED = "오산시와 꽝남성은 2004년 자매결연을 맺었습니다."
SIGNED_VI = "Osan và Quảng Nam đã kết nghĩa năm 2004."
THANKS, THANKS_VI = "감사합니다.", "Xin trân trọng cảm ơn."


@pytest.fixture
def client_of():
    """client_of(user): another browser, signed in."""

    def make(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def remarks(greetings, mayor, officer) -> Remarks:
    """Two sentences, untranslated."""
    opened = open_remarks(greetings, mayor)
    add(opened.pk, 0, f"{SIGNED}\n{THANKS}", by=officer)
    return opened


@pytest.fixture
def sentence(remarks):
    """sentence(position) of the mayor's remarks, as it now stands."""

    def read(position: int) -> Segment:
        return Segment.objects.select_related("text", "remarks").get(remarks=remarks, position=position)

    return read


@pytest.fixture
def approve(officer):
    """approve(segment, body, language="vi", by=…) as the editor does."""

    def write(segment: Segment, body: str, language: str = "vi", by=officer) -> None:
        write_rendition(segment.text, language, body, by=by, status=Status.APPROVED)
        bump(segment.remarks)

    return write


@pytest.fixture
def chairmans(greetings, chairman, partner_officer) -> Remarks:
    """The chairman's remarks: one Vietnamese sentence."""
    opened = open_remarks(greetings, chairman)
    add(opened.pk, 0, SIGNED_VI, by=partner_officer)
    return opened
