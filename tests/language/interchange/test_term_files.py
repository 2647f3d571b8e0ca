"""Tables of terms come in many encodings, separators and languages, and leave as spreadsheets want them."""

import codecs
from pathlib import Path

import pytest

from twinhall.language.interchange.term_files import LONGEST, MOST_BYTES, fit_for, read_terms
from twinhall.language.interchange.term_values import BadTermFile, Entry, Fault, Reason
from twinhall.language.interchange.term_words import FIELDS, PARTS
from twinhall.language.interchange.terms_table import write_table
from twinhall.language.terms import Concept, Kind, Standing, Term

from .test_tbx import OURS, plain

HALL = ("ko", "vi", "ja", "en")
TAGS = Path(__file__).parents[4] / "shared" / "data" / "interchange" / "go-tm" / "tags.csv"
SIMPLE = "ko,vi\n자매결연,quan hệ kết nghĩa\n"


def forms(found) -> list[list[tuple[str, str, str]]]:
    return [[(t.language, t.text, str(t.standing)) for t in e.concept.terms] for e in found.entries]


def rejected(table: str) -> list[tuple[int, Reason, str]]:
    return [(r.line, r.reason, r.detail) for r in fit_for(read_terms(table.encode()), HALL).rejected]


@pytest.mark.parametrize("reader", HALL)
def test_a_table_comes_back_as_it_was_whoever_it_was_written_for(reader):
    data = write_table(OURS, HALL, reader)

    assert data.startswith(codecs.BOM_UTF8)
    assert plain(read_terms(data).entries) == plain(OURS)


def test_a_cell_that_looks_like_a_formula_is_no_formula():
    assert "'=ダナン" in write_table(OURS, HALL, "en").decode("utf-8-sig")


@pytest.mark.parametrize(
    ("codec", "mark", "named"),
    [
        ("utf-8", codecs.BOM_UTF8, "UTF-8"),
        ("utf-16", b"", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("cp949", b"", "CP949"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encoding_and_separator_are_found(codec, mark, named, separator):
    table = separator.join(["한국어", "영어", "메모"]) + "\r\n" + separator.join(["자매결연", "sister", "가"])

    found = read_terms(mark + table.encode(codec))

    assert (found.encoding, forms(found)) == (
        named,
        [[("ko", "자매결연", "preferred"), ("en", "sister", "preferred")]],
    )


@pytest.mark.parametrize("language", HALL)
def test_headings_are_read_in_every_language(language):
    names = {"ko": ("한국어", "영어"), "vi": ("Tiếng Hàn", "Tiếng Anh"), "ja": ("韓国語", "英語")}
    korean, english = names.get(language, ("Korean", "English"))
    heading = [
        korean,
        f"{korean}: {PARTS['variants'][language]}",
        f"{korean}: {PARTS['forbidden'][language]}",
    ]
    heading += [english, FIELDS["kind"][language], FIELDS["note"][language]]
    row = "자매결연,자매 결연|자매도시,姉妹,sister city,programme,뜻"

    (entry,) = read_terms(f"{','.join(heading)}\n{row}\n".encode()).entries

    assert (entry.concept.kind, entry.note) == (Kind.PROGRAMME, "뜻")
    assert entry.concept.terms == (
        Term("ko", "자매결연"),
        Term("ko", "자매 결연", Standing.VARIANT),
        Term("ko", "자매도시", Standing.VARIANT),
        Term("ko", "姉妹", Standing.FORBIDDEN),
        Term("en", "sister city"),
    )


def test_rows_that_cannot_be_understood_are_rejected_with_their_line():
    heading = "ko,vi,ko:former,kind,ko:pronunciation,ko:forbidden\n"
    rows = [
        '"가\n",a,2025-07-01 나',
        ",",
        "다,b,2025-7-99 라",
        "마,c,2025-07-01",
        "바,d,,planet",
        "사,e,,,sa",
        "아,f,,,,아",
        "자,g,,,,,,too much",
        f"{'차' * (LONGEST + 1)},h",
        "카\u202e,i",
        "타,j",
        "타,j",
    ]

    assert rejected(heading + "\n".join(rows)) == [
        (5, Reason.BAD_DATE, "2025-7-99"),
        (6, Reason.BAD_FORMER, "2025-07-01"),
        (7, Reason.BAD_KIND, "planet"),
        (8, Reason.NOT_HANGUL, "sa"),
        (9, Reason.AGREED_AND_FORBIDDEN, "아"),
        (10, Reason.TOO_MANY_CELLS, ""),
        (11, Reason.TOO_LONG, "차" * 40),
        (12, Reason.UNPRINTABLE, "카"),
        (14, Reason.DUPLICATE, "13"),
    ]


def test_languages_not_spoken_here_are_counted_and_left_out():
    concept = Concept("1", (Term("fr", "Osan"), Term("ko", "오산")))

    found = fit_for(read_terms(write_table([Entry(concept)], ("ko", "en"), "en")), HALL)

    assert forms(found) == [[("ko", "오산", "preferred")]]


def test_a_list_without_headings_is_refused_and_with_them_read_to_the_last_line():
    if not TAGS.exists():
        pytest.skip("no ../shared/data beside the checkout")
    data = TAGS.read_bytes()

    with pytest.raises(BadTermFile) as caught:
        read_terms(data)
    found = read_terms(codecs.BOM_UTF8 + b"ko,en\r\n" + data.removeprefix(codecs.BOM_UTF8))

    assert (caught.value.fault, caught.value.line) == (Fault.NO_HEADINGS, 1)
    lines = data.decode("utf-8-sig").splitlines()
    assert (len(found.entries), found.entries[-1].line) == (len(lines), len(lines) + 1)
    assert forms(read_terms(write_table(found.entries, ("ko", "en"), "vi"))) == forms(found)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.EMPTY),
        (b"\xef\xbb\xbf \n", Fault.EMPTY),
        (b"ko,vi\n", Fault.EMPTY),
        (b"PK\x03\x04" + bytes(99), Fault.PACKAGE),
        (b"\x00\x01\x02\x03" * 9, Fault.NOT_TEXT),
        (SIMPLE.encode("utf-16")[:-1], Fault.DAMAGED),
        (bytes(range(128, 256)) * 4, Fault.ENCODING),
        (b"<tbx>", Fault.DAMAGED),
        (b"<tbx/>", Fault.EMPTY),
        (bytes(MOST_BYTES + 1), Fault.TOO_LARGE),
        (b"ko,vi\n" + b"a,b\n" * 5_001, Fault.TOO_MANY),
        (b"ko,vi\n" + b"a" * 200_000, Fault.DAMAGED),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_reason(data, fault):
    with pytest.raises(BadTermFile) as caught:
        read_terms(data)

    assert caught.value.fault is fault


def test_broken_files_are_read_or_refused_and_nothing_else_happens():
    for whole in (SIMPLE.encode(), SIMPLE.encode("utf-16"), write_table(OURS, HALL, "ko")[:400]):
        for at in range(0, len(whole)):
            for broken in (whole[:at], whole[:at] + b"\x00\xff" + whole[at:], whole[:at] + b'"' + whole[at:]):
                try:
                    fit_for(read_terms(broken), HALL)
                except BadTermFile:
                    continue


def test_columns_with_unknown_headings_are_told():
    assert read_terms(b"ko,fr,vi,\na,b,c,d\n").columns == ("fr",)


def test_forms_are_composed():
    decomposed = "ko,vi\n꽝남,Quảng Nam\n"
    (entry,) = fit_for(read_terms(decomposed.encode()), HALL).entries

    assert entry.concept.terms[1].text == "Quảng Nam"
