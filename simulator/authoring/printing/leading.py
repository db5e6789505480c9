"""The handbook, before STARTEX: what is typed to run it, and what can be chosen."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.printing.source import Printed
from simulator.paper.blocks import Block, Grid, Head, Words
from simulator.scenario.values import Text
from simulator.speech import mark, say

TEAMS = 4
"""So many sides the example hosts, where there are as many."""
PLAYED = (
    ("kulla play {id}", mark("Play it once alone; the bots take the other seats.")),
    ("kulla print {id} --pdf", mark("Print this pack.")),
    ("kulla host {id}{teams}", mark("Host it, lead it, and get an invitation for each seat.")),
    (
        "kulla control INVITATION",
        mark("Lead it from another machine."),
    ),
    (
        "kulla join INVITATION",
        mark("Take a seat; after a break, the same again."),
    ),
    ("kulla resume SESSION", mark("Host it again after a crash. Nothing is lost.")),
)
"""Commands in the order in which they are needed, with what they are for."""
KEYS = (
    ("s, e", mark("STARTEX; ENDEX.")),
    (
        "., +, -",
        mark("Play on to what is due next; change the pace. The space bar stops the clock."),
    ),
    ("y, j, g", mark("Stop at a moment; play on to a moment; end a discussion.")),
    ("p", mark("On page 7, make a team's adversary and plot faster or slower.")),
    ("f, k, d", mark("On page 2, fire an inject, hold it, or delay it.")),
    ("K", mark("Key in what came on paper, by the code on its form.")),
    ("R", mark("Go back in time, for one team.")),
    ("N", mark("NO DUFF: a real emergency. Everything stops.")),
    ("c, H", mark("Write an observation; hand over to whoever relieves you.")),
)
"""Keys of the control room that one has to know by heart."""


def running(p: Printed) -> Iterator[Block]:
    """What is typed, and which keys lead."""
    language, scenario = p.language, p.scenario
    teams = f" --teams {min(TEAMS, len(scenario.sides))}" if len(scenario.sides) > 1 else ""
    yield Head(say(language, "How to run it"))
    rows = tuple(
        (typed.format(id=scenario.id, teams=teams), say(language, about)) for typed, about in PLAYED
    )
    yield Grid(
        say(language, "Commands"), (say(language, "Command"), say(language, "What for")), rows
    )
    pages = say(
        language, "In the control room 1 to 8 choose a page: room, MSEL, world, judge, ahead, "
        "notes, comparison of teams, contest. ? explains all keys.",
    )  # fmt: skip
    yield Words(pages)
    keys = tuple((key, say(language, about)) for key, about in KEYS)
    yield Grid(
        say(language, "Keys of control"), (say(language, "Key"), say(language, "What for")), keys
    )


def choices(p: Printed) -> Iterator[Block]:
    """Its sides, levels and capabilities, one of which is chosen as it is hosted."""
    language, scenario = p.language, p.scenario
    sides = tuple(
        (name, p.titles.words(side.title), p.words(side.about))
        for name, side in scenario.sides.items()
    )
    levels = tuple(
        (name, level.called(name, language), p.words(level.about))
        for name, level in scenario.levels.items()
    )
    able = tuple(
        (name, p.titles.words(one.title), _has(p, one.has, one.about))
        for name, one in scenario.capabilities.items()
    )
    told = (
        (say(language, "Sides, with --teams or --side"), sides),
        (say(language, "Levels, with --level"), levels),
        (say(language, "Capabilities, with --with and --without"), able),
    )
    if any(rows for _, rows in told):
        yield Head(say(language, "What can be chosen"), 2)
    heads = (say(language, "Id"), say(language, "Name"), say(language, "What it is"))
    for caption, rows in told:
        if rows:
            yield Grid(caption, heads, rows)


def _has(p: Printed, has: bool, about: Text | None) -> str:
    usual = say(p.language, "there, unless taken away") if has else ""
    return "\n".join(filter(None, (p.words(about), usual)))
