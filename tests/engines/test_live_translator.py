import pytest

from twinhall.captions.ports import EngineError, Translated
from twinhall.engines.fakes import FakeTranslator
from twinhall.engines.live_translator import LiveTranslator
from twinhall.language.choice import Choice, NoEngine
from twinhall.language.terms import Concept, Kind, Term, Termbase
from twinhall.language.translation import EngineFacts, Rendered

CHAIRMAN = Concept(
    "1", (Term("en", "Lê Trí Thanh"), Term("vi", "Lê Trí Thanh"), Term("ko", "레 찌 타인")), Kind.PERSON
)
CITY = Concept("2", (Term("en", "Osan City"), Term("vi", "thành phố Osan")), Kind.CITY)
TERMS = Termbase([CHAIRMAN, CITY])


class Outside(FakeTranslator):
    """An engine to which texts leave."""

    @property
    def facts(self) -> EngineFacts:
        return EngineFacts(self.name, super().facts.cost, "none", leaves=True)


class Shouting(FakeTranslator):
    """An engine that gives something that is no translation at all."""

    def translate(self, job):
        return tuple(Rendered("A" * 20 * len(sentence)) for sentence in job.sentences)


def live(*engines: FakeTranslator, terms: Termbase | None = None) -> LiveTranslator:
    known = {engine.name: engine for engine in engines}
    return LiveTranslator(Choice(known, lambda source, target: tuple(known)), terms)


def test_a_sentence_comes_with_who_translated_it():
    made = live(FakeTranslator()).translate("We meet in spring.", "en", "vi")

    assert made == Translated("[en-vi] We meet in spring.", "fake", "fake en-vi", None, ())


def test_names_come_out_as_agreed_also_those_that_are_agreed_while_people_talk():
    translator = live(FakeTranslator())
    before = translator.translate("We greet Osan City warmly.", "en", "vi")
    translator.terms = TERMS
    after = translator.translate("We greet Osan City warmly.", "en", "vi")

    assert before
    assert "Osan City" in before.text
    assert after
    assert after.text == "[en-vi] We greet thành phố Osan warmly."


def test_a_lost_name_is_flagged_or_the_words_stay():
    class Losing(FakeTranslator):
        def translate(self, job):
            return tuple(Rendered("Chúng tôi xin chào mừng quý vị.") for _ in job.sentences)

    with pytest.raises(EngineError, match="en-vi translation"):
        live(Losing(), terms=TERMS).translate("We greet Osan City warmly.", "en", "vi")


def test_the_names_of_the_other_side_do_not_make_a_sentence_theirs():
    said = "Lê Trí Thanh and Lê Trí Thanh of Quảng Nam."
    made = live(FakeTranslator(), terms=TERMS).translate(said, "en", "vi")

    assert made
    assert made.engine == "fake"


def test_a_sentence_that_is_in_the_listeners_language_already_stands():
    said = "Tôi xin chân thành cảm ơn tất cả quý vị đã đến đây hôm nay."

    assert live(FakeTranslator()).translate(said, "en", "vi") is None


def test_a_sentence_that_is_nothing_but_a_name_needs_no_engine():
    engine = FakeTranslator()
    made = live(engine, terms=TERMS).translate("Osan City.", "en", "vi")

    assert made == Translated("Thành phố Osan.", "terms", TERMS.version)
    assert engine.jobs == []


def test_what_cannot_be_a_translation_is_none():
    with pytest.raises(EngineError) as told:
        live(Shouting()).translate("We meet in spring.", "en", "vi")

    assert "spring" not in str(told.value)


def test_the_next_engine_is_asked_when_one_fails():
    made = live(FakeTranslator("first", fails=True), FakeTranslator("second")).translate(
        "We meet.", "en", "vi"
    )

    assert made
    assert made.engine == "second"


def test_a_pair_that_nothing_translates_is_told_apart_from_a_failure():
    translator = live(FakeTranslator(without=frozenset({("en", "vi")})))

    with pytest.raises(NoEngine):
        translator.translate("We meet.", "en", "vi")
    assert "en-vi" in (translator.lacks("en", "vi") or "")


def test_models_here_are_warmed_and_nothing_is_sent_elsewhere():
    here, outside = FakeTranslator(without=frozenset({("ko", "vi")})), Outside("outside")
    live(here).prepare("ko", "vi")
    live(outside).prepare("ko", "vi")

    assert [(job.source, job.target) for job in here.jobs] == [("ko", "en"), ("en", "vi")]
    assert outside.jobs == []
