"""The signs of a timeline: each kind has a shape of its own, and colour is only added."""

from __future__ import annotations

from typing import Final

from simulator.paper.drawing.canvas import box, points, ring
from simulator.paper.html.markup import Html, el

RADIUS: Final = 5.0

Corners = tuple[tuple[float, float], ...]

DIAMOND: Final[Corners] = ((0, -1), (1, 0), (0, 1), (-1, 0))
SQUARE: Final[Corners] = ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8))
UP: Final[Corners] = ((0, -0.95), (0.95, 0.8), (-0.95, 0.8))
DOWN: Final[Corners] = ((0, 0.95), (0.95, -0.8), (-0.95, -0.8))
CROSS: Final[Corners] = (
    (-0.9, -0.5), (-0.5, -0.9), (0, -0.4), (0.5, -0.9), (0.9, -0.5), (0.4, 0),
    (0.9, 0.5), (0.5, 0.9), (0, 0.4), (-0.5, 0.9), (-0.9, 0.5), (-0.4, 0),
)  # fmt: skip
PLUS: Final[Corners] = (
    (-0.3, -1), (0.3, -1), (0.3, -0.3), (1, -0.3), (1, 0.3), (0.3, 0.3),
    (0.3, 1), (-0.3, 1), (-0.3, 0.3), (-1, 0.3), (-1, -0.3), (-0.3, -0.3),
)  # fmt: skip
GLASS: Final[Corners] = ((-0.8, -0.9), (0.8, -0.9), (-0.8, 0.9), (0.8, 0.9))

SIGNS: Final[dict[str, tuple[Corners | None, str]]] = {
    "inject": (None, "k0"), "decision": (DIAMOND, "k1"), "missed": (CROSS, "bad"),
    "order": (SQUARE, "k2"), "report": (UP, "k3"), "message": (None, "hollow l5"),
    "step": (DOWN, "k4"), "service": (PLUS, "k5"), "limit": (GLASS, "bad"),
    "history": (DIAMOND, "hollow l5"),
}  # fmt: skip
"""Shape and look of each kind; no shape is a ring."""


def sign(kind: str, x: float, y: float, ghost: bool = False) -> Html:
    shape, hue = SIGNS.get(kind, (None, "k5"))
    look = f"dot ghost {hue}" if ghost else f"dot {hue}"
    if shape is None:
        return ring(x, y, RADIUS - 1, look)
    corners = ((x + RADIUS * across, y + RADIUS * down) for across, down in shape)
    return el("path", d=points(corners) + "Z", class_=look)


def stretch(kind: str, x: float, end: float, y: float, ghost: bool = False) -> Html:
    hue = SIGNS.get(kind, (None, "k5"))[1].replace("hollow l", "k")
    return box(x, y - 3, end - x, 6, f"stretch ghost {hue}" if ghost else f"stretch {hue}")
