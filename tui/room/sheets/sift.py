"""Choosing which injects control sees: of which states, roles, storylines and objectives."""

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.engine.views.overview import InjectRow
from tui import words
from tui.marks import joined
from tui.plain import line
from tui.room import msel
from tui.room.msel import Names, Sieve
from tui.screens.sift import ALL, Ticking
from tui.speech import _, mark
from tui.widgets.choice import Alternative

KINDS: Final = {
    "states": mark("State: {name}"),
    "roles": mark("To: {name}"),
    "storylines": mark("Storyline: {name}"),
    "objectives": mark("Objective: {name}"),
}
"""The parts of a sieve that can be ticked, and how a tick in each is called."""


class MselSift(Ticking[Sieve]):
    """The sieve of the MSEL."""

    def __init__(self, rows: Sequence[InjectRow], names: Names, sieve: Sieve) -> None:
        super().__init__()
        self.rows = rows
        self.names = names
        self.sieve = sieve

    def ticked(self) -> frozenset[str]:
        return frozenset(f"{kind}/{id}" for kind in KINDS for id in getattr(self.sieve, kind))

    def alternatives(self) -> list[Alternative]:
        told = [(ALL, _("All injects"), len(self.rows))]
        for kind, name, id in self._there():
            found = sum(id in _of(row, kind) for row in self.rows)
            if found or id in getattr(self.sieve, kind):
                told.append((f"{kind}/{id}", _(KINDS[kind], name=name), found))
        return [
            Alternative(id, joined(line(name), (f"  {words.number(found)}", "mute")))
            for id, name, found in told
        ]

    def made(self, wanted: frozenset[str]) -> Sieve:
        ids: dict[str, frozenset[str]] = {
            kind: frozenset(id.partition("/")[2] for id in wanted if id.startswith(f"{kind}/"))
            for kind in KINDS
        }
        return Sieve(**ids, sought=self.sieve.sought)

    def _there(self) -> Iterator[tuple[str, str, str]]:
        """Kind, name and id of all that can be asked for."""
        for state, (sign, word, _ink) in msel.STATES.items():
            yield "states", f"{sign} {_(word)}", state
        for kind, named in (
            ("roles", self.names.roles),
            ("storylines", self.names.storylines),
            ("objectives", self.names.objectives),
        ):
            for id, name in named.items():
                yield kind, name, id


def _of(row: InjectRow, kind: str) -> Sequence[str]:
    """What of this kind a row has."""
    match kind:
        case "states":
            return (row.state,)
        case "roles":
            return row.to
        case "storylines":
            return (row.storyline,)
        case _:
            return row.objectives
