"""Files as officers bring them: what is read, what is refused and why, what comes back the same."""

import codecs
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from twinhall.hall.meetings.documents.reading import read_document
from twinhall.hall.meetings.documents.values import (
    MOST_BYTES,
    MOST_SENTENCES,
    Caution,
    Expected,
    Format,
    Refusal,
    Sentence,
    Unusable,
    Version,
)
from twinhall.hall.meetings.documents.writing import WRITERS, Script

KOREAN = Expected("ko", ("vi", "en"))
XLIFFS = Path(__file__).parents[4] / "shared" / "data" / "interchange" / "xliff"


def texts(document) -> list[str]:
    return [sentence.text for sentence in document.sentences]


def refused(data: bytes, expected: Expected = KOREAN) -> Refusal:
    with pytest.raises(Unusable) as unusable:
        read_document(data, expected)
    return unusable.value.reason


def word(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The package with parts added or replaced; "__" stands for "/" and "_dot_" for "."."""
    names = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in names:
                new.writestr(entry, old.read(entry))
        for name, part in names.items():
            new.writestr(name, part)
    return out.getvalue()


@pytest.mark.parametrize(
    ("codec", "mark", "language", "text", "named"),
    [
        ("utf-8", b"", "ko", "안녕하십니까? 감사합니다.", "UTF-8"),
        ("utf-8", codecs.BOM_UTF8, "ko", "안녕하십니까? 감사합니다.", "UTF-8"),
        ("utf-16", b"", "ko", "안녕하십니까? 감사합니다.", "UTF-16"),
        ("utf-16-le", b"", "vi", "Kính thưa quý vị. Xin cảm ơn.", "UTF-16"),
        ("cp949", b"", "ko", "존경하는 여러분, 안녕하십니까? 감사합니다.", "CP949"),
        ("cp932", b"", "ja", "皆様、こんにちは。ありがとうございます。", "Shift_JIS (CP932)"),
    ],
)
def test_the_encoding_of_a_text_is_found_and_named(codec, mark, language, text, named):
    document = read_document(mark + text.encode(codec), Expected(language, ()))

    assert (len(document.sentences), document.encoding, document.warnings) == (2, named, ())
    assert "".join(texts(document)).replace(" ", "") == text.replace(" ", "")


def test_vietnamese_of_old_windows_is_composed():
    old = (
        "Ki\u0301nh th\u01b0a quy\u0301 vi\u0323, xin ca\u0309m \u01a1n."  # tones stand apart in Windows-1258
    )

    document = read_document(old.encode("cp1258"), Expected("vi", ()))

    assert (texts(document), document.encoding) == (["Kính thưa quý vị, xin cảm ơn."], "Windows-1258")


def test_bytes_that_read_like_no_language_are_refused():
    assert refused(bytes(range(128, 256)) * 4) is Refusal.ENCODING


def test_a_text_in_another_language_is_warned_about():
    document = read_document(b"Good morning, ladies and gentlemen. Thank you.", KOREAN)

    assert [warning.code for warning in document.warnings] == [Caution.NOT_THIS_LANGUAGE]


def test_a_table_brings_translations_with_their_status_and_origin():
    heading = "ko\tvi\tvi:status\tvi:origin\tvi:engine\n"
    table = heading + "감사합니다.\tXin cảm ơn.\tapproved\tmachine\tx\n\tMồ côi\t\t\t\n"

    document = read_document(table.encode(), KOREAN)

    assert document.sentences == (
        Sentence("감사합니다.", 2, (Version("vi", "Xin cảm ơn.", "approved", "machine", "x"),)),
    )
    assert [(w.code, w.line) for w in document.warnings] == [(Caution.NO_SOURCE, 3)]


def test_a_comma_separated_table_is_read_by_the_names_of_languages():
    document = read_document(
        '한국어,베트남어\n"네, 좋습니다.","Vâng, tốt ạ."\n'.encode("cp949", "replace"), KOREAN
    )

    assert texts(document) == ["네, 좋습니다."]


def test_a_table_without_the_speakers_language_is_refused():
    assert refused("vi\ten\nXin chào\tHello\n".encode()) is Refusal.NO_SOURCE_COLUMN


def test_a_word_document_is_read_paragraph_by_paragraph():
    document = read_document(word("안녕하십니까? 반갑습니다.", "감사합니다."), KOREAN)

    assert [(s.text, s.line) for s in document.sentences] == [
        ("안녕하십니까?", 1),
        ("반갑습니다.", 1),
        ("감사합니다.", 2),
    ]


def test_two_columns_of_a_word_table_are_a_text_and_its_translation():
    rows = (
        ("존경하는 여러분, 안녕하십니까?", "Kính thưa quý vị đại biểu!"),
        ("대단히 감사합니다.", "Xin trân trọng cảm ơn."),
    )

    document = read_document(word("인사 말씀", rows=rows), KOREAN)

    assert [(s.text, s.versions[0].body) for s in document.sentences] == list(rows)
    assert [(w.code, w.detail) for w in document.warnings] == [(Caution.OUTSIDE_TABLE, "1")]


def test_of_two_columns_in_one_language_the_first_counts():
    rows = (("한국어", "Tiếng Việt", "vi"), ("감사합니다.", "Xin cảm ơn.", "Cảm ơn."))

    document = read_document(word(rows=rows), KOREAN)

    assert document.sentences == (Sentence("감사합니다.", 2, (Version("vi", "Xin cảm ơn."),)),)


def test_tracked_changes_are_read_as_accepted():
    document = docx.Document()
    paragraph = document.add_paragraph("감사")
    for markup in (
        "<w:del {0}><w:r><w:delText>했</w:delText></w:r></w:del>",
        "<w:ins {0}><w:r><w:t>합니다.</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(parse_xml(markup.format(nsdecls("w"))))
    out = io.BytesIO()
    document.save(out)

    read = read_document(out.getvalue(), KOREAN)

    assert (texts(read), [w.code for w in read.warnings]) == (["감사합니다."], [Caution.TRACKED_CHANGES])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b" \n\n ", Refusal.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), Refusal.NOT_TEXT),
        (b"\x7fELF" + bytes(range(32)) * 9, Refusal.NOT_TEXT),
        (b"%PDF-1.7\n", Refusal.PDF),
        (b"{\\rtf1 x}", Refusal.RICH_TEXT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"HWP Document File" + bytes(99), Refusal.HANGUL),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), Refusal.OLD_WORD),
        (b"PK\x03\x04" + bytes(40), Refusal.DAMAGED),
        (b"<?xml version='1.0'?><tmx/>", Refusal.NOT_XLIFF),
        (b"<?xml version='1.0'?><xliff version='2.0'", Refusal.DAMAGED_AT),
        (bytes(MOST_BYTES + 1), Refusal.TOO_LARGE),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_reason(data, reason):
    assert refused(data) is reason


def test_other_packages_are_told_apart():
    def package(name: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr(name, "x")
        return out.getvalue()

    assert refused(package("xl/workbook.xml")) is Refusal.SPREADSHEET
    assert refused(package("Contents/section0.xml")) is Refusal.HANGUL
    assert refused(package("photo.jpg")) is Refusal.OTHER_PACKAGE


def test_a_document_with_macros_is_refused():
    assert refused(repacked(word("감사합니다."), word__vbaProject_dot_bin=b"x")) is Refusal.MACROS


def test_a_package_that_unpacks_without_end_is_refused_unread():
    bomb = repacked(word("감사합니다."), word__media__a_dot_png=bytes(100 * 1024 * 1024))

    assert len(bomb) < 1_000_000
    assert refused(bomb) is Refusal.UNPACKS_TOO_LARGE


def test_a_text_that_unpacks_without_end_is_refused_unread():
    bomb = repacked(word("감사합니다."), word__document_dot_xml=b"<a>" + bytes(50 * 1024 * 1024))

    with pytest.raises(Unusable) as unusable:
        read_document(bomb, KOREAN)

    assert (unusable.value.reason, unusable.value.detail) == (Refusal.UNPACKS_TOO_LARGE, "40")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities_are_refused_in_word_and_in_xliff(codec):
    declared = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    unit = '<trans-unit id="1"><source>&a;&b;</source></trans-unit>'
    xliff = f'<xliff version="1.2"><file source-language="ko"><body>{unit}</body></file></xliff>'
    bomb = f'<?xml version="1.0" encoding="{codec}"?>{declared}{xliff}'.encode(codec)

    assert refused(bomb) is Refusal.ENTITIES
    assert refused(repacked(word("감사합니다."), word__document_dot_xml=bomb)) is Refusal.ENTITIES


def test_a_document_of_three_hundred_pages_is_refused_with_its_size():
    with pytest.raises(Unusable) as unusable:
        read_document(word(*(f"{n}번째 문장입니다." for n in range(9000))), KOREAN)

    assert (unusable.value.reason, unusable.value.detail) == (Refusal.TOO_MANY, "9000")
    assert MOST_SENTENCES < 9000


def test_machine_translations_in_an_xliff_stay_machine_translations():
    xliff = """<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
    <file source-language="ko-KR" target-language="vi-VN"><body>
    <trans-unit id="1"><source>감사<g id="1">합니다</g>.</source>
      <target state="needs-review-translation" state-qualifier="leveraged-mt">Cảm ơn.</target></trans-unit>
    <trans-unit id="2" approved="yes"><source>네.</source><target state="final">Vâng.</target></trans-unit>
    </body></file></xliff>"""

    document = read_document(xliff.encode(), KOREAN)

    assert [(s.text, s.versions) for s in document.sentences] == [
        ("감사합니다.", (Version("vi", "Cảm ơn.", "draft", "machine"),)),
        ("네.", (Version("vi", "Vâng.", "approved", "human"),)),
    ]


def test_an_xliff_for_another_language_is_refused():
    unit = b"<unit id='1'><segment><source>Oui</source></segment></unit>"
    xliff = b"<xliff version='2.1' srcLang='fr' trgLang='ko'><file>" + unit + b"</file></xliff>"

    assert refused(xliff) is Refusal.OTHER_LANGUAGE


@pytest.mark.parametrize("language", ["ko", "vi", "ja"])
def test_real_xliff_files_are_read(language):
    path = XLIFFS / f"focus-ios.{language}.xliff"
    if not path.exists():
        pytest.skip(f"needs ../shared/data ({path.name})")

    document = read_document(path.read_bytes(), Expected("en", (language,)))

    assert document.format is Format.XLIFF
    assert len(document.sentences) > 200
    assert {v.language for s in document.sentences for v in s.versions} == {language}


SENTENCES = (
    Sentence("=합계입니다.", 1, (Version("vi", '-Tổng cộng, "vâng"\t.', "approved"),)),
    Sentence("<네> & 아니요.", 2, (Version("vi", "Có & <không>.", "reviewed", "memory"),)),
    Sentence("기계가 옮겼습니다.", 3, (Version("vi", "Máy dịch.", "draft", "machine", "local ko-vi"),)),
    Sentence("아직 없습니다.", 4),
)


def tidy(sentences) -> list[tuple[str, tuple[Version, ...]]]:
    return [
        (
            s.text,
            tuple(
                Version(v.language, " ".join(v.body.split()), v.status, v.origin, v.engine)
                for v in s.versions
            ),
        )
        for s in sentences
    ]


@pytest.mark.parametrize("kind", ["tsv", "xlf", "xliff"])
def test_what_is_exported_comes_back_the_same(kind):
    script = Script("제목", "ko", ("vi",), SENTENCES, {}, {}, "", ())

    once = read_document(WRITERS[kind].write(script), KOREAN).sentences
    again = read_document(
        WRITERS[kind].write(Script("제목", "ko", ("vi",), once, {}, {}, "", ())), KOREAN
    ).sentences

    assert tidy(once) == tidy(SENTENCES)
    assert again == once


def test_a_word_document_comes_back_with_its_words():
    script = Script(
        "제목", "ko", ("vi",), SENTENCES, {"ko": "한국어", "vi": "Tiếng Việt"}, {}, "상태", ("한 문장 승인.",)
    )

    read = read_document(WRITERS["docx"].write(script), KOREAN)

    assert [(s.text, [v.body for v in s.versions]) for s in read.sentences] == [
        (text, [v.body for v in versions]) for text, versions in tidy(SENTENCES)
    ]
