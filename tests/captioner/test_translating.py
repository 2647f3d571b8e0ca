"""What listeners of each language get of speech that is in no script, and what the transcript keeps."""

from dataclasses import dataclass, field, replace

import pytest

from tests.captioner.conftest import GREETING, SPOKEN, Hall, plan_of
from twinhall.captions.ports import Translated
from twinhall.captions.translating import Asked, Outcome
from twinhall.hall.meetings.enums import LineKind
from twinhall.hall.meetings.queries.captioning import SpeakerPlan
from twinhall.hall.meetings.queries.captions import Line, Words

ASIDE = "now something quite different that nobody wrote down before the meeting"
TOLD = f"{ASIDE.capitalize()}."
LANGUAGES = ("en", "ja", "ko", "vi")


@dataclass
class FakeTranslations:
    """Remembers what it was asked; the test says what comes of it."""

    asked: list[Asked] = field(default_factory=list)
    prepared: set[tuple[str, str]] = field(default_factory=set)

    def ask(self, asked: Asked) -> None:
        self.asked.append(asked)

    def prepare(self, pairs) -> None:
        self.prepared |= set(pairs)

    async def next(self) -> Outcome:
        raise AssertionError("the tests tell")


def done(asked: Asked, text: str = "", flags: tuple[str, ...] = ()) -> Outcome:
    made = text or f"[{asked.target}] {asked.text}"
    return Outcome(asked, Translated(made, "marian", "Firefox Translations 3.0 abc", "en", flags))


@pytest.fixture
def translations():
    return FakeTranslations()


@pytest.fixture
def hall(translations):
    return Hall(plan_of(None, languages=LANGUAGES), translations)


async def test_the_words_go_out_at_once_and_each_language_is_asked_for_once(hall, translations):
    await hall.says(ASIDE)

    assert [hall.outlet.of(tag)[-1] for tag in LANGUAGES] == [("source", TOLD)] * 4
    assert [(a.text, a.source, a.target) for a in translations.asked] == [
        (TOLD, "en", tag) for tag in ("ja", "ko", "vi")
    ]
    assert translations.prepared == {("en", "ja"), ("en", "ko"), ("en", "vi")}


async def test_a_translation_is_a_later_revision_for_its_listeners_alone_and_says_whose_it_is(
    hall, translations
):
    await hall.says(ASIDE)
    source = hall.outlet.sent[-1][1]
    hall.outlet.sent.clear()
    hall.desk.tell(done(translations.asked[-1], "Chuyện khác.", ("numbers",)))

    ((language, told),) = hall.outlet.sent
    assert (language, told.id, told.kind, told.final) == ("vi", source.id, "machine", True)
    assert told.revision == source.revision + 1
    assert (told.lang, told.text, told.translated, told.origin) == ("vi", "Chuyện khác.", True, "machine")
    assert (told.engine, told.model, told.flags) == ("marian", "Firefox Translations 3.0 abc", ("numbers",))
    assert told.source == Line("en", TOLD)
    assert (told.reviewer, told.approved_on) == (None, None)


async def test_the_transcript_keeps_what_was_said_and_every_translation_of_it(hall, translations):
    await hall.says(ASIDE)
    for asked in translations.asked:
        hall.desk.tell(done(asked, f"bản {asked.target}"))

    (kept,) = hall.ledger.lines.values()
    assert (kept.kind, kept.language, kept.text) == (LineKind.SOURCE, "en", TOLD)
    assert set(kept.words) == {"ja", "ko", "vi"}
    assert kept.words["vi"] == Words(
        "vi", "bản vi", True, "machine", engine="marian", model="Firefox Translations 3.0 abc"
    )


async def test_a_translation_that_fails_leaves_the_words_and_is_counted(hall, translations, caplog):
    await hall.says(ASIDE)
    sent = len(hall.outlet.sent)
    for asked, missing in zip(translations.asked, (False, False, True), strict=True):
        for _ in range(2):
            hall.desk.tell(Outcome(asked, lost="libretranslate cannot be reached", missing=missing))

    assert len(hall.outlet.sent) == sent
    assert hall.desk.untranslated == {"ja": 2, "ko": 2}  # nothing here does en-vi: none was promised
    assert caplog.text.count("not translated: libretranslate cannot be reached") == 3
    assert "different" not in caplog.text


async def test_what_stands_in_every_language_alike_is_not_lost(hall, translations):
    await hall.says(ASIDE)
    sent = len(hall.outlet.sent)
    hall.desk.tell(Outcome(translations.asked[0]))

    assert (len(hall.outlet.sent), hall.desk.untranslated) == (sent, {})


async def test_a_sentence_of_the_script_is_never_translated_by_a_machine(translations):
    hall = Hall(plan_of(GREETING, languages=LANGUAGES), translations)
    for text in SPOKEN:
        await hall.says(text)

    assert translations.asked == []


async def test_a_translation_that_comes_when_the_script_is_read_again_is_of_the_words_before(translations):
    hall = Hall(plan_of(GREETING, languages=("en", "vi")), translations)
    await hall.says(SPOKEN[0])
    await hall.says(ASIDE)
    await hall.says(SPOKEN[1])
    script = hall.outlet.sent[-1][1]
    hall.desk.tell(done(translations.asked[0]))

    late = hall.outlet.sent[-1][1]
    assert (script.kind, late.kind) == ("script", "machine")
    assert late.id != script.id
    assert late.start < script.start


async def test_while_a_hand_holds_translations_are_kept_and_not_sent(hall, translations):
    await hall.says(ASIDE)
    hall.desk.take(plan_of(None, languages=LANGUAGES, held=True))
    await hall.says("these words are said while the hand holds the captions of everyone")
    hall.outlet.sent.clear()
    for asked in translations.asked:
        hall.desk.tell(done(asked))

    assert hall.outlet.sent == []
    assert [set(line.words) for line in hall.ledger.lines.values()] == [{"ja", "ko", "vi"}] * 2


async def test_another_speaker_s_words_are_translated_from_their_language(hall, translations):
    await hall.says(ASIDE)
    await hall.says("một câu khác mà không ai viết trước trong bài phát biểu hôm nay", who="p2")
    first, second = translations.asked[-4], translations.asked[-1]
    hall.desk.tell(done(second))
    hall.desk.tell(done(first))  # an engine for one language may be quicker than that for another

    (en, told), (_, before) = hall.outlet.sent[-2:]
    assert (en, told.speaker, told.source.lang, before.speaker) == ("ko", "p2", "vi", "p1")
    assert {a.source for a in translations.asked} == {"en", "vi"}
    assert ("vi", "en") in translations.prepared


async def test_who_turns_to_another_language_is_translated_from_that_one(hall, translations):
    await hall.says(ASIDE)
    turned = {"p1": SpeakerPlan("p1", "vi", None), "p2": SpeakerPlan("p2", "vi", None)}
    hall.desk.take(replace(hall.desk.plan, speakers=turned))
    await hall.says("bây giờ tôi nói tiếng Việt với tất cả quý vị trong phòng này")

    assert [(a.source, a.target) for a in translations.asked[3:]] == [
        ("vi", "en"),
        ("vi", "ja"),
        ("vi", "ko"),
    ]


async def test_the_desk_forgets_what_was_said_long_ago(hall, translations):
    for n in range(60):
        await hall.says(f"sentence number {n} of those that are in no script of this meeting")
    hall.outlet.sent.clear()
    hall.desk.tell(done(translations.asked[0]))
    hall.desk.tell(done(translations.asked[-1]))

    assert [language for language, _ in hall.outlet.sent] == ["vi"]
