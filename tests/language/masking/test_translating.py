"""Whatever an engine does to a sentence, a term is exact or the translation says that it is not."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from twinhall.language.masking import Direction, Flag, Rung, TermUse, translate_exactly
from twinhall.language.terms import Concept, Kind, Standing, Term, Termbase

CHAIRMAN = Concept(
    "chairman",
    (
        Term("ko", "레 찌 타인"),
        Term("vi", "Lê Trí Thanh"),
        Term("en", "Lê Trí Thanh"),
        Term("en", "Le Chi Thanh", Standing.FORBIDDEN),
    ),
    Kind.PERSON,
)
OSAN = Concept(
    "osan",
    (
        Term("ko", "오산"),
        Term("ko", "오산시", series="full"),
        Term("vi", "Osan"),
        Term("vi", "thành phố Osan", series="full"),
        Term("en", "Osan"),
        Term("en", "Osan City", series="full"),
        Term("ja", "烏山"),
        Term("ja", "烏山市", series="full"),
    ),
    Kind.CITY,
)
MOU = Concept("mou", (Term("en", "MOU"), Term("ko", "양해각서"), Term("vi", "Bản ghi nhớ")), Kind.PROGRAMME)
UCLG = Concept("uclg", (Term("en", "United Cities"), Term("ko", "UCLG")), Kind.ORGANISATION)
SEOUL = Concept("seoul", (Term("en", "Seoul"), Term("ko", "서울")), Kind.CITY)
BACH = Concept("bach", (Term("en", "Bach"), Term("ko", "Bach", pronunciation="바흐")), Kind.PERSON)
HANAKO = Concept("hanako", (Term("ja", "花子"), Term("ko", "하나코")), Kind.PERSON)
TERMBASE = Termbase((CHAIRMAN, OSAN, MOU, UCLG, SEOUL, BACH))


@dataclass(frozen=True)
class Told:
    text: str
    flags: frozenset[str] = frozenset()
    engine: str = "fake"
    model: str = "fake 1"
    pivot: str | None = None


@dataclass
class Engine:
    """Answers by a function of the sentence, and keeps what it was asked."""

    how: Callable[[str], str]
    flags: frozenset[str] = frozenset()
    asked: list[str] = field(default_factory=list)

    def __call__(self, sentences: tuple[str, ...]) -> list[Told]:
        self.asked += sentences
        return [Told(self.how(sentence), self.flags) for sentence in sentences]


def through(how: Callable[[str], str], text: str, source: str, target: str):
    return translate_exactly([text], Direction(source, target), TERMBASE, Engine(how))[0]


def template(words: str) -> Callable[[str], str]:
    """An engine whose sentence is `words`, with the source's masks for {0}, {1} …"""
    return lambda sentence: words.format(*re.findall(r"[A-Z][A-Za-z]{4,}|X\d|\d{3}|[A-Z]{3}", sentence))


def test_a_term_comes_out_in_its_agreed_form_with_its_provenance():
    result = through(template("{0} visited {1}."), "레 찌 타인은 오산시를 방문했다.", "ko", "en")

    assert result.text == "Lê Trí Thanh visited Osan City."
    assert result.terms == (TermUse("chairman", "Lê Trí Thanh", True), TermUse("osan", "Osan City", True))
    assert (result.rung, result.engine, result.model) == (Rung.NAME, "fake", "fake 1")
    assert result.termbase == TERMBASE.version
    assert (result.flags, result.tries) == (frozenset(), 1)


@pytest.mark.parametrize(
    ("source", "words", "made"),
    [
        ("Lê Trí Thanh spoke", "{0}는 말했다", "레 찌 타인은 말했다"),
        ("Lê Trí Thanh spoke", "'{0}'이(가) 말했다", "'레 찌 타인'이 말했다"),
        ("To Osan", "{0}로 갔다", "오산으로 갔다"),
        ("To Seoul", "{0}으로부터의 편지", "서울로부터의 편지"),
        ("the MOU", "{0}을 맺었다", "양해각서를 맺었다"),
        ("United Cities met", "{0}은 모였다", "UCLG는 모였다"),
        ("Bach wrote", "{0}은 썼다", "Bach는 썼다"),
        ("Osan is a city", "{0}였습니다", "오산이었습니다"),
        ("Osan's talks", "{0}와의 회담", "오산과의 회담"),
        ("Osan (Korea) is", "{0}(한국)는 도시다", "오산(한국)은 도시다"),
        ("Osan met", "{0} 는 만났다", "오산은 만났다"),
        ("a family of Osan", "{0}가족", "오산가족"),
        ("Osan City Hall is", "{0}시청은", "오산시청은"),
        ("Osan and Seoul met", "{0}는 {1}를 만났다", "오산은 서울을 만났다"),
        ("called Seoul", "{0}라고 한다", "서울이라고 한다"),
    ],
)
def test_korean_particles_follow_the_restored_name(source, words, made):
    assert through(template(words), source, "en", "ko").text == made


