"""XML from outside is read in the encodings offices write, and never expanded, fetched or followed."""

import codecs

import pytest

from twinhall.language.interchange.xml import BadXml, Fault, decoded, descendants, is_xml, line_of, open_xml

PLAIN = '<?xml version="1.0"?>\n<a>\n  <b>꽝남</b>\n  <b>오산</b>\n</a>'


def refused(data: bytes) -> tuple[Fault, int]:
    with pytest.raises(BadXml) as caught:
        open_xml(data)
    return caught.value.fault, caught.value.line


def test_every_element_knows_its_line():
    assert [(b.text, line_of(b)) for b in descendants(open_xml(PLAIN.encode()), "b")] == [
        ("꽝남", 3),
        ("오산", 4),
    ]


@pytest.mark.parametrize(
    ("declared", "codec", "mark"),
    [
        ("UTF-8", "utf-8", codecs.BOM_UTF8),
        ("UTF-16", "utf-16", b""),
        ("UTF-16", "utf-16-le", b""),
        ("UTF-16", "utf-16-be", b""),
        ("utf-16", "utf-8", b""),
        ("EUC-KR", "cp949", b""),
        ("ks_c_5601-1987", "cp949", b""),
        ("Shift_JIS", "cp932", b""),
    ],
)
def test_a_document_is_read_in_the_encoding_it_is_in(declared, codec, mark):
    text = "日高" if "shift" in declared.lower() else "꽝남"
    data = mark + f'<?xml version="1.0" encoding="{declared}"?><a>{text}</a>'.encode(codec)

    assert (is_xml(data), open_xml(data).text) == (True, text)


def test_a_document_type_that_names_a_file_is_passed_over():
    assert open_xml(b'<!DOCTYPE martif SYSTEM "http://localhost:1/x.dtd"><a>b</a>').text == "b"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY l0 "ha">' + LAUGHS,
        '<!ENTITY l9 SYSTEM "file:///etc/passwd">',
        '<!ENTITY l9 SYSTEM "http://localhost:1/x">',
        '<!ENTITY % p SYSTEM "http://localhost:1/x"> %p;',
        '<!NOTATION n SYSTEM "n"><!ENTITY l9 SYSTEM "x" NDATA n>',
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le"])
def test_declared_entities_are_refused_in_every_encoding(declared, codec):
    fault, _line = refused(f"<!DOCTYPE a [{declared}]><a>&l9;</a>".encode(codec))

    assert fault is Fault.ENTITIES


def test_entities_declared_nowhere_are_refused_with_their_line():
    assert refused(b"<a>\n&nbsp;</a>") == (Fault.ENTITIES, 2)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", (Fault.DAMAGED, 1)),
        (b"no xml", (Fault.DAMAGED, 1)),
        (b"<a>\n<b>\n", (Fault.DAMAGED, 3)),
        (b"<a>\n\x00</a>", (Fault.DAMAGED, 2)),
        (b"<a/><a/>", (Fault.DAMAGED, 1)),
        (PLAIN.encode("cp949"), (Fault.ENCODING, 3)),
        (b'<?xml version="1.0" encoding="rot13"?><a/>', (Fault.ENCODING, 1)),
        (b'<?xml version="1.0" encoding="zip"?><a/>', (Fault.ENCODING, 1)),
        (b"<a>" * 200_000, (Fault.TOO_DEEP, 1)),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(data, fault):
    assert refused(data) == fault


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_document_cut_off_anywhere_is_refused_and_nothing_else_happens(codec):
    whole = PLAIN.encode(codec)

    assert {refused(whole[:n])[0] for n in range(len(whole) - 2)} <= {Fault.DAMAGED, Fault.ENCODING}


def test_flipped_bytes_are_read_or_refused_and_nothing_else_happens():
    whole = PLAIN.encode()
    for at in range(len(whole)):
        for value in (0, 0x1A, 0x26, 0x3C, 0xFF):
            broken = whole[:at] + bytes([value]) + whole[at + 1 :]
            try:
                open_xml(broken)
            except BadXml:
                continue


def test_text_is_decoded_without_its_mark():
    assert decoded(codecs.BOM_UTF8 + "<a>꽝</a>".encode()) == "<a>꽝</a>"


def test_a_document_of_too_many_elements_is_refused():
    with pytest.raises(BadXml, match="too_many"):
        open_xml(b"<a>" + b"<b/>" * 100 + b"</a>", most_elements=100)
