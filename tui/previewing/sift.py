"""Choosing which injects are shown: of which roles, storylines, objectives, channels."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from simulator.authoring.previewing.plan import Planned
from simulator.authoring.previewing.previewed import Previewed
from tui import words
from tui.previewing.planned import Sieve
from tui.screens.injects import InjectSift
from tui.speech import mark

KINDS: Final = {
    "roles": mark("To: {name}"),
    "storylines": mark("Storyline: {name}"),
    "objectives": mark("Objective: {name}"),
    "channels": mark("Channel: {name}"),
}


class PlanSift(InjectSift[Sieve, Planned]):
    """The sieve of the plan."""

    KINDS: ClassVar = KINDS

    def __init__(self, told: Previewed, sieve: Sieve) -> None:
        super().__init__(told.plan, sieve)
        self.told = told

    def there(self) -> Iterator[tuple[str, str, str]]:
        scenario, titles = self.told.scenario, self.told.titles
        for role in scenario.roles:
            yield "roles", role, titles.role(role)
        for name, storyline in scenario.storylines.items():
            yield "storylines", name, titles.words(storyline.title)
        for name, objective in scenario.objectives.items():
            yield "objectives", name, titles.words(objective.title)
        for channel in words.CHANNELS:
            yield "channels", channel, words.heading(channel)[0]

    def of(self, row: Planned, kind: str) -> Sequence[str]:
        match kind:
            case "roles":
                return row.to
            case "storylines":
                return (row.storyline,)
            case "objectives":
                return row.objectives
            case _:
                return (row.channel,)