@pytest.mark.parametrize(
    ("source", "target", "words", "made"),
    [
        ("오산시를 방문", "vi", "thăm thành phố {0}", "thăm thành phố Osan"),
        ("오산시는 크다", "vi", "{0} rất lớn", "Thành phố Osan rất lớn"),
        ("끝. 오산시는", "vi", "Hết. {0} rất", "Hết. Thành phố Osan rất"),
        ("오산시 의회", "en", "{0} City Council", "Osan City Council"),
        ("오산 시민", "en", "a {0} citizen", "an Osan citizen"),
        ("오산시 시장님", "ja", "{0} 市長 は", "烏山市長 は"),
        ("<b>오산</b> 만세", "en", "<b>{0}</b> forever", "<b>Osan</b> forever"),
    ],
)
def test_the_sentence_around_a_restored_form_is_right(source, target, words, made):
    assert through(template(words), source, "ko", target).text == made


def test_in_japanese_a_figure_of_the_source_may_stand_right_behind_a_term():
    result = through(template("{0}2008年版、{0}では190位"), "오산시 2008년판, 190위", "ko", "ja")

    assert result.rung is Rung.NONE  # the mask stands there twice
    assert (
        through(template("{0}2008年版、190位"), "오산시 2008년판, 190위", "ko", "ja").text
        == "烏山市2008年版、190位"
    )


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("ja", "{0}2、2008年版"),  # no figure of the source
        ("ja", "{0}2008、2008年版"),  # one more than the source has
        ("ja", "{0}200、2008年版"),
        ("ja", "{0}2008s年版"),
        ("en", "{0}2008 edition"),  # with blanks between words, it has grown
    ],
)
def test_a_figure_that_has_grown_to_a_mask_is_not_taken_for_one_of_the_source(target, words):
    by_name = through(template(words), "오산시 2008년판", "ko", target)

    assert by_name.rung is Rung.NONE


HOSTILE = {
    "drops": lambda m: "",
    "doubles": lambda m: f"{m} {m}",
    "inflects": lambda m: f"{m}s",
    "grows": lambda m: f"un{m}",
    "translates": lambda m: "잘토르",
    "breaks": lambda m: m[:1] + " " + m[1:],
    "loses a letter": lambda m: m[:-1],
    "sets marks into it": lambda m: m[0] + "\u0301" + m[1:],
}


@pytest.mark.parametrize("deed", HOSTILE)
def test_a_mask_that_is_not_there_exactly_once_is_never_restored(deed):
    def spoil(sentence: str) -> str:
        return re.sub(r"Zaltor|Tamirel|X1|713|Q[A-Z]{2}", lambda m: HOSTILE[deed](m.group()), sentence[:-3])

    result = through(spoil, "오산시에 가요", "ko", "en")

    assert (result.text, result.rung, result.flags) == ("오산시에 가요", Rung.NONE, {Flag.UNTRANSLATED})
    assert result.terms == (TermUse("osan", "Osan City", False),)
    assert result.tries == 5
    assert result.needs_review


@pytest.mark.parametrize(
    ("survives", "rung"),
    [("Tamirel", Rung.OTHER_NAME), ("X1", Rung.CODE), ("713", Rung.NUMBER), ("QKJ", Rung.CAPITALS)],
)
def test_the_ladder_is_climbed_until_a_mask_survives(survives, rung):
    result = through(lambda s: f"to {survives}" if survives in s else "to it", "오산에", "ko", "en")

    assert (result.text, result.rung, result.flags) == ("to Osan", rung, frozenset())


def test_a_mask_in_other_case_is_still_a_mask():
    assert through(lambda s: "ZALTOR WINS", "오산이 이겼다", "ko", "en").text == "Osan WINS"


