"""What a rehearsal's camera shows: a drawn conference room in the side's colours, with the city's clock.

Nobody is imitated: the figures have no faces, and the name plate says that the voice is synthetic.
"""

import shutil
import subprocess
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image, ImageDraw, ImageFont, ImageOps, UnidentifiedImageError

from twinhall.rehearsal import figures
from twinhall.rehearsal.figures import Brush

WIDTH, HEIGHT = 960, 540
UNITS = 640
FINER = 2  # drawn larger, then made smaller: smooth edges
PAPER, LAMP_ON, LAMP_OFF = "#e9e6df", "#ff5a4d", "#5b6468"
HOST_CLOTH, PARTNER_CLOTH = "#5fa79f", "#c39161"


class NoPicture(Exception):
    """The file is not a picture that can be read."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one side's room."""

    wall: str
    floor: str
    sign: str
    dark: str
    middle: str
    light: str
    coat: str


PALETTES = {
    "host": Palette("#39555a", "#1d2d31", "#2b4347", "#0f1a1d", "#5d7b7e", "#7b9a9a", "#4b686c"),
    "partner": Palette("#5d4e40", "#2c251f", "#47392d", "#17120e", "#877159", "#a58f73", "#6f5d4b"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Whose camera it is. people: how many sit at the table, 1 or 3."""

    side: str  # host or partner
    city: str  # as its people write it
    language: str
    timezone: str
    people: int = 3


class Picture:
    """Frames of WIDTH × HEIGHT pixels, drawn anew only when the clock or the lamp changes."""

    def __init__(self, place: Place, image: Path | None = None) -> None:
        """Draw the room, or show an image instead. Raises NoPicture."""
        self._zone = ZoneInfo(place.timezone)
        self._room = drawn(place) if image is None else shown(image)
        self._lamp_at = (320.0, 231.0) if image is None else None
        self._last: tuple[str, bool] | None = None
        self._rgba = b""

    def at(self, moment: datetime, *, speaking: bool) -> bytes:
        """Return the frame as RGBA bytes."""
        clock = moment.astimezone(self._zone).strftime("%H:%M:%S")
        if (clock, speaking) != self._last:
            self._last = (clock, speaking)
            self._rgba = self._frame(clock, speaking)
        return self._rgba

    def _frame(self, clock: str, speaking: bool) -> bytes:
        frame = self._room.copy()
        scale = WIDTH / UNITS
        brush = Brush(ImageDraw.Draw(frame), scale)
        brush.draw.text((320 * scale, 87 * scale), clock, PAPER, font=font("en", 16), anchor="mm")
        if self._lamp_at:
            x, y = self._lamp_at
            brush.oval(x, y, 4.5, 4.5, LAMP_ON if speaking else LAMP_OFF)
        return frame.convert("RGBA").tobytes()


def drawn(place: Place) -> Image.Image:
    """Return the room with its people, at a table behind a microphone."""
    palette = PALETTES[place.side]
    size = (WIDTH * FINER, HEIGHT * FINER)
    picture = _gradient(palette.wall, palette.floor, size)
    brush = Brush(ImageDraw.Draw(picture), size[0] / UNITS)
    for x in range(40, UNITS, 40):
        brush.box(x, 0, 1.2, 250, palette.floor)
    brush.box(225, 54, 190, 44, palette.sign, 6)  # below what the room writes over the picture
    figures.flag(brush, (54, 70), HOST_CLOTH, palette.light, mirrored=False)
    figures.flag(brush, (586, 70), PARTNER_CLOTH, palette.light, mirrored=True)
    if place.people == 3:
        for x in (168, 472):
            figures.person(
                brush,
                (x, 172),
                0.82,
                palette.coat,
                palette.middle,
                palette.middle,
                palette.dark,
                palette.light,
            )
    figures.person(brush, (320, 150), 1.08, palette.dark, palette.light, palette.light, palette.dark, PAPER)
    _table(brush, palette, place.people)
    name = font(place.language, 27 * FINER)
    brush.draw.text((320 * brush.scale, 69 * brush.scale), place.city, PAPER, font=name, anchor="mm")
    return picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def shown(image: Path) -> Image.Image:
    """Return an image cut to the camera's shape. Raises NoPicture."""
    try:
        with Image.open(image) as opened:
            upright = ImageOps.exif_transpose(opened) or opened
            return ImageOps.fit(upright.convert("RGB"), (WIDTH, HEIGHT))
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise NoPicture(f"{image}: not a picture that can be read") from error


def _table(brush: Brush, palette: Palette, people: int) -> None:
    edge = ((0, 262), (160, 252), (320, 249), (480, 252), (640, 262))
    brush.shape([*edge, (640, 360), (0, 360)], palette.dark)
    brush.shape([*edge, *((x, y + 5) for x, y in reversed(edge))], palette.middle)
    brush.box(318.5, 232, 3, 32, palette.dark)
    cards = ((284, 72), (142, 52), (446, 52))
    for x, width in cards[:people]:
        brush.box(x, 270, width, 18, PAPER, 3)


def _gradient(top: str, bottom: str, size: tuple[int, int]) -> Image.Image:
    ramp = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), ramp)


@cache
def font(language: str, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return a font of this machine with the language's letters; Pillow's own when fc-match knows none."""
    if shutil.which("fc-match"):
        asked = ("fc-match", "--format=%{file}", f"sans:bold:lang={language}")
        found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        if found and Path(found).exists():
            return ImageFont.truetype(found, size)
    return ImageFont.load_default(size)
