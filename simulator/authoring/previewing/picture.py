"""What of the graph is drawn: the injects of a storyline and what they directly hang on. Pure.

Facts and options are left out as boxes: they are written on the way from one to the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from simulator.authoring.previewing.asked import Node, NodeKind
from simulator.authoring.previewing.graph import Graph, Link
from simulator.authoring.previewing.layers import Place, layered
from simulator.scenario import Scenario

ON_THE_WAY: Final[frozenset[NodeKind]] = frozenset({"fact", "option"})
DOES: Final[frozenset[NodeKind]] = frozenset(
    {"inject", "action", "report", "step", "module", "challenge", "outcome"}
)
"""What happens or is done; all else is only drawn where it is asked for."""

MOST: Final = 14
"""So many injects at most are in one picture."""

FEW: Final = 4
"""So many lines at most lead from one inject to what belongs elsewhere, and as many to it."""

_FURTHEST: Final = 3
"""Facts and options on the way from one box to the next, at most."""


class Way(NamedTuple):
    """A line from box to box: how, and over which facts or options."""

    source: Node
    target: Node
    how: str
    over: tuple[Node, ...]


class Picture(NamedTuple):
    """`own` are the injects it is about; `alone` are those of them that no line touches. `more` are
    boxes that stand for so many others, where one inject has too many to be drawn."""

    storyline: str
    part: tuple[int, int]
    """Which of so many pictures of its storyline it is."""
    own: tuple[Node, ...]
    alone: tuple[Node, ...]
    places: dict[Node, Place]
    ways: tuple[Way, ...]
    more: dict[Node, int]


def pictures(scenario: Scenario, told: Graph) -> Iterator[Picture]:
    """One for each storyline, in the author's order, and one for what belongs to none; a long
    one goes on in another."""
    ways = tuple(_ways(told))
    for storyline in (*scenario.storylines, ""):
        own = [
            Node("inject", inject.id)
            for inject in scenario.injects
            if (inject.storyline or "") == storyline
        ]
        parts = [tuple(own[begin : begin + MOST]) for begin in range(0, len(own), MOST)]
        for number, some in enumerate(parts, 1):
            yield _picture(storyline, some, told, ways)._replace(part=(number, len(parts)))


def _picture(storyline: str, own: tuple[Node, ...], told: Graph, ways: Iterable[Way]) -> Picture:
    mine, more = frozenset(own), dict[Node, int]()
    near = [way for way in ways if way.source in mine or way.target in mine]
    shown = tuple(_few([*_few(near, mine, more, ahead=True)], mine, more, ahead=False))
    touched = {node for way in shown for node in (way.source, way.target)}
    boxes = [node for node in (*told.titles, *more) if node in touched]
    places = layered(boxes, [(way.source, way.target) for way in shown])
    alone = tuple(node for node in own if node not in touched)
    return Picture(storyline, (1, 1), own, alone, places, shown, more)


def _few(
    ways: Iterable[Way], mine: frozenset[Node], more: dict[Node, int], *, ahead: bool
) -> Iterator[Way]:
    """Of each inject only the first few lines to boxes of elsewhere; one stands for the rest."""
    drawn: Counter[Node] = Counter()
    for way in ways:
        here, there = (way.source, way.target) if ahead else (way.target, way.source)
        if here not in mine or there in mine:
            yield way
            continue
        drawn[here] += 1
        if drawn[here] <= FEW:
            yield way
            continue
        rest = Node("more", f"{here.id}/{'after' if ahead else 'before'}")
        if rest not in more:
            yield Way(here, rest, "", ()) if ahead else Way(rest, here, "", ())
        more[rest] = more.get(rest, 0) + 1


def _ways(told: Graph) -> Iterator[Way]:
    """All lines, one at most from one box to another."""
    found: dict[tuple[Node, Node], Way] = {}
    for node in told.titles:
        if node.kind not in ON_THE_WAY:
            for way in _from(told, node, node, ()):
                if way.source != way.target:
                    found.setdefault((way.source, way.target), way)
    yield from found.values()


def _from(told: Graph, begin: Node, here: Node, over: tuple[Node, ...]) -> Iterator[Way]:
    for link in told.leads_to(here):
        if link.target.kind in ON_THE_WAY:
            if len(over) < _FURTHEST and link.target not in over:
                yield from _from(told, begin, link.target, (*over, link.target))
        elif link.target.kind in DOES and (begin.kind in DOES or _asks(link)):
            yield Way(begin, link.target, link.how, over)


def _asks(link: Link) -> bool:
    """Of what only is, such as a gauge, lines to injects are enough."""
    return link.target.kind == "inject"
