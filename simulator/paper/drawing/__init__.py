"""Charts drawn as SVG of our own: exact, plain, and without a colour that says anything alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from simulator.paper.charts import Calibrated, Chart, Curves, Stack, Timeline
from simulator.paper.drawing.calibrated import calibrated
from simulator.paper.drawing.canvas import WIDE, Picture
from simulator.paper.drawing.curves import curves
from simulator.paper.drawing.look import alone as sheet_alone
from simulator.paper.drawing.stack import stack
from simulator.paper.drawing.timeline import timeline
from simulator.paper.html.markup import Html, el, joined

DRAWN: Final[dict[type, Callable[[Any], Iterator[Picture]]]] = {
    Curves: curves, Timeline: timeline, Stack: stack, Calibrated: calibrated,
}  # fmt: skip


def drawn(chart: Chart, title: str, alt: str) -> Html:
    """The picture for a page; a long one in several parts. The same for the same chart."""
    pictures = [*DRAWN[type(chart)](chart)]
    return joined(
        el("div", _svg(picture, role="img", aria_label=_said(title, alt, n, len(pictures))),
           class_="scroll", tabindex=0 if picture.width == WIDE else None)
        for n, picture in enumerate(pictures, 1)
    )  # fmt: skip


def alone(chart: Chart) -> tuple[str, ...]:
    """The same as files of SVG in light colours, a part each."""
    style = Html(f"<style>{sheet_alone()}</style>")
    return tuple(
        _svg(picture._replace(inside=joined((style, picture.inside))),
             xmlns="http://www.w3.org/2000/svg")
        for picture in DRAWN[type(chart)](chart)
    )  # fmt: skip


def _said(title: str, alt: str, part: int, of: int) -> str:
    if of == 1:
        return f"{title}: {alt}"
    return f"{title} ({part}/{of}): {alt}" if part == 1 else f"{title} ({part}/{of})"


def _svg(picture: Picture, **more: str) -> Html:
    width, height = picture.width, round(picture.height)
    return el(
        "svg", picture.inside, viewBox=f"0 0 {width} {height}", width=width, height=height,
        class_="chart wide" if width == WIDE else "chart slim", **more,
    )  # fmt: skip
