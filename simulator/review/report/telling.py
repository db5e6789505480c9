"""What every section of a report needs: one team's findings, its anchors, and its times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simulator.paper.blocks import Block, Claim, Claims, Grid, Head, filled
from simulator.review.findings import Findings, Happened, TeamFound
from simulator.review.report.notes import Notes
from simulator.review.report.times import Times


@dataclass(frozen=True, slots=True)
class Telling:
    """A team's part of the report. `number` is its place among several, 0 where it is the only
    one."""

    findings: Findings
    team: TeamFound
    number: int
    notes: Notes

    @property
    def language(self) -> str:
        return self.findings.language

    @property
    def first(self) -> bool:
        """Whether it is here that things are explained which all teams' parts have."""
        return self.number < 2

    def explains(self, has: Callable[[TeamFound], object]) -> bool:
        """Whether it is the first of all teams that has something, so that what explains it stands
        here and not again."""
        return self.team is next((team for team in self.findings.teams if has(team)), None)

    @property
    def times(self) -> Times:
        return Times(self.language, self.findings.overview.start)

    def anchor(self, place: int) -> str:
        """How the event at this place of the log is cited."""
        return f"e{self.number}.{place}" if self.number else f"e{place}"

    def anchors(self, cites: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.anchor(place) for place in dict.fromkeys(cites))

    def claim(self, words: str, cites: Iterable[int] = ()) -> Claim:
        return Claim(words, self.anchors(cites))

    def event(self, it: Happened) -> Claim:
        """When it happened, and what."""
        return self.claim(f"{self.times.moment(it.at)}: {it.words}", (it.place,))


def tellings(findings: Findings, notes: Notes) -> tuple[Telling, ...]:
    """One for each team."""
    alone = len(findings.teams) == 1
    return tuple(
        Telling(findings, team, 0 if alone else number, notes)
        for number, team in enumerate(findings.teams, 1)
    )


def grid(
    caption: str,
    heads: Iterable[str],
    rows: Iterable[tuple[tuple[str, ...], tuple[str, ...]]],
    wide: bool = False,
) -> Grid:
    """A table of rows with their anchors; without the columns in which nothing stands."""
    both = [*rows]
    cells, cites = tuple(row for row, _ in both), tuple(cites for _, cites in both)
    whole = Grid(caption, tuple(heads), cells, wide=wide, cites=cites if any(cites) else ())
    return filled(whole, " –")


def section(title: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks under their heading; nothing where there are none."""
    found = tuple(blocks)
    return (Head(title), *found) if found else ()


def deeper(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same, one level of headings further down."""
    return tuple(
        block._replace(level=min(3, block.level + 1)) if isinstance(block, Head) else block
        for block in blocks
    )


def claims(items: Iterable[Claim], listed: bool = True) -> tuple[Claims, ...]:
    """Nothing where there are none."""
    found = tuple(items)
    return (Claims(found, listed),) if found else ()
