"""Subtitles and tables that translators return: several languages, statuses, and what is left out."""

import io
import random
from pathlib import Path

import docx
import pytest

from twinhall.hall.meetings.documents.reading import read_document
from twinhall.hall.meetings.documents.values import (
    Caution,
    Expected,
    Format,
    Refusal,
    Sentence,
    Unusable,
    Version,
)
from twinhall.hall.meetings.documents.writing import WRITERS, Script

from .test_documents import KOREAN, refused, texts

XLIFFS = Path(__file__).parents[4] / "shared" / "data" / "interchange" / "xliff"
SRT = """1
00:00:01,000 --> 00:00:02,500
안녕하십니까?

2
00:00:02,600 --> 00:00:04,000
오늘 이렇게

3
00:00:04,100 --> 00:00:06,000
뵙게 되어 반갑습니다.

no time
"""
VTT = """WEBVTT

00:01.000 --> 00:02.000
<lang ko>감사합니다.</lang>
<c.machine><lang vi>[máy dịch] Xin cảm ơn.</lang></c>
"""
SCRIPT = Script(
    title="인사 말씀",
    language="ko",
    targets=("vi", "en"),
    sentences=(
        Sentence(
            "감사합니다.",
            1,
            (
                Version("vi", "Xin cảm ơn.", "approved"),
                Version("en", "Thank you.", "draft", "machine", "marian"),
            ),
        ),
        Sentence("네.\x0b", 2),
    ),
    names={"ko": "한국어", "vi": "Tiếng Việt", "en": "English"},
    standings={(0, "vi"): "Đã duyệt", (0, "en"): "Máy dịch · chưa kiểm tra"},
    status_heading="Trạng thái",
    statement=("1 trên 2 câu",),
)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp949"])
def test_subtitles_are_remarks_without_their_times(codec):
    document = read_document(SRT.encode(codec), KOREAN)

    assert document.format is Format.SUBTITLES
    assert [(s.text, s.line) for s in document.sentences] == [
        ("안녕하십니까?", 2),
        ("오늘 이렇게 뵙게 되어 반갑습니다.", 6),
    ]
    assert [(w.code, w.line) for w in document.warnings] == [(Caution.BAD_CUE, 13)]


def test_subtitles_in_two_languages_bring_translations_without_our_labels():
    assert read_document(VTT.encode(), KOREAN).sentences == (
        Sentence("감사합니다.", 3, (Version("vi", "Xin cảm ơn.", "draft", "machine"),)),
    )


def test_subtitles_without_any_are_refused():
    assert refused(b"WEBVTT\n\nNOTE nothing\n") is Refusal.EMPTY


def test_a_word_table_has_several_translations_and_says_how_they_stand():
    data = WRITERS["docx"].write(SCRIPT)

    document = read_document(data, KOREAN)

    assert document.sentences == (
        Sentence(
            "감사합니다.",
            3,
            (Version("vi", "Xin cảm ơn.", "approved"), Version("en", "Thank you.", "draft", "machine")),
        ),
        Sentence("네.", 4),
    )


def tables(*tables: tuple[tuple[str, ...], ...]) -> bytes:
    document = docx.Document()
    for rows in tables:
        table = document.add_table(rows=0, cols=max(map(len, rows)))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=False):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_rows_and_tables_that_are_left_out_are_told_by_their_line():
    first = (
        ("No.", "한국어", "Tiếng Việt", "日本語"),
        ("1", "네.", "Vâng.", "はい"),
        ("2", "", "Mồ côi", ""),
    )
    again = (("No.", "한국어", "Tiếng Việt", "日本語"), ("3", "감사합니다.", "Xin cảm ơn.", ""))

    document = read_document(tables((*first, *again), (("날짜", "장소", "비고"), ("a", "b", "c"))), KOREAN)

    assert texts(document) == ["네.", "감사합니다."]
    assert [(w.code, w.line) for w in document.warnings] == [
        (Caution.TABLE_LEFT_OUT, 6),
        (Caution.UNKNOWN_COLUMN, 1),
        (Caution.NO_SOURCE, 3),
    ]


