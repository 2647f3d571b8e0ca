"""What a rehearsal's camera shows."""

from datetime import UTC, datetime

import pytest
from PIL import Image

from twinhall.rehearsal.picture import HEIGHT, WIDTH, NoPicture, Picture, Place

OSAN = Place("host", "오산시", "ko", "Asia/Seoul")
AT = datetime(2021, 9, 17, 7, 0, 0, tzinfo=UTC)


def test_a_frame_changes_with_the_clock_and_the_lamp_and_not_otherwise():
    picture = Picture(OSAN)

    first = picture.at(AT, speaking=False)

    assert len(first) == WIDTH * HEIGHT * 4
    assert picture.at(AT.replace(microsecond=900_000), speaking=False) is first
    assert picture.at(AT, speaking=True) != first
    assert picture.at(AT.replace(second=1), speaking=False) != first


def test_an_image_of_any_shape_fills_the_frame(tmp_path):
    image = tmp_path / "tall.png"
    Image.new("L", (30, 400), 128).save(image)

    frame = Picture(OSAN, image).at(AT, speaking=False)

    assert len(frame) == WIDTH * HEIGHT * 4
    assert tuple(frame[:4]) == (128, 128, 128, 255)


def test_a_file_that_is_no_image_is_refused(tmp_path):
    (tmp_path / "note.png").write_text("not an image")

    with pytest.raises(NoPicture, match="not a picture that can be read"):
        Picture(OSAN, tmp_path / "note.png")
