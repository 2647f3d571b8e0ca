import pytest

from _follow_recordings import NoRecordings, column, find, strangers


def test_a_sentence_begins_at_its_first_voice(make_recording):
    recording = make_recording("greeting", 2)

    assert [(s.start_s, s.end_s) for s in recording.sentences] == [(1.0, 3.0), (4.0, 6.0)]
    assert len(recording.audio()) == 7 * 16_000


def test_a_shortened_recording_keeps_whole_sentences(make_recording):
    short = make_recording("greeting", 5).shortened(9.5)

    assert [s.text for s in short.sentences] == ["sentence 0", "sentence 1", "sentence 2"]
    assert len(short.audio()) == pytest.approx(9.95 * 16_000, abs=1)  # before the next voice


@pytest.mark.parametrize(
    ("name", "half"), [("read_kih", "tune"), ("deeply_hall", "report"), ("new", "report")]
)
def test_what_settings_were_not_found_on_is_for_reporting(make_recording, name, half):
    assert make_recording(name, 1).half == half


def test_strangers_are_sentences_of_the_language_that_are_not_said(make_recording, tmp_path):
    first, second = make_recording("first", 1), make_recording("second", 3)
    texts = tmp_path / "texts.tsv"
    texts.write_text("en\tko\nGood day.\t안녕하세요.\n", encoding="utf-8")

    assert strangers(first, [first, second], texts) == ["sentence 1", "sentence 2"]
    assert strangers(first, [first], texts) == ["Good day."]
    assert column(texts, "vi") == column(tmp_path / "none.tsv", "en") == []


def test_a_folder_without_recordings_is_told_by_name(tmp_path):
    with pytest.raises(NoRecordings, match=str(tmp_path)):
        find([tmp_path])


def test_a_timing_without_sense_is_told_by_name(make_recording, tmp_path):
    make_recording("broken", 1)
    (tmp_path / "broken.timing.json").write_text('{"lang": "en"}')

    with pytest.raises(NoRecordings, match=r"broken\.timing\.json"):
        find([tmp_path])
