"""Choosing which injects are shown: of which roles, storylines, objectives, channels."""

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.authoring.previewing.plan import Planned
from simulator.authoring.previewing.previewed import Previewed
from tui import words
from tui.marks import joined
from tui.plain import line
from tui.previewing.planned import Sieve
from tui.screens.sift import ALL, Ticking
from tui.speech import _, mark
from tui.widgets.choice import Alternative

KINDS: Final = {
    "roles": mark("To: {name}"),
    "storylines": mark("Storyline: {name}"),
    "objectives": mark("Objective: {name}"),
    "channels": mark("Channel: {name}"),
}
"""The parts of a sieve that can be ticked, and how a tick in each is called."""


class PlanSift(Ticking[Sieve]):
    """The sieve of the plan."""

    def __init__(self, told: Previewed, sieve: Sieve) -> None:
        super().__init__()
        self.told = told
        self.sieve = sieve

    def ticked(self) -> frozenset[str]:
        return frozenset(f"{kind}/{id}" for kind in KINDS for id in getattr(self.sieve, kind))

    def alternatives(self) -> list[Alternative]:
        named = [(ALL, _("All injects"), len(self.told.plan))]
        for kind, id, name in self._there():
            number = sum(id in _of(row, kind) for row in self.told.plan)
            if number or id in getattr(self.sieve, kind):
                named.append((f"{kind}/{id}", _(KINDS[kind], name=name), number))
        return [
            Alternative(id, joined(line(name), (f"  {words.number(number)}", "mute")))
            for id, name, number in named
        ]

    def made(self, wanted: frozenset[str]) -> Sieve:
        ids: dict[str, frozenset[str]] = {
            kind: frozenset(id.partition("/")[2] for id in wanted if id.startswith(f"{kind}/"))
            for kind in KINDS
        }
        return Sieve(**ids, sought=self.sieve.sought)

    def _there(self) -> Iterator[tuple[str, str, str]]:
        """Kind, id and name of all that can be asked for."""
        scenario, titles = self.told.scenario, self.told.titles
        for role in scenario.roles:
            yield "roles", role, titles.role(role)
        for name, storyline in scenario.storylines.items():
            yield "storylines", name, titles.words(storyline.title)
        for name, objective in scenario.objectives.items():
            yield "objectives", name, titles.words(objective.title)
        for channel in words.CHANNELS:
            yield "channels", channel, words.heading(channel)[0]


def _of(row: Planned, kind: str) -> Sequence[str]:
    """What of this kind a row has."""
    match kind:
        case "roles":
            return row.to
        case "storylines":
            return (row.storyline,)
        case "objectives":
            return row.objectives
        case _:
            return (row.channel,)