def test_merged_cells_do_not_shift_columns():
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(table.rows[0].cells, ("No.", "ko", "vi"), strict=True):
        cell.text = words
    table.cell(1, 0).merge(table.cell(1, 1)).text = "1"
    table.cell(1, 2).text = "Vâng."
    out = io.BytesIO()
    document.save(out)

    assert refused(out.getvalue()) is Refusal.EMPTY  # the translation is no original


@pytest.mark.parametrize("kind", ["xlf", "xliff"])
def test_our_own_xliff_tells_where_a_translation_comes_from_and_brings_no_note(kind):
    data = WRITERS[kind].write(SCRIPT)

    document = read_document(data, Expected("ko", ("vi",)))

    assert "Đã duyệt" in data.decode()
    assert [(s.text, s.versions, s.notes) for s in document.sentences] == [
        ("감사합니다.", (Version("vi", "Xin cảm ơn.", "approved"),), ()),
        ("네.", (), ()),
    ]


def test_notes_lines_and_what_is_left_out_of_an_xliff_are_told():
    xliff = """<xliff version="1.2"><file source-language="ko" target-language="fr"><body>
<trans-unit id="1"><source>네.</source><target>Oui.</target><note>짧게</note></trans-unit>
<trans-unit id="2"><source/><target>Orphelin</target></trans-unit></body></file>
<file source-language="en"><body><trans-unit id="3"><source>Yes</source></trans-unit></body></file></xliff>"""

    document = read_document(xliff.encode(), KOREAN)

    assert document.sentences == (Sentence("네.", 2, (), ("짧게",)),)
    assert [(w.code, w.line, w.detail) for w in document.warnings] == [
        (Caution.UNKNOWN_COLUMN, 0, "fr"),
        (Caution.OTHER_FILES, 0, "1"),
        (Caution.NOTES, 0, ""),
        (Caution.NO_SOURCE, 3, ""),
    ]


@pytest.mark.parametrize("kind", ["xlf", "xliff", "tsv", "docx"])
def test_a_real_file_goes_through_each_of_ours_and_comes_back(kind):
    path = XLIFFS / "focus-ios.vi.xliff"
    if not path.exists():
        pytest.skip("no ../shared/data beside the checkout")
    expected = Expected("en", ("vi",))
    before = read_document(path.read_bytes(), expected)
    script = Script(
        "t", "en", ("vi",), before.sentences, {"en": "English", "vi": "Tiếng Việt"}, {}, "Status", ()
    )

    after = read_document(WRITERS[kind].write(script), expected)

    assert [(s.text, s.versions) for s in after.sentences] == [(s.text, s.versions) for s in before.sentences]


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("kind", ["xlf", "xliff", "docx"])
def test_a_file_cut_off_is_refused_and_nothing_else_happens(kind, cut):
    data = WRITERS[kind].write(SCRIPT)

    assert refused(data[: int(len(data) * cut)]) in (
        Refusal.DAMAGED,
        Refusal.DAMAGED_AT,
        Refusal.OTHER_PACKAGE,
    )


def test_broken_documents_are_read_or_refused_and_nothing_else_happens():
    """Bytes are changed and cut out where they stood in many files: 2,000 cases, the same each time."""
    chance = random.Random(7)
    whole = [WRITERS[kind].write(SCRIPT) for kind in WRITERS] + [SRT.encode(), VTT.encode("utf-16")]
    for _ in range(2000):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 0, 1, 9))] = chance.choice(
                (b"", b"<", b"&", b"\x00", b"\xff", b"\n")
            )
        try:
            read_document(bytes(data), KOREAN)
        except Unusable:
            continue


@pytest.mark.parametrize("at", [-30, -22, -8])
def test_a_package_that_lies_about_where_its_parts_are_is_refused(at):
    data = bytearray(WRITERS["docx"].write(SCRIPT))
    data[at : at + 4] = b"\xff\xff\xff\x7f"

    with pytest.raises(Unusable):
        read_document(bytes(data), KOREAN)
