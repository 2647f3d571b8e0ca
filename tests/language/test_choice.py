import pytest

from twinhall.engines.fakes import FakeTranslator
from twinhall.language.choice import Choice, NoEngine, Translation
from twinhall.language.failure import EngineError
from twinhall.language.translation import Flag, Job

DIRECT = ("ko", "vi")
NO_DIRECT = frozenset({DIRECT})
NOTHING = frozenset({DIRECT, ("ko", "en"), ("en", "vi")})
JOB = Job(("가", "나"), "ko", "vi", before="앞", terms=(("가", "a"),))


def choice(*engines: FakeTranslator) -> Choice:
    return Choice({e.name: e for e in engines}, lambda source, target: [e.name for e in engines])


def test_the_first_engine_that_can_do_a_pair_does_it():
    first, second = FakeTranslator("first"), FakeTranslator("second")

    assert choice(first, second).translate(JOB) == (
        Translation("[ko-vi] 가", "first", "first ko-vi", None),
        Translation("[ko-vi] 나", "first", "first ko-vi", None),
    )
    assert (first.jobs, second.jobs) == ([JOB], [])


def test_a_pair_that_an_engine_lacks_goes_through_english():
    engine = FakeTranslator(without=NO_DIRECT)

    (rendered, _) = choice(engine).translate(JOB)

    assert rendered == Translation("[en-vi] [ko-en] 가", "fake", "fake ko-en + fake en-vi", "en")
    assert [(job.before, job.terms) for job in engine.jobs] == [("", ()), ("", ())]


def test_the_order_of_the_settings_stands_above_the_shorter_way():
    through, direct = FakeTranslator("through", NO_DIRECT), FakeTranslator("direct")

    ways = [(way.engine, way.pivot) for way in choice(through, direct).ways("ko", "vi")]

    assert ways == [("through", "en"), ("direct", None)]


def test_two_engines_share_a_pair_that_neither_does_alone():
    into = FakeTranslator("into", NOTHING - {("ko", "en")})
    out = FakeTranslator("out", NOTHING - {("en", "vi")})

    (rendered, _) = choice(into, out).translate(JOB)

    assert rendered == Translation("[en-vi] [ko-en] 가", "into+out", "into ko-en + out en-vi", "en")


def test_an_engine_that_fails_is_followed_by_the_next():
    broken, next_one = FakeTranslator("broken", fails=True), FakeTranslator("next")

    assert [t.engine for t in choice(broken, next_one).translate(JOB)] == ["next", "next"]


def test_only_what_one_engine_could_not_do_is_asked_of_the_next():
    picky, next_one = FakeTranslator("picky", useless=frozenset({"나"})), FakeTranslator("next")

    assert [t.engine for t in choice(picky, next_one).translate(JOB)] == ["picky", "next"]
    assert [job.sentences for job in next_one.jobs] == [("나",)]


def test_a_sentence_that_nobody_could_do_is_marked():
    useless = frozenset({"나"})

    rendered = choice(FakeTranslator("a", useless=useless), FakeTranslator("b", useless=useless)).translate(
        JOB
    )

    assert rendered[1] == Translation("", "", "", None, frozenset({Flag.UNTRANSLATED}))
    assert rendered[0].engine == "a"


def test_a_leg_that_gives_nothing_is_not_followed_by_the_next_leg():
    engine = FakeTranslator(without=NO_DIRECT, useless=frozenset({"나"}))

    choice(engine).translate(JOB)

    assert [job.sentences for job in engine.jobs] == [("가", "나"), ("[ko-en] 가",)]


def test_if_every_engine_fails_all_reasons_are_told():
    with pytest.raises(EngineError, match="a was told to fail; b was told to fail"):
        choice(FakeTranslator("a", fails=True), FakeTranslator("b", fails=True)).translate(JOB)


def test_a_pair_that_nothing_does_is_said_with_what_is_missing():
    lacking = choice(FakeTranslator("a", NOTHING), FakeTranslator("b", NOTHING))

    with pytest.raises(
        NoEngine, match="nothing here translates ko-vi: a has no ko-en; a has no en-vi; b has no"
    ):
        lacking.translate(JOB)
    assert lacking.lacks("ko", "ja") is None


def test_no_sentences_are_no_work():
    engine = FakeTranslator()

    assert choice(engine).translate(Job((), "ko", "vi")) == ()
