"""The golden journals: sessions as they were written once, which must be played the same for ever.

`pytest tests/simulator/session/journal --update-golden` writes them anew, which is right only
where the engine is meant to play otherwise. As a program, says how they stand when played now.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, Final

from simulator.engine.commands import CONTROL, Message
from simulator.engine.errors import Refused
from simulator.engine.events import as_data
from simulator.engine.exercise import Exercise
from simulator.scenario.folder import Files
from simulator.session import acts, folder, retelling
from simulator.session.drafting import Place, hold_points
from simulator.session.folder import JOURNAL, SCENARIO
from simulator.session.grants import Grant
from simulator.session.journal import head
from simulator.session.journal.record import Draft
from simulator.session.recalling import Forked
from simulator.session.retelling import Pen
from simulator.session.room import RatingRow, SetAsideRow
from tests.laws.plays import something
from tests.simulator.session.journal.scribe import FIRST_WATCH, ROOT, Quick, Scribe, rated

KEPT: Final = Path(__file__).parent / "golden"
STANDS: Final = "stands.json"
HOUR: Final = 3600
WATCH: Final = Place("player", "team", "watch")


def first_watch(path: Path) -> None:
    """One person and control, a short evening with a pause, and a second host after a crash."""
    scribe = Scribe.begin(path, FIRST_WATCH)
    control = scribe.sit(Place("control"), "Besa Hoxha")
    watch = scribe.sit(WATCH)
    scribe.do(control, acts.Start())
    played(scribe, {("team", "watch"): [watch]}, control, steps=25, stride=240, seed=1)
    scribe.do(control, acts.Pause(why="Coffee."))
    scribe.keep(Draft("opened", body={"epoch": "0f0f"}))
    scribe.do(control, acts.Run())
    played(scribe, {("team", "watch"): [watch]}, control, steps=15, stride=240, seed=2)
    scribe.stand()
    scribe.keep_head()
    scribe.close()


def wiper_2022(path: Path) -> None:
    """Two teams, two people in some seats, a seat left to its bot, one handed over, one taken
    away, an observer, pauses, paces and jumps, over three and a half days."""
    teams = ("red-barn", "blue-barn")
    scribe = Scribe.begin(path, ROOT / "scenarios" / "wiper-2022", teams)
    control = scribe.sit(Place("control"), "Besa Hoxha")
    roles = [name for name, role in scribe.session.scenario.roles.items() if not role.response_cell]
    seats = {
        (team, role): [scribe.sit(Place("player", team, role), f"{role} of {team}")]
        for team in teams
        for role in roles[: 4 if team == "red-barn" else 3]
    }
    seats[teams[0], roles[0]].append(scribe.sit(Place("player", teams[0], roles[0]), "Dritan"))
    scribe.sit(Place("observer", teams[1], roles[1]), "An observer")
    scribe.do(control, acts.Start())
    played(scribe, seats, control, steps=30, stride=HOUR, seed=3)
    scribe.do(control, acts.Pause(team=teams[0], why="A call from the ministry."))
    scribe.do(control, acts.Pace(pace=600.0, team=teams[1]))
    scribe.do(control, acts.Run(team=teams[0]))
    former = seats[teams[1], roles[0]][0]
    scribe.do(control, acts.HandOver(seat=former.id))
    place = Place("player", teams[1], roles[0], replaces=former.id)
    seats[teams[1], roles[0]] = [scribe.sit(place, "Elira, who follows")]
    scribe.keep(Draft("left", team=teams[0], body={"role": roles[2]}))
    played(scribe, seats, control, steps=40, stride=HOUR, seed=4)
    scribe.keep(Draft("returned", team=teams[0], body={"role": roles[2]}))
    scribe.do(control, acts.Revoke(seat=seats[teams[0], roles[0]][1].id))
    ahead = max(team.now for team in scribe.session.teams.values()) + 5 * HOUR
    scribe.do(control, acts.Jump(to=ahead))
    played(scribe, seats, control, steps=40, stride=HOUR // 2, seed=5)
    scribe.stand()
    scribe.do(control, acts.Close())
    scribe.keep_head()
    scribe.close()


def torn(path: Path) -> None:
    """The same evening as `first-watch`, but the power failed while the last line was written."""
    first_watch(path)
    kept = head.read(path)
    journal = (path / JOURNAL).read_bytes()
    scribe = Scribe(folder.open_(path, disk=Quick()), seed=9)
    watch = next(grant for grant in scribe.session.grants if grant.plays)
    scribe.note(watch, "Nobody was told that this was kept.")
    scribe.close()
    longer = (path / JOURNAL).read_bytes()
    (path / JOURNAL).write_bytes(longer[: len(journal) + (len(longer) - len(journal)) // 2])
    assert head.read(path) == kept


def control_room(path: Path) -> None:
    """Two people of control: hold points, takes, an emergency, duties, notes, and ENDEX by both."""
    scribe = Scribe.begin(path, FIRST_WATCH)
    control, second = (scribe.sit(Place("control"), name) for name in ("Besa Hoxha", "Agim"))
    scribe.connected = frozenset({control.id, second.id})
    seats = {("team", "watch"): [scribe.sit(WATCH)]}
    evaluator = scribe.sit(Place("evaluator", "team", "watch"), "Vesa")
    scribe.do(control, acts.HoldPoint(at=900))
    scribe.do(control, acts.Start())
    scribe.do(second, acts.Duty(duty="clock"))
    scribe.do(control, acts.Pause())
    played(scribe, seats, control, steps=12, stride=240, seed=6)
    scribe.keep(*hold_points(scribe.session))
    scribe.do(evaluator, acts.Observe(text="They read the log first.", marks=("hot-wash",)))
    scribe.do(second, acts.Rewind(to=300, why="Once more."))
    scribe.do(second, acts.Run())
    scribe.ask(control, Message("agency", ("watch",), "We agree."), seat="agency")
    played(scribe, seats, control, steps=12, stride=240, seed=7)
    scribe.do(control, acts.NoDuff(why="Smoke in the hall."))
    played(scribe, seats, control, steps=2, stride=1, seed=8)
    scribe.do(control, acts.Lift())
    scribe.do(second, acts.Lift())
    scribe.do(second, acts.Run())
    objective = next(iter(scribe.session.scenario.objectives), "")
    scribe.do(evaluator, acts.Rate(objective=objective, grade="S", text="With some help."))
    scribe.do(second, acts.Duty(duty="clock", off=True))
    for who in (control, second):
        scribe.do(who, acts.End(why="All is met."))
    scribe.stand()
    lessons(scribe, control, seats["team", "watch"][0])
    scribe.keep_head()
    scribe.close()


def lessons(scribe: Scribe, control: Grant, player: Grant) -> None:
    """What is written once it is over: a second rating, one set aside, a plan, feedback."""
    objective = next(iter(scribe.session.scenario.objectives))
    scribe.do(control, acts.Rate(objective=objective, grade="M", text="Late."))
    over = acts.SetAside(objective=objective, grade="S", why="The line was down for real.")
    scribe.do(control, over)
    row = acts.Plan(
        issue="Nobody knew whom to call.", capability="Public information", element="planning",
        action="Keep a list of telephones.", owner="The duty officer", starts="2027-01-18",
        due="2027-03-01", check=f"{objective}/0", evidence=(0, 3),
    )  # fmt: skip
    scribe.do(control, row)
    scribe.do(control, acts.Plan(issue="Slow.", action="Train.", element="training"))
    scribe.do(control, row.model_copy(update={"item": "1", "owner": "The head of the watch"}))
    scribe.do(control, acts.Plan(item="2", off=True))
    form = acts.Feedback(
        sheet="a-sheet-of-paper-1", scores=(("plausible", 5), ("pace", 2)),
        texts=(("change", "Two nights are too long."),),
    )  # fmt: skip
    scribe.do(player, form)
    watching = scribe.sit(Place("observer", "team", "watch"), "Ilir")
    scribe.do(watching, form.model_copy(update={"anonymous": True, "scores": (("pace", 4),)}))


def gone_on(path: Path) -> None:
    """A fork of another evening, in which chance falls otherwise: people come and play on."""
    before = Scribe.begin(path.with_name(f"{path.name}-before"), FIRST_WATCH)
    leads, watch = before.sit(Place("control"), "Besa Hoxha"), before.sit(WATCH, "Arta")
    before.do(leads, acts.Start())
    before.ask(leads, Message("agency", ("watch",), "We agree."), seat="agency")
    played(before, {("team", "watch"): [watch]}, leads, steps=25, stride=240, seed=10)
    before.close()
    [team] = before.session.teams.values()
    at, run = team.now - 300, team.exercise
    again = Exercise.again(run.scenario, run.setup, run.asked, at, turns=run.turns)
    again.reseed(11)
    forked = Forked(before.session.header.session, "team", 1, at, before.opened.journal.chain)
    told = retelling.told_of("team", again, forked, vacated=True)
    header = replace(before.session.header, session="f04ced")
    pen = Pen(Quick(), lambda: before.dice.randbytes(16).hex())
    retelling.write(path, Files(FIRST_WATCH).raw, header, [told], before.utc, pen)

    scribe = Scribe(folder.open_(path, disk=Quick()), seed=2)
    control, watch = scribe.sit(Place("control"), "Agim"), scribe.sit(WATCH, "Elira")
    scribe.do(control, acts.Run())
    played(scribe, {("team", "watch"): [watch]}, control, steps=15, stride=240, seed=12)
    scribe.stand()
    scribe.keep_head()
    scribe.close()


GOLDEN: Final[dict[str, Callable[[Path], None]]] = {
    "first-watch": first_watch, "wiper-2022": wiper_2022, "torn": torn,
    "control-room": control_room, "gone-on": gone_on,
}  # fmt: skip


def played(
    scribe: Scribe,
    seats: dict[tuple[str, str], list[Grant]],
    control: Grant,
    steps: int,
    stride: int,
    seed: int,
) -> None:
    """Somebody asks for something, now and then control, and time goes on."""
    dice = Random(f"golden/{seed}")
    teams = [*scribe.session.teams.values()]
    for _ in range(steps):
        for team in teams:
            command = something(team.exercise, dice)
            people = seats.get((team.name, command.role), [])
            seat = control if command.role == CONTROL else dice.choice([*people, None])
            with suppress(Refused):
                if seat and type(command).__name__ != "Conclude":
                    scribe.ask(seat, command, team.name)
            team.advance(team.now + dice.randrange(stride))


def written(row: Any) -> dict[str, Any]:
    """What somebody wrote; what is told of a rating beside that follows from the order of all."""
    told = asdict(row)
    if isinstance(row, RatingRow | SetAsideRow):
        for name in ("take", "back", "informed"):
            told.pop(name, None)
    return told


def stands(path: Path) -> dict[str, Any]:
    """How a session stands once it was taken up: all that must stay the same."""
    it = folder.open_(path, disk=Quick())
    it.close()
    notebook, ratings = it.session.notebook, rated(it.session)
    lessons = ratings.set_aside, notebook.plan, notebook.feedback
    answers = [
        (by, id, *answer[:3], answer.why.into("en"), *answer[4:])
        for (by, id), (_, answer) in it.session.answers.first.items()
    ]
    return {
        "records": it.journal.seq,
        "chain": it.journal.chain,
        "notes": len(it.notes),
        "answers": len(answers),
        "answered": digest(answers),
        "grants": digest([asdict(grant) for grant in it.session.grants]),
        "noted": digest([[*map(asdict, notebook.notes)], [*map(written, ratings.ratings)]]),
        "learnt": digest([[*map(written, rows)] for rows in lessons]),
        "teams": {
            team.name: {
                "now": team.now,
                "stands": team.stands,
                "take": team.take,
                "state": team.exercise.state.hash(),
                "events": len(team.exercise.log),
                "told": digest([as_data(event) for event in team.exercise.log]),
            }
            for team in it.session.teams.values()
        },
    }


def digest(told: Any) -> str:
    return sha256(json.dumps(told, sort_keys=True, default=list).encode()).hexdigest()


def unpacked(name: str, path: Path) -> Path:
    """The session as it was kept."""
    path.mkdir(parents=True)
    for file in (JOURNAL, head.NAME):
        (path / file).write_bytes((KEPT / name / file).read_bytes())
    with zipfile.ZipFile(KEPT / name / f"{SCENARIO}.zip") as scenario:
        scenario.extractall(path / SCENARIO)
    return path


def keep(name: str, work: Path) -> None:
    """Make a golden journal anew."""
    path = work / name
    GOLDEN[name](path)
    to = KEPT / name
    to.mkdir(parents=True, exist_ok=True)
    for file in (JOURNAL, head.NAME):
        (to / file).write_bytes((path / file).read_bytes())
    with zipfile.ZipFile(to / f"{SCENARIO}.zip", "w", zipfile.ZIP_DEFLATED) as scenario:
        for part in sorted(p for p in (path / SCENARIO).rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(part.relative_to(path / SCENARIO).as_posix())
            scenario.writestr(entry, part.read_bytes(), zipfile.ZIP_DEFLATED)
    told = stands(unpacked(name, work / "again"))
    (to / STANDS).write_text(json.dumps(told, indent=2) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as work:
        now = {name: stands(unpacked(name, Path(work) / name)) for name in GOLDEN}
    sys.stdout.write(json.dumps(now))
