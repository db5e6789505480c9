"""NO DUFF: a real emergency, from its call until enough people have said that it is over."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.session.room import NoDuffRow


@dataclass(frozen=True, slots=True)
class Emergency:
    """`lifted` are the seats of control that have said that it is over."""

    by: str
    why: str
    utc: int
    wanted: int
    lifted: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        return len(self.lifted) >= self.wanted

    @property
    def row(self) -> NoDuffRow:
        return NoDuffRow(self.by, self.why, self.utc, self.lifted, self.wanted)

    def lifted_by(self, grant: str) -> Emergency:
        """After this seat has said so; once counts as much as twice."""
        return self if grant in self.lifted else replace(self, lifted=(*self.lifted, grant))
