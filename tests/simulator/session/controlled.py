"""A session of a small world with people of control, written down without a host."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from simulator.scenario.scenario import Scenario
from simulator.session.drafting import Place
from simulator.session.folder import JOURNAL
from simulator.session.grants import Grant
from simulator.session.journal.reading import read
from simulator.session.session import Session
from tests.simulator.engine.playbook import scenario
from tests.simulator.session.durability.played import written_down
from tests.simulator.session.journal.scribe import stand

WORLD = scenario(
    roles={"soc": {"teams": {"analysts": 1}}, "csmu": {}},
    actions={
        "work": {"by": "soc", "takes": {"people": {"analysts": 1}, "time": "1h"}, "again": "1s"},
        "plead": {"by": "soc", "consent": [{"from": "csmu"}]},
    },
    injects=[
        {"id": "news", "to": "soc", "at": "0s"},
        {"id": "later", "to": "soc", "at": "2h", "decision": {"ask": "?", "options": [
            {"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"},
        ]}},
        {"id": "hidden", "to": "csmu", "at": "10m"},
    ],
    modules={"talk": {"at": "4h", "questions": [{"id": "ours", "to": "soc", "ask": "We?"}]}},
    objectives={"calm": {}, "order": {}},
)  # fmt: skip


class Controlled:
    """Two people of control, Arta and Besa, both connected, and one who plays `soc`."""

    def __init__(self, path: Path, world: Scenario = WORLD, **header: Any) -> None:
        self.world = world
        self.path = path / JOURNAL
        self.scribe = written_down(self.path, world, **header)
        self.arta, self.besa = (self.scribe.sit(Place("control"), n) for n in ("Arta", "Besa"))
        self.team = next(iter(self.session.teams.values()))
        self.soc = self.scribe.sit(Place("player", self.team.name, "soc"), "Dora")
        self.both_are_there()

    @property
    def session(self) -> Session:
        return self.scribe.session

    def both_are_there(self) -> None:
        self.there(self.arta, self.besa)

    def there(self, *seats: Grant) -> None:
        """Of control, only these are connected."""
        self.scribe.connected = frozenset(seat.id for seat in seats)

    def do(self, who: Grant, act: Any) -> str:
        """The code of the refusal; empty where it was done."""
        return self.scribe.do(who, act).code

    def why_not(self, who: Grant, act: Any) -> str:
        answer = self.scribe.do(who, act)
        assert not answer.done
        return answer.why.into("en")

    def replayed(self) -> Session:
        """The session as its journal alone tells of it."""
        written = read(self.path)
        session = Session(self.world, written.header)
        for record in written.records:
            session.apply(record)
        return session

    def ends_as_written(self) -> None:
        """Nothing more comes; the journal alone tells how the session stands."""
        self.scribe.stand()
        assert stand(self.replayed()) == stand(self.session)
        self.scribe.opened.journal.close()

    def kinds(self) -> list[str]:
        return [record.draft.kind for record in read(self.path).records]
