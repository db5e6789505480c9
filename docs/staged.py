"""A session that is led for a picture: no disk, no network, and everything about it is given."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any, Final

from simulator.engine.commands import CONTROL, Command
from simulator.engine.exercise import Exercise
from simulator.engine.foresight import Recipe, outlook, preview
from simulator.engine.views import RoleView
from simulator.engine.views.overview import Panel
from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session.acts import AnyAct
from simulator.session.host.comparing import STRIDE, Comparison
from simulator.session.host.outgoing import Eyes
from simulator.session.host.overview import Around, room
from simulator.session.host.scoring import Scoring
from simulator.session.journal.record import Draft, Header, Record
from simulator.session.room import Room
from simulator.session.scoreboard import Scoreboard
from simulator.session.session import Session
from tui.chair import About, Answer, Outcome

ONE_TEAM: Final[Mapping[str, tuple[str, ...]]] = {"team": ()}
MORNING: Final = 1_800_000_000_000
RUNS: Final = 8


class StagedChair:
    """Control of a shipped exercise, played by one team or, where they are named, by several.

    `people` are names by the roles they hold in the first; `away` are the roles in each team whose
    people do nothing.
    """

    grant = "control-1"
    trouble = ""
    ended = False

    def __init__(
        self, scenario: str, seed: int, language: str, people: dict[str, str],
        away: Mapping[str, tuple[str, ...]] = ONE_TEAM,
    ) -> None:  # fmt: skip
        loaded = load(shipped()[scenario])
        self.language = language
        self._team = next(iter(away))
        header = Header(
            "3f1c0a77d2b94e55", "0", 0, scenario, loaded.digest, seed, (*away,), pace=loaded.pace
        )
        self.session = Session(loaded, header)
        self._board = Scoreboard()
        self._comparison = Comparison(self.session, language)
        self._numbers = count(1)
        self._keep("opened", epoch="e")
        self._sits("control-1", "control", "", "Drita")
        for role, name in people.items():
            self._sits(f"{role}-1", "player", role, name)
        staffed = {team: [*roles] for team, roles in away.items()}
        staffed[self._team] += people
        self._keep("started", staffed=staffed)
        connected = dict.fromkeys((g.id for g in self.session.grants), 1)
        self._around = Around(connected, {}, "writing", (), Scoring(self._board))
        self._told: dict[str, Answer] = {}

    @property
    def run(self) -> Exercise:
        return self.session.teams[self._team].exercise

    def comes_to(self, second: int) -> None:
        """Play on to this second; discussions close at once."""
        for team in self.session.teams.values():
            run = team.exercise
            while run.now < second and not run.over:
                team.advance(second)
                if run.held:
                    self._ask("control-1", {"ask": "proceed"}, team=team.name)
        for _ in range(0, second + 1, STRIDE):
            self._comparison.told()

    def asks(self, grant: str, command: dict[str, Any], words: dict[str, str]) -> None:
        """Somebody asks for something."""
        self._ask(grant, command, words)

    def _ask(
        self, grant: str, command: dict[str, Any], words: dict[str, str] | None = None,
        team: str = "",
    ) -> None:  # fmt: skip
        id, team = f"{grant}-{next(self._numbers):016}", team or self._team
        at = self.session.teams[team].exercise.now
        self._keep("asked", grant, at, words, team, id=id, command=command)

    def _sits(self, grant: str, part: str, role: str, name: str) -> None:
        team = self._team if role else ""
        invited = {
            "id": grant,
            "part": part,
            "team": team,
            "role": role,
            "code": grant,
            "replaces": "",
        }
        self._keep("invited", grant=invited)
        self._keep("joined", words={"name": name}, grant=grant, token=f"{grant}-token")
        self._keep("arrived", grant=grant)

    def _keep(
        self, kind: str, by: str = "", at: int = 0, words: dict[str, str] | None = None,
        team: str = "", **body: Any,
    ) -> None:  # fmt: skip
        seq = next(self._numbers)
        seals = dict.fromkeys(words or {}, "")
        draft = Draft(kind, by, team, at, body, words or {})
        self.session.apply(Record(seq, MORNING + seq, draft, (), seals))

    # What the screen sees and asks

    def tick(self) -> bool:
        return False

    def room(self) -> Room:
        if self.session.scenario.contest:
            self._board.look({name: team.exercise for name, team in self.session.teams.items()})
        seen = room(self.session, self._around, Eyes(self._team, "", self.language))
        return replace(seen, standings=self._comparison.told())

    def panel(self) -> Panel | None:
        return replace(self.run.panel(self.language), team=self._team)

    def shoulder(self) -> RoleView | None:
        return None

    def watch(self, team: str, role: str = "") -> None:
        """One looks at the first team."""

    def enquire(
        self, about: About, team: str, *, inject: str = "", command: Command | None = None,
        acting: bool = True, until: int | None = None,
    ) -> str:  # fmt: skip
        recipe, scenario, language = Recipe.of(self.run), self.session.scenario, self.language
        if about == "script":
            self._told[about] = self.run.script(inject, language)
        elif command is not None:
            seat = None if command.role == CONTROL else "Drita"
            self._told[about] = preview(scenario, recipe, command, seat, language)
        else:
            end = until or self.run.state.end
            self._told[about] = outlook(scenario, recipe, end, acting, RUNS, language)
        return about

    def told(self, id: str) -> Answer | None:
        return self._told.pop(id, None)

    def do(self, act: AnyAct, said: str) -> None:
        """Nothing is done while a picture is drawn."""

    def ask(self, command: Command, team: str, said: str, seat: str = "") -> None:
        """Nothing is asked while a picture is drawn."""

    def outcomes(self) -> list[Outcome]:
        return []
