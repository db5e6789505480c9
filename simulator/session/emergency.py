"""NO DUFF: a real emergency, from its call until enough people have said that it is over."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.session.room import NoDuffRow


@dataclass(frozen=True, slots=True)
class Emergency:
    """`lifted` are the seats of control, with the names, that have said that it is over."""

    by: str
    why: str
    utc: int
    wanted: int
    lifted: tuple[tuple[str, str], ...] = ()

    @property
    def over(self) -> bool:
        return len(self.lifted) >= self.wanted

    @property
    def row(self) -> NoDuffRow:
        names = tuple(name for _, name in self.lifted)
        return NoDuffRow(self.by, self.why, self.utc, names, self.wanted)

    def lifted_by(self, grant: str, name: str) -> Emergency:
        """After this seat has said so; once counts as much as twice."""
        if any(grant == before for before, _ in self.lifted):
            return self
        return replace(self, lifted=(*self.lifted, (grant, name)))
