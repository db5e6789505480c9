"""What control saw of a session at a moment of one team, put together from its record."""

from __future__ import annotations

from typing import Any, Final

from simulator.engine.comparing import contested, standing
from simulator.engine.recall import Recall
from simulator.engine.titles import aims
from simulator.engine.views.comparing import Standing
from simulator.review.recorded import Person, Recorded, Take
from simulator.scenario.scenario import Scenario
from simulator.session.host.scoring import Scoring
from simulator.session.room import NoteRow, PersonRow, Room, SeatRow, TeamRow
from tui.replaying.contest import ContestThen
from tui.replaying.projector import Projector
from tui.speech import mark

HOST: Final = mark("as it was recorded")


class RoomThen:
    """Tells the room in one language. The watched team is as it was in the take that is shown at
    its second; of the others it is the last take, at the same second of theirs."""

    def __init__(self, projector: Projector, language: str) -> None:
        self._projector = projector
        self._language = language
        self._board = ContestThen()
        self._scored = self._board.board
        self._scoring = Scoring(self._scored)

    def told(self, over: str) -> Room:
        """As it stood; `over` is the role over whose shoulder one looks."""
        projector, language = self._projector, self._language
        recorded, now = projector.recorded, projector.now
        scenario = recorded.scenario.at_level(recorded.header.level)
        takes = {name: projector.taken(name) for name in recorded.takes}
        runs = projector.all_now()
        people = _there(recorded, projector.take.utc(now))
        return Room(
            scenario=scenario.id,
            title=scenario.title.into(language),
            start=scenario.start.isoformat(),
            length=scenario.length,
            session=recorded.header.session,
            host=HOST,
            teams=tuple(self._team(takes[name], runs[name]) for name in takes),
            seats=tuple(
                seat for name, run in runs.items() for seat in _seats(name, run, people, language)
            ),
            people=tuple(map(_person, people)),
            alarms=(),
            **self._control(),
            **_noted(recorded, takes, runs),
            **aims(scenario, language),
            watched=projector.sight.team,
            over=over,
            standings=self._standings(runs),
            **self._contest(scenario, runs),
        )

    def _control(self) -> dict[str, Any]:
        """An emergency, duties and wishes for ENDEX, as they were then."""
        projector = self._projector
        utc, stop = projector.take.utc(projector.now), projector.stop
        roster = projector.recorded.roster(utc) if utc is not None else None
        return {
            "no_duff": stop.emergency if stop else None,
            "duties": roster.duties if roster else (),
            "ending": roster.ending if roster else (),
        }

    def _contest(self, scenario: Scenario, runs: dict[str, Recall]) -> dict[str, Any]:
        if scenario.contest is None:
            return {}
        board = self._board.look(runs)
        if board is not self._scored:
            self._scored, self._scoring = board, Scoring(board)
        return self._scoring.told(scenario, self._language)

    def _team(self, take: Take, run: Recall) -> TeamRow:
        projector = self._projector
        stop, tick = take.stood(run.now), take.tick(run.now)
        holds = tuple(at for at in tick.holds if at > run.now) if tick else ()
        shown = take.team == projector.sight.team
        stands = "running" if shown and projector.running else "paused"
        stands = "held" if run.held else "over" if run.over else stands
        stands = "no-duff" if stop and stop.emergency else stands
        why = stop.why.into(self._language) if stop else ""
        return TeamRow(
            take.team, run.now, projector.pace, stands, why, take.number,
            holds=holds, **run.board(self._language)._asdict(),
        )  # fmt: skip

    def _standings(self, runs: dict[str, Recall]) -> tuple[Standing, ...]:
        rows = [standing(name, run, self._language) for name, run in runs.items()]
        return tuple(contested(rows, runs))


def _there(recorded: Recorded, utc: int | None) -> list[Person]:
    """Who had a seat then; everybody who ever had one, where nobody can say when that was."""
    return [
        it for it in recorded.people
        if utc is None or (it.came <= utc and (it.left is None or utc < it.left))
    ]  # fmt: skip


def _person(it: Person) -> PersonRow:
    return PersonRow(it.grant, it.part, it.team, it.role, it.name, "joined", 0)  # type: ignore[arg-type]


def _seats(team: str, run: Recall, people: list[Person], language: str) -> list[SeatRow]:
    return [
        SeatRow(
            team, name, role.title.into(language), name in run.state.staffed,
            sum((it.part, it.team, it.role) == ("player", team, name) for it in people),
        )
        for name, role in run.scenario.roles.items()
    ]  # fmt: skip


def _noted(recorded: Recorded, takes: dict[str, Take], runs: dict[str, Recall]) -> dict[str, Any]:
    """Notes and ratings that were made by now, of the takes that are shown. What was written for
    the review was written after all of it."""
    notebook = recorded.session.notebook
    notes = (note for note in notebook.notes if _made(note, takes, runs))
    ways = {name: recorded.way(take, runs[name].now) for name, take in takes.items()}
    ratings = notebook.told(ways)
    return {
        "notes": tuple(notes),
        "ratings": ratings.ratings,
        "set_aside": ratings.set_aside,
        "plan": notebook.plan,
        "feedback": notebook.feedback,
    }


def _made(note: NoteRow, takes: dict[str, Take], runs: dict[str, Recall]) -> bool:
    """Whether it was made by now, in the take that is shown."""
    if not note.team:
        return True
    return note.take == takes[note.team].number and note.at <= runs[note.team].now
