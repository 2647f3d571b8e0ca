from dataclasses import replace

from twinhall.captions.ports import Translated
from twinhall.captions.translating import Asked, Lane, MachineLines, Outcome, translated
from twinhall.captions.values import CaptionLine, Kind
from twinhall.engines.fakes import FakeSentenceTranslator

SAID = CaptionLine(Kind.SOURCE, None, 7, 3, True, 1000, 4000, {"ko": "만나서 반갑습니다."})


def asked(number: int, at_s: float = 0.0) -> Asked:
    return Asked(str(number), f"sentence {number}", "ko", "vi", at_s)


def test_a_lane_gives_up_its_oldest_words_rather_than_all_that_come():
    lane = Lane(waiting=2)

    given_up = [outcome for n in range(4) for outcome in lane.put(asked(n))]

    assert [outcome.asked for outcome in given_up] == [asked(0), asked(1)]
    assert all(outcome.lost and "sentence" not in outcome.lost for outcome in given_up)
    assert [lane.take(1.0), lane.take(1.0), lane.take(1.0)] == [(asked(2), []), (asked(3), []), (None, [])]


def test_words_that_waited_too_long_are_not_translated_any_more():
    lane = Lane(late_s=5.0)
    for number, at_s in ((0, 0.0), (1, 3.0), (2, 8.0)):
        lane.put(asked(number, at_s))

    taken, old = lane.take(8.5)

    assert taken == asked(2, 8.0)
    assert [outcome.asked.utterance for outcome in old] == ["0", "1"]


def test_what_an_engine_could_not_do_is_an_outcome_that_tells_why():
    engine = FakeSentenceTranslator(without=frozenset({"ja"}), fails={"en"}, stands=frozenset({"OK"}))

    done, missing, failed, stands = (
        translated(engine, Asked("1", text, "ko", target, 0.0))
        for text, target in (("가", "vi"), ("가", "ja"), ("가", "en"), ("OK", "vi"))
    )

    assert done.translated == Translated("[vi] 가", "fake", "fake ko-vi")
    assert (missing.translated, missing.missing, bool(missing.lost)) == (None, True, True)
    assert (failed.translated, failed.missing, bool(failed.lost)) == (None, False, True)
    assert (stands.translated, stands.lost) == (None, "")


def test_only_words_that_will_not_change_are_translated_once_a_language():
    lines = MachineLines("ko", ["vi", "ko", "en", "vi"])
    wanted = list(lines.asked(SAID, 4.5))

    assert wanted == [Asked("7", "만나서 반갑습니다.", "ko", tag, 4.5) for tag in ("vi", "en")]
    for other in (
        replace(SAID, final=False),
        replace(SAID, texts={}),
        replace(SAID, kind=Kind.SCRIPT, segment="1"),
    ):
        assert list(lines.asked(other, 5.0)) == []


def test_a_machine_line_is_a_later_revision_with_every_translation_that_is_there():
    lines = MachineLines("ko", ["vi", "en"])
    first, second = lines.asked(SAID, 4.5)
    vi, en = Translated("Rất vui.", "fake", "a"), Translated("Glad.", "fake", "b", flags=("numbers",))

    told = [line for outcome in (Outcome(first, vi), Outcome(second, en)) for line in lines.told(outcome)]

    assert told == [
        replace(
            SAID, kind=Kind.MACHINE, revision=4, texts={**SAID.texts, "vi": "Rất vui."}, machine={"vi": vi}
        ),
        replace(
            SAID,
            kind=Kind.MACHINE,
            revision=5,
            texts={**SAID.texts, "vi": "Rất vui.", "en": "Glad."},
            machine={"vi": vi, "en": en},
        ),
    ]


def test_words_without_a_translation_stay_as_they_were_told():
    lines = MachineLines("ko", ["vi"])
    (wanted,) = lines.asked(SAID, 4.5)

    assert lines.told(Outcome(wanted, lost="failed")) == lines.told(Outcome(wanted)) == []
    assert lines.told(Outcome(replace(wanted, utterance="99"), Translated("?", "fake", "a"))) == []
