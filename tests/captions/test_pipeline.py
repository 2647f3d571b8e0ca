from dataclasses import replace

import numpy as np

from twinhall.captions.pipeline import Ability, SpeakerCaptions
from twinhall.captions.ports import SAMPLE_RATE, SpeechEngines
from twinhall.captions.replay import simulate
from twinhall.captions.values import CaptionLine, Kind, Rendition, Script
from twinhall.engines.fakes import WORD_S, FakeVoiceActivity, fake_engines

from .conftest import SENTENCES

STRANGER = "something quite different that nobody ever wrote into any speech"
TOLD = "Something quite different that nobody ever wrote into any speech."


def shown(lines: list[CaptionLine]) -> list[tuple[str, str | None]]:
    """What a listener would say happened: kind and segment, or the text."""
    return [(line.kind, line.segment or line.texts.get("en")) for line in lines if line.final]


def test_a_script_is_shown_with_its_approved_renditions(voice, script, speak, play):
    (line,) = play(SpeakerCaptions(fake_engines(voice), "en", script), speak(0.5, SENTENCES[0]))

    assert (line.kind, line.segment, line.final, line.texts) == (
        Kind.SCRIPT,
        "1",
        True,
        {"en": SENTENCES[0], "vi": "câu 1"},
    )


def test_a_rendition_that_is_not_approved_is_not_shown(voice, script, speak, play):
    first, *rest = script.segments
    draft = replace(first, renditions={"vi": Rendition("nháp", "draft"), "ja": Rendition("案", "reviewed")})
    script = Script("en", (draft, *rest))

    (line,) = play(SpeakerCaptions(fake_engines(voice), "en", script), speak(0.5, SENTENCES[0]))

    assert line.texts == {"en": SENTENCES[0]}


def test_on_script_nothing_is_recognised(voice, script, speak, play):
    engines = fake_engines(voice)

    lines = play(
        SpeakerCaptions(engines, "en", script), speak(0.5, *[x for s in SENTENCES for x in (s, 0.5)])
    )

    assert shown(lines) == [("script", "1"), ("script", "2"), ("script", "3"), ("script", "4")]
    assert engines.recognizer.calls == 0


def test_leaving_the_script_is_told_at_once_then_what_is_said(voice, script, speak, play):
    audio = speak(0.5, SENTENCES[0], 0.5, STRANGER, 1.5, SENTENCES[1], 0.5)

    lines = play(SpeakerCaptions(fake_engines(voice), "en", script), audio)

    assert shown(lines) == [("script", "1"), ("source", None), ("source", TOLD), ("script", "2")]


def test_that_the_script_was_left_does_not_wait_for_recognition(voice, script, speak):
    engines = fake_engines(voice)
    captions = SpeakerCaptions(engines, "en", script)
    calls_when_told = {}
    for at, samples in enumerate(np.split(speak(0.5, SENTENCES[0], 0.5, STRANGER, 1.5), 70)):
        before = engines.recognizer.calls
        captions.hear(samples, at * 100)
        for line in captions.step((at + 1) * 100):
            calls_when_told[shown([line])[0] if line.final else "open"] = engines.recognizer.calls - before

    assert calls_when_told[("source", None)] == 0
    assert engines.recognizer.calls > 0


def test_utterances_are_numbered_and_revisions_share_a_number(voice, speak, play):
    lines = play(SpeakerCaptions(fake_engines(voice), "en"), speak(0.5, STRANGER, 1.5, "and more words", 1.0))

    assert [line.utterance for line in lines if line.final] == [1, 2]
    assert {line.utterance for line in lines if not line.final} == {1}


def test_without_a_script_everything_is_recognised(voice, speak, play):
    empty = Script("en", ())

    for script in (None, empty):
        lines = play(SpeakerCaptions(fake_engines(voice), "en", script), speak(0.5, STRANGER, 1.0))
        assert shown(lines) == [("source", TOLD)]


def test_silence_asks_no_engine(voice, script, speak, play):
    engines = fake_engines(voice)
    captions = SpeakerCaptions(engines, "en", script)
    captions.prepare()
    scored = engines.scorer.calls

    assert play(captions, speak(30.0)) == []
    assert (engines.activity.calls, engines.scorer.calls, engines.recognizer.calls) == (0, scored, 0)


