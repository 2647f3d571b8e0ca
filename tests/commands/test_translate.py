import json

import pytest

from .conftest import forget

KOREAN = "오늘 이렇게 만나 뵙게 되어 반갑습니다."


pytestmark = pytest.mark.usefixtures("fake")


def translate(twinhall, path, *more):
    return twinhall("translate", "--from", "ko", "--to", "vi", *more, path)


def test_each_line_tells_its_provenance(twinhall, text):
    outcome = translate(twinhall, text(f"{KOREAN}\n\n2021-09-17\n"), "--format", "jsonl")

    assert outcome.code == 0
    assert [json.loads(line) for line in outcome.out.splitlines()] == [
        {
            "line": 1,
            "source": KOREAN,
            "text": f"[en-vi] [ko-en] {KOREAN}",
            "origin": "machine",
            "engine": "marian",
            "model": "marian ko-en + marian en-vi",
            "pivot": "en",
            "terms": [],
            "flags": [],
            "rung": "",
            "termbase": "",
        },
        *(
            {
                "line": n,
                "source": stands,
                "text": stands,
                "origin": "source",
                "engine": "",
                "model": "",
                "pivot": None,
                "terms": [],
                "flags": ["no-words"],
                "rung": "",
                "termbase": "",
            }
            for n, stands in ((2, ""), (3, "2021-09-17"))
        ),
    ]


def test_a_text_says_at_its_end_that_a_machine_translated_it(twinhall, text):
    outcome = translate(twinhall, text(f"{KOREAN}\n"))

    assert outcome.out.splitlines() == [
        f"[en-vi] [ko-en] {KOREAN}",
        "",
        "Bản này do máy dịch từ tiếng Hàn, chưa được người kiểm tra. Bản gốc có giá trị ưu tiên."
        " (marian: marian ko-en + marian en-vi)",
    ]
    assert outcome.err == ""


def test_lines_that_need_a_look_are_counted(twinhall, text):
    korean_still = " ".join([KOREAN[:-1]] * 2)

    outcome = translate(twinhall, text(f"{KOREAN}\n{korean_still}\n"))

    assert outcome.err == "twinhall translate: 1 lines need a look: --format jsonl tells why\n"


def test_a_text_that_no_machine_touched_says_nothing(twinhall, text):
    assert translate(twinhall, text("2021-09-17\n")).out == "2021-09-17\n"


TERMS = """<martif type="TBX"><text><body><termEntry id="osan">
<langSet xml:lang="ko"><tig><term>오산시</term></tig></langSet>
<langSet xml:lang="vi"><tig><term>Thành phố Osan</term></tig></langSet>
</termEntry></body></text></martif>"""


@pytest.mark.parametrize("content", [TERMS, "id,ko,vi\nosan,오산시,Thành phố Osan\n"])
def test_terms_come_out_exactly_as_agreed(twinhall, text, tmp_path, content):
    (tmp_path / "terms.tbx").write_text(content)

    outcome = translate(
        twinhall,
        text("오늘은 오산시 대표단과 만납니다."),
        "--terms",
        tmp_path / "terms.tbx",
        "--format",
        "jsonl",
    )

    told = json.loads(outcome.out)
    assert told["text"] == "[en-vi] [ko-en] 오늘은 Thành phố Osan 대표단과 만납니다."
    assert told["terms"] == [{"concept": "osan", "form": "Thành phố Osan", "exact": True}]
    assert (told["rung"], len(told["termbase"])) == ("name", 12)


@pytest.mark.parametrize(
    ("content", "reason"), [("<a/>", "not TBX"), ("", "holds no term"), (None, "No such file")]
)
def test_a_termbase_that_is_none_is_refused(twinhall, text, tmp_path, content, reason):
    if content is not None:
        (tmp_path / "terms.tbx").write_text(content)

    outcome = translate(twinhall, text(KOREAN), "--terms", tmp_path / "terms.tbx")

    assert (outcome.code, outcome.out) == (2, "")
    assert reason in outcome.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_texts_may_be_in_unicode_of_any_kind_with_any_line_ends(twinhall, text, encoding):
    outcome = translate(twinhall, text(f"{KOREAN}\r\n{KOREAN}".encode(encoding)), "--format", "jsonl")

    assert [json.loads(line)["source"] for line in outcome.out.splitlines()] == [KOREAN, KOREAN]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (KOREAN.encode("cp949"), "not in UTF-8 (byte 0); save it as UTF-8"),
        (b"\x00\x01binary", "not a text file"),
        (b"\xff\xfe\x00", "not in UTF-16"),
    ],
)
def test_a_file_that_is_no_text_is_refused(twinhall, text, content, reason):
    outcome = translate(twinhall, text(content))

    assert (outcome.code, outcome.out) == (2, "")
    assert reason in outcome.err


def test_a_file_that_is_not_there_is_named(twinhall, tmp_path):
    outcome = translate(twinhall, tmp_path / "none.txt")

    assert outcome.code == 2
    assert "none.txt: cannot be read (No such file or directory)" in outcome.err


def test_an_empty_file_is_an_empty_translation(twinhall, text):
    assert translate(twinhall, text("")).out == ""


@pytest.mark.parametrize(
    ("languages", "reason"),
    [
        (("ko", "ko"), "are both ko"),
        (("ko", "../x"), "'../x' is no language"),
        (("한", "vi"), "'한' is no"),
    ],
)
def test_languages_that_are_none_are_refused(twinhall, text, languages, reason):
    outcome = twinhall("translate", "--from", languages[0], "--to", languages[1], text(KOREAN))

    assert outcome.code == 2
    assert reason in outcome.err


def test_an_engine_may_be_named(twinhall, text):
    outcome = translate(twinhall, text(KOREAN), "--engine", "papago")

    assert outcome.code == 1
    assert "papago needs keys: set TWINHALL_PAPAGO_ID and TWINHALL_PAPAGO_KEY" in outcome.err


def test_an_engine_that_nobody_knows_is_named(twinhall, text):
    outcome = translate(twinhall, text(KOREAN), "--engine", "babel")

    assert outcome.code == 1
    assert "no engine is called babel; there are marian, openai" in outcome.err


def test_settings_that_name_no_engine_are_refused(twinhall, text, monkeypatch):
    monkeypatch.setenv("TWINHALL_TRANSLATORS", "marian; ko-vi=babel")
    forget()

    outcome = translate(twinhall, text(KOREAN))

    assert (outcome.code, outcome.out) == (2, "")
    assert "TWINHALL_TRANSLATORS names babel" in outcome.err


def test_a_pair_that_nothing_does_says_what_to_do(twinhall, text, fake):
    fake.without = frozenset({("ko", "vi"), ("en", "vi")})

    outcome = translate(twinhall, text(KOREAN))

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == ("twinhall translate: nothing here translates ko-vi: marian has no en-vi\n")
