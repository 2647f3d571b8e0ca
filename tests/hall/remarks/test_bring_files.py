"""Files of other programs on the page of remarks: what is left out is told by its line beforehand."""

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from .conftest import sentences_of

SRT = """1
00:00:01,000 --> 00:00:02,500
안녕하십니까?

no time

2
00:00:03,000 --> 00:00:04,000
반갑습니다.
"""
XLIFF = """<xliff version="1.2"><file source-language="ko" target-language="vi"><body>
<trans-unit id="1"><source>네.</source><target>Vâng.</target><note>짧게</note></trans-unit>
<trans-unit id="2"><source/><target>Mồ côi</target></trans-unit></body></file></xliff>"""


@pytest.fixture
def upload(client, officer, remarks, meeting):
    """upload(name, text) brings a file; returns the answer and the page's address."""
    client.force_login(officer)

    def bring(name: str, text: str):
        where = f"/meetings/{meeting.pk}/remarks/{remarks.pk}/import/"
        return client.post(where, {"file": SimpleUploadedFile(name, text.encode())}, follow=True)

    return bring


def test_subtitles_are_shown_and_taken_over(client, upload, remarks):
    shown = upload("speech.srt", SRT)
    page = shown.content.decode()

    client.post(shown.redirect_chain[-1][0], {"do": "replace"})

    assert ("자막" in page, "5행" in page) == (True, True)
    assert sentences_of(remarks) == ["안녕하십니까?", "반갑습니다."]


def test_notes_and_orphans_of_an_xliff_are_shown(upload, remarks):
    page = upload("speech.xlf", XLIFF).content.decode()

    assert ("짧게" in page, "3행" in page) == (True, True)
    assert sentences_of(remarks) == []


def test_damage_is_told_by_its_line_and_nothing_changes(upload, remarks):
    answer = upload("speech.xlf", XLIFF.replace("</body>", ""))

    assert (answer.context["row"].reason, answer.context["row"].detail) == ("damaged_at", "3")
    assert "3행" in answer.content.decode()
    assert sentences_of(remarks) == []


def test_all_languages_go_into_one_document(client, officer, remarks, meeting, bring):
    client.force_login(officer)
    bring(remarks, "ko\tvi\n네.\tVâng.\n")

    answer = client.get(f"/meetings/{meeting.pk}/remarks/{remarks.pk}/export/docx/?to=all")

    cells = [cell.text for cell in docx.Document(io.BytesIO(answer.content)).tables[0].rows[1].cells]
    assert cells[:2] == ["네.", "Vâng."]
