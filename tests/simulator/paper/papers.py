"""A paper with every block and every chart, in whose every text the same words stand."""

from simulator.paper import blocks as b
from simulator.paper.charts import Calibrated, Chart, Curves, Dot, Line, Row, Stack, Timeline
from simulator.paper.drawing.signs import SIGNS

KINDS = (*SIGNS, "odd")
TICKS = ((0.0, "00:00"), (60.0, "01:00"))


def charts(words: str = "x") -> tuple[Chart, ...]:
    line = Line(words, ((0, 0), (30, 50), (60, 100)))
    dots = tuple(
        Dot(at, at + 9, kind, words, "e1" if at % 2 else "e404") for at, kind in enumerate(KINDS)
    )
    ticks = ((0.0, words), (60.0, words))
    return (
        Curves(60, 0, 100, words, (line, line._replace(ghost=True)), ticks, (20, 40), words),
        Timeline(
            60, (Row(words, dots), Row(words, dots, True)), ticks,
            tuple((kind, words) for kind in KINDS),
        ),
        Stack(60, (0, 20, 40), ((words, (1, 2, 0)), (words, (0, 3, 1))), ticks, words),
        Calibrated(((20, 40, 3), (90, 50, 1)), words, words),
    )  # fmt: skip


def figure(chart: Chart, words: str = "x") -> b.Figure:
    apart = words if isinstance(chart, Timeline) else ""
    return b.Figure(words, words, chart, grid(words), apart)


def grid(words: str = "x") -> b.Grid:
    return b.Grid(words, (words, words), ((words, words),), cites=(("e1", "e404", "!" + words),))


def every(words: str = "x", *more: b.Block) -> b.Paper:
    tick = b.Tick("A", words, (words,))
    blocks: tuple[b.Block, ...] = (
        b.Contents(words, 3),
        b.Head(words), b.Head(words, 2), b.Head(words, 3), b.Head(words, turns=True),
        b.Words(words, "call"), b.Points((words, words)), b.Pairs(((words, words),)),
        b.Claims((b.Claim(words, ("e1", "e2.7", "e404", "!" + words)), b.Claim(words))),
        b.Claims((b.Claim(words, ("e2.7",)),), listed=False),
        grid(words), b.Grid(words, (words,), ((words,),), wide=True),
        b.Verbatim(words), b.Ticks(words, (tick,)), b.Scale(words, (words,)),
        b.Blank(words, 2, words), b.Frame(words, (b.Words(words), grid(words)), "secret"),
        *(figure(chart, words) for chart in charts(words)),
        b.Register(
            words, (words, words, words),
            (b.Entry("e1", (words, words)), b.Entry("e2.7", (words, words)),
             b.Entry("e1", (words, words)), b.Entry("!" + words, (words, words))),
        ),
        *more,
        b.Sheet(words, words, (b.Words(words),)),
    )  # fmt: skip
    return b.Paper("report", "en", words, words, words, "TLP:CLEAR", False, blocks)
