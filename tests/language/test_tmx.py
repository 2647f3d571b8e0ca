"""TMX from other programs, and from nobody who means well."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from twinhall.language.tmx import BadTmx, Damage, Fault, Rejected, Unit, Version, read_tmx, write_tmx

INTERCHANGE = Path(__file__).parents[3] / "shared" / "data" / "interchange"
NEEDS_DATA = pytest.mark.skipif(
    not INTERCHANGE.exists(), reason="the test recordings are not beside the checkout"
)


def tmx(units: str, *, prolog: str = "", header: str = 'srclang="ko"', encoding: str = "utf-8") -> bytes:
    whole = f'{prolog}<tmx version="1.4">\n<header {header}/>\n<body>\n{units}\n</body></tmx>'
    return whole.encode(encoding)


def unit(korean: str, vietnamese: str, more: str = "") -> str:
    return (
        f'<tu>{more}<tuv xml:lang="ko-KR"><seg>{korean}</seg></tuv>'
        f'<tuv xml:lang="vi"><seg>{vietnamese}</seg></tuv></tu>'
    )


def read(data: bytes) -> list[Unit | Rejected]:
    return list(read_tmx(BytesIO(data), "a.tmx"))


def texts(found: Unit | Rejected) -> dict[str, str]:
    assert isinstance(found, Unit)
    return {language: version.text for language, version in found.versions.items()}


def test_a_unit_is_read_with_its_line_and_by_the_primary_language():
    (found,) = read(tmx(unit("감사합니다.", "Xin cảm ơn.")))

    assert (found.line, found.source, texts(found)) == (4, "ko", {"ko": "감사합니다.", "vi": "Xin cảm ơn."})


def test_who_and_when_are_read_and_a_day_that_is_none_is_left_out():
    told = (
        '<tu changeid="김" changedate="20210917T070000Z"><tuv xml:lang="ko"><seg>가</seg></tuv>'
        '<tuv xml:lang="vi" creationid="Lê" creationdate="yesterday"><seg>ả</seg></tuv></tu>'
    )

    (found,) = read(tmx(told))

    assert isinstance(found, Unit)
    assert found.versions["ko"] == Version("가", "김", datetime(2021, 9, 17, 7, 0, tzinfo=UTC))
    assert found.versions["vi"] == Version("ả", "Lê", None)


def test_inline_codes_are_left_out_and_the_words_between_them_kept():
    marked = (
        '앞 <bpt i="1">&lt;b&gt;</bpt>굵게 <hi>강조</hi><ept i="1">&lt;/b&gt;</ept><ph>%s</ph> 뒤<it>x</it>'
    )

    (found,) = read(tmx(unit(marked, "trước <ut>{\\b</ut>đậm")))

    assert texts(found) == {"ko": "앞 굵게 강조 뒤", "vi": "trước đậm"}


def test_the_sentence_before_is_read():
    (found,) = read(tmx(unit("가", "ả", '<prop type="x-context-pre">앞</prop>')))

    assert isinstance(found, Unit)
    assert found.before == "앞"


@pytest.mark.parametrize(
    ("told", "rejected"),
    [
        (unit("  ", "ả"), Rejected(4, Fault.EMPTY, "ko")),
        (unit("<ph>%s</ph>", "ả"), Rejected(4, Fault.EMPTY, "ko")),
        ('<tu><tuv xml:lang="ko"><seg>가</seg></tuv></tu>', Rejected(4, Fault.ONE_LANGUAGE, "ko")),
        ("<tu/>", Rejected(4, Fault.ONE_LANGUAGE, "")),
        (
            '<tu><tuv xml:lang="ko"/><tuv xml:lang="vi"><seg>ả</seg></tuv></tu>',
            Rejected(4, Fault.EMPTY, "ko"),
        ),
        ("<tu><tuv><seg>가</seg></tuv></tu>", Rejected(4, Fault.NO_LANGUAGE)),
        ('<tu><tuv xml:lang="  -KR"><seg>가</seg></tuv></tu>', Rejected(4, Fault.NO_LANGUAGE)),
        (unit("가", "ả").replace('"vi"', '"ko-KP"'), Rejected(4, Fault.SAME_LANGUAGE, "ko")),
        (unit("가" * 5001, "ả"), Rejected(4, Fault.TOO_LONG, "5001")),
    ],
)
def test_a_bad_unit_is_told_by_its_line_and_the_others_are_read(told, rejected):
    found = read(tmx(f"{told}\n{unit('나', 'b')}"))

    assert found[0] == rejected
    assert texts(found[1]) == {"ko": "나", "vi": "b"}


@pytest.mark.parametrize(
    ("data", "damage"),
    [
        (b"", Damage.BROKEN),
        (b"hello", Damage.BROKEN),
        (b"\x89PNG\r\n\x1a\n\0\0", Damage.BROKEN),
        (b"<html><body/></html>", Damage.NOT_TMX),
        (tmx(unit("가", "ả"))[:-20], Damage.BROKEN),
        (tmx(unit("가", "ả"), prolog='<?xml version="1.0" encoding="klingon"?>'), Damage.BROKEN),
        (tmx(unit("가", "ả")).replace("가".encode(), "가".encode("cp949")), Damage.BROKEN),
        (tmx(unit("가", "a"), encoding="utf-16")[:-3], Damage.BROKEN),
    ],
)
def test_what_is_no_whole_tmx_is_refused(data, damage):
    with pytest.raises(BadTmx) as refused:
        read(data)

    assert refused.value.damage is damage


def test_where_a_file_breaks_off_is_told():
    broken = tmx("\n".join([unit("가", "ả")] * 5)).replace(b"</seg></tuv></tu>\n</body>", b"\n</body>")

    with pytest.raises(BadTmx, match=r"a\.tmx: line 9: "):
        read(broken)


BOMB = (
    "<!DOCTYPE tmx [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]>"
)


@pytest.mark.parametrize(
    "prolog",
    [
        BOMB,
        '<!DOCTYPE tmx [<!ENTITY j SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE tmx [<!ENTITY % j SYSTEM "http://127.0.0.1:9/x.dtd">%j;]>',
        '<!DOCTYPE tmx [<!ENTITY j "harmless">]>',
    ],
)
def test_a_file_that_declares_entities_is_refused_whole(prolog):
    with pytest.raises(BadTmx) as refused:
        read(tmx(unit("가", "&j;"), prolog=prolog))

    assert refused.value.damage is Damage.ENTITIES


def test_a_doctype_is_no_harm_but_its_dtd_is_never_read(tmp_path):
    dtd = tmp_path / "tmx14.dtd"
    dtd.write_text('<!ENTITY nbsp "read from the disk">')
    prolog = f'<!DOCTYPE tmx SYSTEM "{dtd}">'

    assert texts(read(tmx(unit("가", "ả"), prolog=prolog))[0]) == {"ko": "가", "vi": "ả"}
    assert read(tmx(unit("가", "a&nbsp;b"), prolog=prolog)) == [Rejected(4, Fault.ENTITY, "vi")]


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "EUC-KR"])
def test_the_encoding_that_is_declared_is_read(encoding):
    data = tmx(
        unit("감사합니다.", "Cam on."),
        prolog=f'<?xml version="1.0" encoding="{encoding}"?>',
        encoding=encoding,
    )

    assert texts(read(data)[0]) == {"ko": "감사합니다.", "vi": "Cam on."}


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16"])
def test_what_is_written_is_read_again_as_it_was(encoding):
    at = datetime(2021, 9, 17, 7, 0, tzinfo=UTC)
    units = [
        Unit(
            0,
            "ko",
            {"ko": Version("<가> & “나”"), "vi": Version("ả 😀", "Lê Trí Thanh", at)},
            "앞",
            sample=True,
        ),
        Unit(0, "", {"ja": Version("あ\u200f"), "en": Version("a\x01b")}),
    ]
    file = BytesIO()

    count = write_tmx(units, file, version="0.1", encoding=encoding)
    file.seek(0)
    found = list(read_tmx(file, "a.tmx"))

    assert count == 2
    assert (file.getvalue()[:2] in (b"\xff\xfe", b"\xfe\xff")) == (encoding == "UTF-16")
    first, second = found
    assert isinstance(first, Unit)
    assert (first.source, first.versions, first.before, first.sample) == ("ko", units[0].versions, "앞", True)
    assert texts(second) == {"ja": "あ", "en": "ab"}


def test_millions_of_units_are_never_held_at_once():
    def endless():
        yield b'<tmx version="1.4"><header srclang="ko"/><body>'
        while True:
            yield unit("가", "ả").encode() * 400

    class Stream:
        def __init__(self) -> None:
            self._pieces = endless()

        def read(self, _size: int = -1) -> bytes:
            return next(self._pieces)

    found = read_tmx(Stream(), "endless.tmx")

    assert [texts(next(found))["ko"] for _ in range(2000)] == ["가"] * 2000


@NEEDS_DATA
def test_a_memory_in_utf_16_from_another_program():
    path = INTERCHANGE / "go-tm" / "v1.4.tmx"

    with path.open("rb") as file:
        found = list(read_tmx(file, path.name))

    assert [texts(f)["ja"] for f in found] == ["吾輩は猫である", "人間失格"]
    assert texts(found[1])["fr"] == "La déchéance d'un homme"


@NEEDS_DATA
def test_three_hundred_units_in_four_languages():
    path = INTERCHANGE / "generated" / "ntrex_ko_vi_ja_en_300.tmx"

    with path.open("rb") as file:
        found = list(read_tmx(file, path.name))

    assert len(found) == 300
    assert {frozenset(texts(f)) for f in found} == {frozenset({"en", "ko", "vi", "ja"})}
