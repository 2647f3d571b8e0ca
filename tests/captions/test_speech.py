from twinhall.captions.speech import KEPT, Speech

HOP = 0.1


def heard(pattern: str) -> Speech:
    """# is a step of speech, . one of silence."""
    speech = Speech(HOP)
    for step in pattern:
        speech.push(1.0 if step == "#" else 0.0)
    return speech


def test_speech_between_two_times_is_counted():
    speech = heard("..##..####")

    assert [round(speech.seconds(a, b), 1) for a, b in ((0, 1), (0, 0.35), (0.45, 0.65), (0.9, 5))] == [
        0.6,
        0.1,
        0.0,
        0.1,
    ]


def test_an_onset_is_the_start_of_speech_behind_a_pause():
    assert heard("..##.##").onset_s == 0.2
    assert heard("..##..##").onset_s == 0.6000000000000001
    assert heard("....").onset_s is None


def test_speech_goes_on_while_the_probability_is_between_the_thresholds():
    speech = Speech(HOP)
    for probability in (0.4, 0.6, 0.4, 0.2, 0.4):
        speech.push(probability)

    assert round(speech.seconds(0, 1), 1) == 0.2
    assert round(speech.ended_s, 1) == 0.3


def test_what_is_older_than_two_minutes_counts_as_silence():
    speech = heard("#" * (KEPT + 50))

    assert speech.seconds(0, 50 * HOP) == 0
    assert round(speech.until_s, 1) == (KEPT + 50) * HOP
    assert round(speech.seconds(speech.until_s - 1, speech.until_s), 1) == 1.0


def test_an_hour_of_silence_is_skipped_at_once():
    speech = heard("##")

    speech.skip(36_000)

    assert round(speech.until_s, 1) == 3600.2
    assert speech.seconds(0, 4000) == 0