def test_a_term_said_twice_is_there_twice():
    result = through(template("{0} and {1} and {2}"), "오산, 오산과 레 찌 타인과", "ko", "en")

    assert result.text == "Osan and Osan and Lê Trí Thanh"
    assert [t.exact for t in result.terms] == [True, True, True]


def test_masks_that_stand_in_the_text_are_not_used():
    engine = Engine(lambda s: s.replace("은 왔다", " came"))

    result = translate_exactly(["Zaltor와 오산은 왔다"], Direction("ko", "en"), TERMBASE, engine)[0]

    assert engine.asked == ["Zaltor와 Brexon은 왔다"]
    assert result.text == "Zaltor와 Osan came"


@pytest.mark.parametrize("text", ["오산", "「오산」", "오산, 레 찌 타인"])
def test_a_sentence_that_is_only_terms_needs_no_engine(text):
    engine = Engine(lambda s: "")

    result = translate_exactly([text], Direction("ko", "en"), TERMBASE, engine)[0]

    assert engine.asked == []
    assert result.text == text.replace("오산", "Osan").replace("레 찌 타인", "Lê Trí Thanh")
    assert result.rung is Rung.WITHOUT_ENGINE


@pytest.mark.parametrize("text", ["", "2021. 9. 17.", "🙂", "…"])
def test_what_has_no_words_stays(text):
    assert through(lambda s: "invented", text, "ko", "en").text == text


def test_names_inside_tags_and_addresses_are_not_touched():
    engine = Engine(lambda s: s)
    text = "<a href='https://오산.kr'>오산</a> info@오산.kr 보기"

    translate_exactly([text], Direction("ko", "en"), TERMBASE, engine)

    assert engine.asked[0] == "<a href='https://오산.kr'>Zaltor</a> info@오산.kr 보기"


def test_a_forbidden_form_that_the_engine_invents_is_flagged():
    result = through(template("{0} met Le Chi Thanh"), "오산은", "ko", "en")

    assert result.flags == {Flag.WRONG_FORM}


def test_a_name_without_an_agreed_form_is_lent_one_and_flagged():
    result = through(template("{0} là thành phố"), "서울은 도시다", "ko", "vi")

    assert (result.text, result.flags) == ("Seoul là thành phố", {Flag.NO_FORM})
    assert result.terms == (TermUse("seoul", "Seoul", False),)


def test_an_engine_that_gives_its_words_back_is_found_out():
    assert through(lambda s: s, "Osan rất đẹp", "vi", "en").flags == {Flag.UNCHANGED}


def test_an_engine_s_own_doubts_are_kept():
    engine = Engine(lambda s: "It is long", frozenset({"cut"}))

    result = translate_exactly(["길다"], Direction("ko", "en"), TERMBASE, engine)[0]

    assert (result.text, result.rung, result.flags) == ("It is long", Rung.NO_TERMS, {"cut"})


def test_an_empty_answer_leaves_the_source_and_says_so():
    result = through(lambda s: " ", "길다", "ko", "en")

    assert (result.text, result.flags) == ("길다", {Flag.UNTRANSLATED})


def test_many_sentences_are_asked_at_once_and_come_back_in_order():
    calls = []

    def ask(sentences: tuple[str, ...]) -> list[Told]:
        calls.append(len(sentences))
        return [Told(f"<{n}>" if "X1" not in s else "to X1") for n, s in enumerate(sentences)]

    results = translate_exactly(["길다", "오산에", "짧다"], Direction("ko", "en"), TERMBASE, ask)

    assert [r.text for r in results] == ["<0>", "to Osan", "<2>"]
    assert calls == [3, 1, 1]


def test_more_terms_than_masks_climb_to_a_rung_that_has_enough():
    text = " 그리고 ".join(["오산은"] * 20)

    result = through(
        lambda s: s.replace("그리고", "and").replace("는", "").replace("은", ""), text, "ko", "en"
    )

    assert result.rung is Rung.NAME
    assert result.text.count("Osan") == 20


def test_terms_side_by_side_are_told_apart_where_no_blank_divides_them():
    engine = Engine(lambda s: "ZaltorBrexon은 왔다")
    termbase = Termbase((Concept("a", (Term("ja", "烏山市"), Term("ko", "오산시")), Kind.CITY), HANAKO))

    result = translate_exactly(["烏山市花子様が来た"], Direction("ja", "ko"), termbase, engine)[0]

    assert engine.asked == ["Zaltor Brexon様が来た"]
    assert result.text == "오산시 하나코는 왔다"
