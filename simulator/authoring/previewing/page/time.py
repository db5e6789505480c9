"""Time over the length of the exercise: what each role has, and who is busy when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.authoring.previewing.load import Busy
from simulator.authoring.previewing.previewed import Previewed
from simulator.authoring.previewing.timeline import KINDS, Bar, Lane
from simulator.engine.wording.figures import moment
from simulator.paper.html.markup import Html, el, joined, listed, short, table
from simulator.speech import mark, say

NAMES: Final = {
    "inject": mark("message"),
    "decision": mark("decision"),
    "consent": mark("consent"),
    "report": mark("report due"),
    "work": mark("order at work"),
}
"""What each kind of bar is called."""

WIDTH: Final = 1230
LABEL: Final = 110
LONGEST: Final = 16
"""So many letters of a role's title fit before its lane."""
LINE: Final = 9
"""Height of a bar with the room under it."""

TIMES: Final = (600, 1800, 3600, 2 * 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86_400, 2 * 86_400)


def timelines(told: Previewed) -> Html:
    """A picture of all roles, and the same as a table for each of them."""
    language = told.language
    caption = say(
        language,
        "One run without people. From the top in each role: messages (dots), decisions, consents "
        "and reports that are open, orders at work (bars).",
    )
    figure = el(
        "figure", el("div", _picture(told), class_="scroll", tabindex=0), el("figcaption", caption)
    )
    return joined((figure, (_as_table(told, lane) for lane in told.lanes)))


def _picture(told: Previewed) -> Html:
    drawn, top = [], 24
    for lane in told.lanes:
        rows = _packed(lane)
        height = max(30, 8 + LINE * len(rows))
        label = (el("title", lane.title), short(lane.title, LONGEST))
        drawn.append(el("text", label, x=2, y=top + 16))
        drawn.append(el("line", x1=0, x2=WIDTH, y1=top - 2, y2=top - 2, class_="grid"))
        drawn += [
            _bar(told, bar, top + 4 + LINE * row) for row, bars in enumerate(rows) for bar in bars
        ]
        top += height
    return el(
        "svg", _axis(told, top), drawn, viewBox=f"0 0 {WIDTH} {top}", width=WIDTH, height=top,
        role="img", aria_label=say(told.language, "Timeline by role"),
    )  # fmt: skip


def _x(told: Previewed, at: int) -> float:
    share = min(at, told.scenario.length) / told.scenario.length
    return round(LABEL + share * (WIDTH - LABEL - 10), 1)


def _axis(told: Previewed, height: int) -> Iterator[Html]:
    length = told.scenario.length
    step = next((t for t in TIMES if length / t <= 14), -(-length // 14))
    for at in range(0, length + 1, step):
        x = str(_x(told, at))
        yield el("line", x1=x, x2=x, y1=16, y2=height, class_="grid")
        if at < length:  # at the very end there is no room for it
            yield el("text", f"{moment(at)}", x=x, y=12, class_="mute")


def _packed(lane: Lane) -> list[list[Bar]]:
    """Lines of bars that don't lie over each other, those of one kind together."""
    rows: list[list[Bar]] = [list(lane.of("inject"))]
    for kind in KINDS[1:]:
        mine: list[list[Bar]] = []
        for bar in lane.of(kind):
            free = next((row for row in mine if row[-1].end <= bar.begin), None)
            if free is None:
                mine.append([bar])
            else:
                free.append(bar)
        rows += mine
    return rows


def _bar(told: Previewed, bar: Bar, y: int) -> Html:
    begin, end = _x(told, bar.begin), _x(told, bar.end)
    said = f"{moment(bar.begin)} {say(told.language, NAMES[bar.kind])}: {bar.title}"
    wide = str(round(max(4.0, end - begin), 1))
    return el(
        "rect", el("title", said), x=str(begin), y=y, width=wide, height=LINE - 3,
        rx=3 if bar.kind == "inject" else 1, class_=bar.kind,
    )  # fmt: skip


def _as_table(told: Previewed, lane: Lane) -> Html:
    language = told.language
    heads = (
        say(language, "From"), say(language, "Until"), say(language, "Kind"),
        say(language, "What"),
    )  # fmt: skip
    rows = (
        el(
            "tr",
            el("td", moment(bar.begin), class_="num"),
            el("td", moment(bar.end) if bar.kind != "inject" else "", class_="num"),
            el("td", say(language, NAMES[bar.kind])),
            el("td", bar.title),
        )
        for bar in lane.bars
    )
    name = say(language, "{role} as a table", role=lane.title)
    return el("details", el("summary", name), table(name, heads, rows))


def heat(told: Previewed) -> Html:
    """The load: a table is its own picture."""
    language, load = told.language, told.load
    number = max(map(len, load.strips.values()), default=0)
    heads = (say(language, "Role"), *(length(place * load.stretch) for place in range(number)))
    about = say(
        language,
        "Which share of each {stretch} reading and answering takes at the pace of ×{pace}, in "
        "per cent, with what was left from before; after “/” the questions open at once. The "
        "middle of {runs} runs. ▲ has too much, – has nothing to do.",
        stretch=length(load.stretch), pace=f"{told.scenario.pace:g}", runs=told.runs,
    )  # fmt: skip
    rows = (
        el("tr", el("th", told.titles.role(role), scope="row"), (_cell(busy) for busy in strip))
        for role, strip in load.strips.items()
    )
    caption = say(language, "Load by role and time since STARTEX")
    heat_table = table(caption, heads, rows, class_="heat")
    return joined((el("p", about, class_="mute"), heat_table, _summed(told)))


def shade(busy: Busy) -> int:
    """How dark a cell is, 0 to 4."""
    return next((n for n, most in enumerate((0, 15, 35, 60)) if busy.share <= most), 4)


def figures(busy: Busy) -> str:
    """What stands in a cell."""
    said = {"idle": "–", "over": f"▲{busy.share}"}.get(busy.mark, str(busy.share))
    return f"{said}/{busy.open}" if busy.open else said


def _cell(busy: Busy) -> Html:
    return el("td", figures(busy), class_=busy.mark or f"h{shade(busy)}")


def _summed(told: Previewed) -> Html:
    """The same in words, a line for each role."""
    return listed(in_words(told, role) for role in told.load.strips)


def in_words(told: Previewed, role: str) -> str:
    """How much a role has to do, and in how many stretches too much or nothing."""
    strip, language = told.load.strips[role], told.language
    idle, over = (sum(busy.mark == look for busy in strip) for look in ("idle", "over"))
    return say(
        language,
        "{role}: {items} to read or answer; of {all} stretches it has too much in {over}, and "
        "nothing to do in {idle}",
        role=told.titles.role(role), items=sum(busy.items for busy in strip),
        over=over, idle=idle, all=len(strip),
    )  # fmt: skip


def length(seconds: int) -> str:
    """`02:00`, in hours and minutes."""
    return moment(seconds).removeprefix("T+")