def hear(captions: SpeakerCaptions, audio: np.ndarray, from_s: float) -> tuple[list[CaptionLine], float]:
    """Let captions hear audio from a time of the clock on; return the lines and the time at its end."""
    step = SAMPLE_RATE // 5
    lines: list[CaptionLine] = []
    for at in range(0, len(audio), step):
        captions.hear(audio[at : at + step], round(from_s * 1000) + at * 1000 // SAMPLE_RATE)
        lines += captions.step(round((from_s + (at + step) / SAMPLE_RATE) * 1000))
    return lines, from_s + len(audio) / SAMPLE_RATE


def test_the_hand_wins_until_it_releases(voice, script, speak):
    captions = SpeakerCaptions(fake_engines(voice), "en", script)
    captions.hold("3")
    held, now_s = hear(captions, speak(0.4, SENTENCES[0], 0.4), 0.0)
    captions.release()
    released, now_s = hear(captions, speak(SENTENCES[3], 0.6), now_s)

    assert shown(held) == [("script", "3")]
    assert shown(released) == [("script", "4")]


def test_the_hand_may_hold_a_blank_screen(voice, script, speak):
    captions = SpeakerCaptions(fake_engines(voice), "en", script)
    first, now_s = hear(captions, speak(0.4, SENTENCES[0], 0.2), 0.0)
    captions.hold(None)
    second, _ = hear(captions, speak(SENTENCES[1], 1.0), now_s)

    assert shown(first) == [("script", "1")]
    assert shown(second)[0] == ("source", None)
    assert {kind for kind, _ in shown(second)} == {"source"}


def test_a_segment_that_is_not_in_the_script_cannot_be_held(voice, script, speak):
    captions = SpeakerCaptions(fake_engines(voice), "en", script)
    captions.hold("99")

    assert shown(hear(captions, speak(0.4, SENTENCES[0]), 0.0)[0]) == [("script", "1")]


def test_another_script_takes_over(voice, script, speak):
    captions = SpeakerCaptions(fake_engines(voice), "en", Script("en", script.segments[:2]))
    first, now_s = hear(captions, speak(0.4, SENTENCES[0], 0.4), 0.0)
    captions.load_script(Script("en", script.segments[2:]))
    second, now_s = hear(captions, speak(SENTENCES[2], 0.4), now_s)
    captions.load_script(None)
    third, _ = hear(captions, speak(STRANGER, 1.0), now_s)

    assert [shown(first), shown(second), shown(third)] == [
        [("script", "1")],
        [("source", None), ("script", "3")],
        [("source", None), ("source", TOLD)],
    ]


def test_after_a_restart_reading_goes_on_where_it_was(voice, script, speak):
    captions = SpeakerCaptions(fake_engines(voice), "en", script)
    captions.resume_at("2")

    lines, _ = hear(captions, speak(0.4, SENTENCES[2], 0.4), 7200.0)

    assert shown(lines) == [("script", "3")]
    assert 7_200_000 <= lines[0].start_ms <= 7_200_400


def test_a_language_without_engines_is_cued_by_hand(script, speak):
    captions = SpeakerCaptions(SpeechEngines(FakeVoiceActivity(), None, None), "en", script)
    heard, now_s = hear(captions, speak(0.4, SENTENCES[0], 1.0), 0.0)
    captions.hold("1")
    cued, _ = hear(captions, speak(1.0), now_s)

    assert captions.ability is Ability.HAND_ONLY
    assert [shown(heard), shown(cued)] == [[], [("script", "1")]]


def test_audio_that_nobody_stepped_for_is_counted_as_lost(voice, speak):
    captions = SpeakerCaptions(fake_engines(voice), "en")
    for second in range(40):
        captions.hear(speak(1.0), second * 1000)

    assert captions.lost_ms == 37_000


def test_a_sentence_ends_at_a_breath_but_where_a_script_may_go_on_at_a_pause(voice, script, speak):
    audio = speak(0.5, f"{STRANGER}.", 1.0)
    ended_s, spoken_s = [], 0.5 + len(STRANGER.split()) * WORD_S
    for followed in (None, script):
        timed = simulate(SpeakerCaptions(fake_engines(voice), "en", followed), audio, lambda: 0.0)
        ended_s.append(next(t for t, line in timed if line.final and line.texts) - spoken_s)

    assert [0.4 <= ended_s[0] < 0.7, 0.7 <= ended_s[1] < 1.0] == [True, True]
