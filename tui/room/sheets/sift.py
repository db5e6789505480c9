"""Choosing which injects control sees: of which states, roles, storylines and objectives."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from simulator.engine.views.overview import InjectRow
from tui.room import msel
from tui.room.msel import Names, Sieve
from tui.screens.injects import InjectSift
from tui.speech import _, mark

KINDS: Final = {
    "states": mark("State: {name}"),
    "roles": mark("To: {name}"),
    "storylines": mark("Storyline: {name}"),
    "objectives": mark("Objective: {name}"),
}


class MselSift(InjectSift[Sieve, InjectRow]):
    """The sieve of the MSEL."""

    KINDS: ClassVar = KINDS

    def __init__(self, rows: Sequence[InjectRow], names: Names, sieve: Sieve) -> None:
        super().__init__(rows, sieve)
        self.names = names

    def there(self) -> Iterator[tuple[str, str, str]]:
        for state, (sign, word, _ink) in msel.STATES.items():
            yield "states", state, f"{sign} {_(word)}"
        for kind, named in (
            ("roles", self.names.roles),
            ("storylines", self.names.storylines),
            ("objectives", self.names.objectives),
        ):
            for id, name in named.items():
                yield kind, id, name

    def of(self, row: InjectRow, kind: str) -> Sequence[str]:
        match kind:
            case "states":
                return (row.state,)
            case "roles":
                return row.to
            case "storylines":
                return (row.storyline,)
            case _:
                return row.objectives
