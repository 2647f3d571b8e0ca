from dataclasses import replace

import pytest

from twinhall.captions.follower_text import TextFollower
from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.ports import Heard, SpeechEngines
from twinhall.captions.values import Script, Segment
from twinhall.engines.fakes import FakeRecognizer, FakeStream, FakeVoiceActivity, fake_engines

KOREAN = (
    "존경하는 레 찌 타인 인민위원장님, 그리고 꽝남성 관계자 여러분 안녕하십니까.",
    "오산시와 꽝남성은 2004년 3월 10일 자매결연을 맺었습니다.",
    "해마다 여름이면 두 도시의 청소년들이 서로의 집을 찾아갔습니다.",
    "내년에는 음악 축제를 함께 열고자 합니다.",
    "감사합니다.",
)
STRANGER = "a dog barked loudly under my window so I hardly slept before breakfast"


def told(sentences, language, *texts, resume=None):
    """What is shown after each text; a text that ends in … may still change."""
    heard = iter([Heard("", t[:-1]) if t.endswith("…") else Heard(t, "") for t in texts])
    follower = TextFollower(lambda now_s: next(heard), sentences, language)
    if resume is not None:
        follower.resume(resume, 0.0, on_screen=False)
    return [follower.step(float(n)) for n in range(len(texts))]


@pytest.mark.parametrize("language", ["en", "vi", "fi"])
def test_sentences_read_out_are_shown_in_turn(language):
    sentences = ["one house by the lake", "many boats in winter", "children run along streets"]

    assert told(sentences, language, *[f" {s}" for s in sentences]) == [0, 1, 2]


def test_a_few_words_of_a_sentence_bring_it_on_screen():
    assert told(KOREAN, "ko", " 오산시와 꽝남성은…") == [1]


def test_a_date_is_known_by_how_it_is_said():
    assert told(KOREAN, "ko", " 이천사년 삼월 십일 자매결연…") == [1]


def test_misheard_words_still_tell_the_place():
    assert told(KOREAN, "ko", " 해바다 여르미면 두 도시에 정소년드리…") == [2]


def test_what_may_change_is_taken_back():
    assert told(KOREAN, "ko", " 내년에는 음악 축제를…", " 해마다 여름이면 두 도시의…") == [3, 2]


def test_text_that_stays_is_weighed_once():
    sentences = ["thank you very much", "we met in spring", "thank you very much", "we part in autumn"]
    open_first = told(
        sentences, "en", " we met…", " we met in spr…", " we met in spring", " thank you very much"
    )

    assert (
        open_first
        == told(sentences, "en", " we met", " in spr", "ing", " thank you very much")
        == [1, 1, 1, 2]
    )


def test_words_of_no_sentence_show_nothing():
    sentences = [
        "our two cities signed in the spring of that year",
        "students visited every summer since then and learned much",
    ]

    assert told(sentences, "en", f" {STRANGER}") == [None]


def test_leaving_the_script_clears_the_screen_and_coming_back_is_seen():
    sentences = [
        "our two cities signed in the spring of that year",
        "students visited every summer since then and learned much",
    ]

    shown = told(sentences, "en", f" {sentences[0]}", f" {STRANGER}", " students visited every summer")

    assert shown == [0, None, 1]


def test_a_formula_that_comes_more_than_once_shows_no_place():
    sentences = ["thank you very much", "we met in spring", "thank you very much", "we part in autumn"]

    assert told(sentences, "en", " thank you very much") == [None]


def test_a_formula_counts_where_it_is_expected():
    sentences = ["thank you very much", "we met in spring", "thank you very much", "we part in autumn"]

    assert told(sentences, "en", " thank you very much", resume=1) == [2]


def test_a_tone_that_is_misheard_costs_less_than_a_letter():
    sentences = ["tỉnh Quảng Nam và thành phố", "chúng tôi gặp nhau mùa xuân"]

    assert told(sentences, "vi", " tính quang năm và thánh") == [0]


def test_a_script_without_a_letter_shows_nothing():
    assert told(["…", "—"], "ko", " 안녕하십니까") == [None]


def test_a_sentence_without_a_letter_is_passed_over():
    assert told(["one house by the lake", "…", "many boats in winter"], "en", " many boats in winter") == [2]


@pytest.fixture(params=["stream", "stretches"])
def text_engines(request, voice):
    """Engines without a scorer."""
    stream = FakeStream(voice) if request.param == "stream" else None
    return SpeechEngines(FakeVoiceActivity(), None, FakeRecognizer(voice), stream)


def test_without_a_scorer_the_script_is_followed_by_text(voice, text_engines, script, speak, play):
    audio = speak(0.5, *[x for s in script.segments for x in (s.text, 1.0)])

    lines = play(SpeakerCaptions(text_engines, "en", script), audio)

    assert [(line.kind, line.segment) for line in lines] == [("script", s.id) for s in script.segments]


def test_by_text_too_the_screen_is_cleared_off_script(voice, text_engines, script, speak, play):
    first, second = script.segments[0].text, script.segments[1].text

    lines = play(SpeakerCaptions(text_engines, "en", script), speak(0.5, first, 0.5, STRANGER, 1.5, second))

    shown = [(line.kind, line.segment or line.texts.get("en")) for line in lines if line.final]
    assert shown[:2] == [("script", "1"), ("source", None)]
    assert shown[-1] == ("script", "2")
    assert shown[2][1].endswith("hardly slept before breakfast.")


def test_silence_asks_no_stream(voice, script, play):
    class Counting(FakeStream):
        calls = 0

        def hear(self, samples):
            Counting.calls += 1
            return super().hear(samples)

    engines = replace(fake_engines(voice), scorer=None, stream=Counting(voice))

    play(SpeakerCaptions(engines, "en", script), voice.silence(5.0))

    assert Counting.calls == 0


def test_a_script_of_one_long_sentence_is_followed(voice, text_engines, speak, play):
    text = " ".join(f"word{n}" for n in range(100))
    script = Script("en", (Segment("1", text),))

    lines = play(SpeakerCaptions(text_engines, "en", script), speak(0.5, text, 1.0))

    assert [(line.kind, line.segment) for line in lines] == [("script", "1")]
