"""Who is meant by a number, a title or a name."""

import pytest

from twinhall.rehearsal.seats import NotFound, find_meeting, find_seat


@pytest.mark.parametrize("words", ["제1차 화상회의", "trực tuyến lần thứ nhất", "QUANG NAM", "osan"])
def test_a_meeting_is_found_by_its_number_or_words_of_its_title(meeting, words):
    assert find_meeting(words) == meeting
    assert find_meeting(str(meeting.pk)) == meeting


@pytest.mark.parametrize(
    "name", ["레 찌 타인", "레찌타인", "Lê Trí Thanh", "le tri thanh", "LE TRI", "Thanh"]
)
def test_a_speaker_is_found_by_a_name_in_any_script(meeting, mayor, chairman, name):
    assert find_seat(meeting, name) == chairman


def test_an_unknown_name_is_answered_with_the_names_there_are(meeting, mayor, chairman):
    with pytest.raises(NotFound) as refused:
        find_seat(meeting, "Le Chi Thanh")

    assert "no speaker is called 'Le Chi Thanh'" in str(refused.value)
    assert "곽상욱 / Kwak Sang-wook" in str(refused.value)
    assert "레 찌 타인 / Lê Trí Thanh" in str(refused.value)


def test_a_name_that_fits_two_is_refused(meeting, mayor, chairman):
    with pytest.raises(NotFound, match="more than one speaker is called 'an'"):
        find_seat(meeting, "an")


def test_an_unknown_meeting_is_answered_with_the_meetings_there_are(meeting):
    with pytest.raises(NotFound, match=f"{meeting.pk}  오산시·꽝남성 제1차 화상회의"):
        find_meeting("히다카")


def test_a_viewer_has_no_microphone_and_is_no_speaker(meeting, chairman):
    chairman.role = "viewer"
    chairman.save()

    with pytest.raises(NotFound, match="no speaker"):
        find_seat(meeting, "레 찌 타인")
