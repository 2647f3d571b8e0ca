"""Translating beside a recording, with fake engines and a clock that the test turns."""

from dataclasses import dataclass, field

from tests.captions.conftest import SENTENCES
from twinhall.captions.pipeline import SpeakerCaptions
from twinhall.captions.ports import Translated
from twinhall.captions.replay import Timed, play, simulate
from twinhall.captions.replayed_translation import PlayedTranslation, SimulatedTranslation
from twinhall.captions.translating import Outcome
from twinhall.captions.values import Kind
from twinhall.engines.fakes import FakeSentenceTranslator, fake_engines

FIRST = "something quite different that nobody ever wrote into any speech"
SECOND = "and one more sentence that stands in no script of this meeting"


@dataclass
class Slow(FakeSentenceTranslator):
    """Takes its time, by a clock of processor time."""

    takes_s: float = 0.3
    spent_s: float = 0.0

    def translate(self, sentence: str, source: str, target: str) -> Translated | None:
        self.spent_s += self.takes_s
        return super().translate(sentence, source, target)


@dataclass
class Played:
    """What came of a recording."""

    lines: list[Timed]
    outcomes: list[Outcome] = field(default_factory=list)

    def of(self, kind: Kind) -> list[tuple[float, int, dict[str, str]]]:
        return [(t, line.utterance, dict(line.texts)) for t, line in self.lines if line.kind is kind]


def simulated(voice, audio, engine, targets, script=None, late_s=5.0) -> Played:
    outcomes: list[Outcome] = []
    beside = SimulatedTranslation(
        engine, "en", targets, lambda: getattr(engine, "spent_s", 0.0), outcomes.append, late_s
    )
    speaker = SpeakerCaptions(fake_engines(voice), "en", script)
    return Played(list(simulate(speaker, audio, lambda: 0.0, beside)), outcomes)


def test_a_translation_comes_out_when_its_words_were_said_and_it_was_computed(voice, speak):
    played = simulated(voice, speak(0.5, FIRST, 1.5, SECOND, 1.0), Slow(takes_s=0.3), ["vi"])

    said = [(t, line) for t, line in played.lines if line.kind is Kind.SOURCE and line.final]
    assert [(round(t - 0.3, 6), u) for t, u, _ in played.of(Kind.MACHINE)] == [
        (round(t, 6), line.utterance) for t, line in said
    ]
    assert [t for t, _ in played.lines] == sorted(t for t, _ in played.lines)
    assert played.of(Kind.MACHINE)[0][2] == {
        "en": f"{FIRST.capitalize()}.",
        "vi": f"[vi] {FIRST.capitalize()}.",
    }


def test_four_languages_share_the_computing_and_each_is_translated_once(voice, speak):
    engine = Slow(takes_s=0.2)
    played = simulated(voice, speak(0.5, FIRST, 1.0), engine, ["vi", "ko", "ja", "en"])

    (said_s,) = [t for t, line in played.lines if line.kind is Kind.SOURCE and line.final]
    told = played.of(Kind.MACHINE)
    assert [round(t - said_s, 6) for t, _, _ in told] == [0.2, 0.4, 0.6]
    assert [sorted(texts) for _, _, texts in told] == [
        ["en", "vi"],
        ["en", "ko", "vi"],
        ["en", "ja", "ko", "vi"],
    ]
    assert [target for _, target in engine.asked] == ["vi", "ko", "ja"]


def test_a_slow_engine_delays_no_caption_and_gives_up_what_is_long_over(voice, speak):
    audio = speak(0.5, *[part for n in range(6) for part in (f"{FIRST} {n}", 1.0)])
    quick = simulated(voice, audio, Slow(takes_s=0.0), ["vi"])
    slow = simulated(voice, audio, Slow(takes_s=9.0), ["vi"])

    assert slow.of(Kind.SOURCE) == quick.of(Kind.SOURCE)
    lost = [o.asked.utterance for o in slow.outcomes if o.lost]
    told = [str(utterance) for _, utterance, _ in slow.of(Kind.MACHINE)]
    assert lost
    assert sorted([*lost, *told], key=int) == [str(n) for n in range(1, 7)]


def test_an_engine_that_fails_takes_nothing_from_the_captions(voice, speak):
    audio = speak(0.5, FIRST, 1.5, SECOND, 1.0)
    without = simulated(voice, audio, Slow(), [])
    failing = simulated(voice, audio, Slow(fails={"vi"}), ["vi"])

    assert failing.lines == without.lines
    assert [(o.asked.utterance, bool(o.lost)) for o in failing.outcomes] == [("1", True), ("2", True)]


def test_the_script_returns_while_a_translation_is_under_way(voice, script, speak):
    audio = speak(0.5, SENTENCES[0], 0.5, FIRST, 0.4, SENTENCES[1], 0.5, SENTENCES[2], 0.5)
    engine = Slow(takes_s=2.0)
    played = simulated(voice, audio, engine, ["vi"], script)

    kinds = [(line.kind, line.segment) for _, line in played.lines if line.final and line.texts]
    assert kinds[-1] == (Kind.SCRIPT, "3")
    ((machine_s, utterance, texts),) = played.of(Kind.MACHINE)
    script_s = next(t for t, line in played.lines if line.segment == "2")
    assert machine_s > script_s  # a late revision of an utterance that is over: it takes nobody's place
    assert utterance < max(line.utterance for _, line in played.lines)
    assert texts["vi"].startswith("[vi] Something quite different")
    assert all("quite different" in sentence for sentence, _ in engine.asked)  # nothing read out of a script


def test_nothing_of_a_translation_is_taken_back(voice, speak):
    played = simulated(voice, speak(0.5, FIRST, 1.5, SECOND, 1.0), Slow(), ["vi"])

    texts: dict[int, list[str]] = {}
    for _, utterance, told in played.of(Kind.MACHINE):
        texts.setdefault(utterance, []).append(told["vi"])
    assert [len(set(revisions)) for revisions in texts.values()] == [1, 1]


def test_at_the_speed_of_the_audio_translations_come_from_a_thread(voice, speak):
    engine, outcomes = FakeSentenceTranslator(), list[Outcome]()
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds + 0.001

    beside = PlayedTranslation(engine, "en", ["vi"], outcomes.append)
    speaker = SpeakerCaptions(fake_engines(voice), "en")
    audio = speak(0.5, FIRST, 1.0)
    lines = [line for _, line in play(speaker, audio, lambda: now[0], sleep, beside)]

    machine = [line for line in lines if line.kind is Kind.MACHINE]
    assert [line.texts["vi"] for line in machine] == [f"[vi] {FIRST.capitalize()}."]
    assert [bool(o.translated) for o in outcomes] == [True]
    assert engine.prepared == [("en", "vi")]
