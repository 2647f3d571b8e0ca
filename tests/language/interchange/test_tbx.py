"""TBX in both versions and both styles is read alike; what we write comes back as it was."""

from datetime import date
from pathlib import Path

import pytest

from twinhall.language.interchange.tbx import read_tbx
from twinhall.language.interchange.tbx_writing import write_tbx_2, write_tbx_3
from twinhall.language.interchange.term_values import BadTermFile, Entry, Fault, Reason, Rejected
from twinhall.language.terms import Concept, Kind, Standing, Term

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "interchange"
V2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1"><descrip type="subjectField">City</descrip>
<langSet xml:lang="vi"><tig><term>Quảng Nam</term></tig></langSet>
<langSet xml:lang="ko-KR">
 <tig><term>광남</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
 <tig><term>꽝남 성</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
 <ntig><termGrp><term>꽝남성</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
 </termGrp></ntig>
</langSet></termEntry></body></text></martif>"""
DCA = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><descripGrp><descrip type="definition">A town.</descrip></descripGrp>
<langSec xml:lang="en"><termSec><term>Osan
 City</term><termNoteGrp><termNote type="termType">fullForm</termNote></termNoteGrp></termSec>
<termSec><term>Osan</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""
DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>도시</min:subjectField><basic:definition>A town.</basic:definition>
<langSec xml:lang="ko"><termSec><term>오산</term>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>오싼</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
</langSec></conceptEntry></body></text></tbx>"""
OURS = (
    Entry(
        Concept(
            "c12",
            (
                Term("ko", "꽝남", pronunciation="꽝남"),
                Term("ko", "꽝남성", series="full"),
                Term("ko", "꽝남 성", Standing.VARIANT),
                Term("ko", "광남", Standing.FORBIDDEN),
                Term("vi", "Đà Nẵng", valid_from=date(2025, 7, 1)),
                Term("vi", "Quảng Nam", valid_until=date(2025, 7, 1)),
                Term("en", 'R&D <"Quang | Nam">'),
                Term("ja", "=ダナン"),
            ),
            Kind.CITY,
        ),
        note="2025년 통합; a | b",
        scope="relation",
        place="오산 – 꽝남",
    ),
    Entry(Concept("c13", (Term("ko", "시장"), Term("vi", "chợ"))), says_kind=False, scope="house"),
)


def plain(entries) -> list[tuple]:
    """Entries without their lines, forms in the order of their languages."""
    return [
        (e.concept.id, set(e.concept.terms), e.concept.kind, e.says_kind, e.note, e.scope, e.place)
        for e in entries
    ]


def test_forms_have_their_standing():
    assert read_tbx(V2.encode()).entries == (
        Entry(
            Concept(
                "c1",
                (
                    Term("vi", "Quảng Nam"),
                    Term("ko", "광남", Standing.FORBIDDEN),
                    Term("ko", "꽝남 성", Standing.VARIANT),
                    Term("ko", "꽝남성", Standing.PREFERRED),
                ),
                Kind.CITY,
            ),
            line=2,
        ),
    )


def test_without_a_mark_the_first_form_is_preferred():
    assert read_tbx(DCA.encode()).entries == (
        Entry(
            Concept("c1", (Term("en", "Osan City", series="full"), Term("en", "Osan", Standing.VARIANT))),
            line=2,
            says_kind=False,
            note="A town.",
        ),
    )


def test_categories_may_be_elements():
    (entry,) = read_tbx(DCT.encode()).entries

    assert (entry.concept.kind, entry.note) == (Kind.CITY, "A town.")
    assert entry.concept.terms == (Term("ko", "오산"), Term("ko", "오싼", Standing.FORBIDDEN))


@pytest.mark.parametrize(("write", "name"), [(write_tbx_2, "TBX 2"), (write_tbx_3, "TBX 3")])
def test_what_is_written_comes_back_as_it_was(write, name):
    found = read_tbx(write(OURS, "용어", "ko"))

    assert (found.format, found.rejected) == (name, ())
    assert plain(found.entries) == plain(OURS)


@pytest.mark.parametrize("write", [write_tbx_2, write_tbx_3])
@pytest.mark.parametrize(
    ("name", "entries", "languages"),
    [
        ("generated/vn_provinces_ko_vi.v2.tbx", 63, {"ko", "vi"}),
        ("generated/vn_provinces_ko_vi.v3.tbx", 63, {"ko", "vi"}),
        ("go-tm/v2.0.tbx", 1, {"en", "ja"}),
    ],
)
def test_real_files_come_back_as_they_were(write, name, entries, languages):
    if not (SAMPLES / name).exists():
        pytest.skip("no ../shared/data beside the checkout")

    found = read_tbx((SAMPLES / name).read_bytes())

    assert (len(found.entries), found.rejected) == (entries, ())
    assert {term.language for entry in found.entries for term in entry.concept.terms} == languages
    again = plain(read_tbx(write(found.entries, "", "en")).entries)
    assert [told[1:] for told in again] == [told[1:] for told in plain(found.entries)]


def test_ids_that_xml_cannot_hold_or_that_come_twice_are_made_anew():
    terms = (Term("ko", "가"), Term("en", "a"))
    entries = [Entry(Concept(name, terms)) for name in ("7", "7", "a b", "")]

    found = read_tbx(write_tbx_3(entries, "", "en")).entries

    assert [entry.concept.id for entry in found] == ["c7", "c7-2", "a_b", "c"]


def test_entries_that_cannot_be_understood_are_rejected_with_their_line():
    body = """
<conceptEntry><langSec xml:lang="ko"><termSec><term> </term></termSec></langSec></conceptEntry>
<conceptEntry><langSec><termSec><term>오산</term></termSec></langSec></conceptEntry>
<conceptEntry><langSec xml:lang="ko">
<termSec><term>꽝남</term><termNote type="x-validUntil">2025-13-01</termNote></termSec></langSec>
</conceptEntry>
<conceptEntry><langSec xml:lang="ko"><termSec><term>오산</term></termSec></langSec></conceptEntry>"""

    found = read_tbx(f"<tbx><text><body>{body}</body></text></tbx>".encode())

    assert found.rejected == (
        Rejected(2, Reason.NO_FORM),
        Rejected(3, Reason.NO_LANGUAGE, "오산"),
        Rejected(5, Reason.BAD_DATE, "2025-13-01"),
    )
    assert [entry.line for entry in found.entries] == [7]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"<html/>", Fault.NOT_TBX),
        (DCA.encode()[:200], Fault.DAMAGED),
        (b'<!DOCTYPE martif [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><martif>&b;</martif>', Fault.ENTITIES),
        (b'<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif>&a;</martif>', Fault.ENTITIES),
        (V2.encode("cp949", "ignore"), Fault.ENCODING),
    ],
)
def test_what_is_no_tbx_is_refused(data, fault):
    with pytest.raises(BadTermFile) as caught:
        read_tbx(data)

    assert caught.value.fault is fault
