"""Shapes for a drawn conference room: people, flags, a table, microphones. No real person is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageDraw

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]  # start, two handles, end
STEPS = 12

BODY: tuple[Curve, ...] = (
    ((-74, 118), (-74, 66), (-52, 44), (-24, 38)),
    ((-24, 38), (-8, 38), (8, 38), (24, 38)),
    ((24, 38), (52, 44), (74, 66), (74, 118)),
)
HAIR: tuple[Curve, ...] = (
    ((-30, -6), (-33, -36), (-18, -44), (0, -44)),
    ((0, -44), (18, -44), (33, -36), (30, -6)),
    ((30, -6), (25, -22), (16, -28), (0, -28)),
    ((0, -28), (-16, -28), (-25, -22), (-30, -6)),
)
COLLAR: tuple[Point, ...] = ((-15, 36), (15, 36), (15, 50), (0, 72), (-15, 50))
TIE: tuple[Point, ...] = ((-5, 56), (5, 56), (10, 108), (-10, 108))
CLOTH: tuple[Curve, ...] = (
    ((2, 2), (13, 8), (20, 8), (28, 6)),
    ((28, 6), (35, 4), (39, 7), (42, 14)),
    ((42, 14), (42, 46), (42, 78), (42, 110)),
    ((42, 110), (34, 105), (28, 105), (22, 110)),
    ((22, 110), (16, 114), (8, 112), (2, 108)),
)


@dataclass(frozen=True, slots=True)
class Brush:
    """Draws on a picture of 640 × 360 units, whatever its size in pixels."""

    draw: ImageDraw.ImageDraw
    scale: float

    def shape(
        self, points: Sequence[Point], fill: str, at: Point = (0, 0), by: float = 1, mirrored: bool = False
    ) -> None:
        """Fill a polygon, moved to `at`, `by` times as large."""
        side = -by if mirrored else by
        moved = [((at[0] + x * side) * self.scale, (at[1] + y * by) * self.scale) for x, y in points]
        self.draw.polygon(moved, fill=fill)

    def box(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        """Fill a rectangle, with round corners if asked."""
        corners = tuple(n * self.scale for n in (x, y, x + width, y + height))
        self.draw.rounded_rectangle(corners, radius * self.scale, fill=fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """Fill an ellipse around a point."""
        self.draw.ellipse(tuple(n * self.scale for n in (x - rx, y - ry, x + rx, y + ry)), fill=fill)


def curved(curves: Sequence[Curve]) -> list[Point]:
    """Return the points of a closed outline of Bézier curves."""
    return [_on(curve, step / STEPS) for curve in curves for step in range(STEPS)] + [curves[-1][3]]


def _on(curve: Curve, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True)) for axis in (0, 1)
    )
    return x, y


def person(brush: Brush, at: Point, by: float, coat: str, skin: str, tie: str, hair: str, shirt: str) -> None:
    """Draw someone without a face, seated."""
    brush.shape(curved(BODY), coat, at, by)
    brush.shape(COLLAR, shirt, at, by)
    brush.shape(TIE, tie, at, by)
    x, y = at
    brush.box(x - 12 * by, y + 14 * by, 24 * by, 30 * by, skin, 11 * by)
    brush.oval(x, y - 4 * by, 29 * by, 34 * by, skin)
    brush.shape(curved(HAIR), hair, at, by)


def flag(brush: Brush, at: Point, cloth: str, pole: str, *, mirrored: bool) -> None:
    """Draw a plain flag in a side's colour."""
    x, y = at
    brush.box(x - 1.5, y, 3, 200, pole)
    brush.shape(curved(CLOTH), cloth, at, 1, mirrored)
