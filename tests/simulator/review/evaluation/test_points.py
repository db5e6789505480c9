"""Strengths and areas for improvement: what they say is so, and what is urgent stands first."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.review.evaluation import Grounds, points
from simulator.review.findings import ClockFound, Observation, Point, Rated, Series, TeamFound
from simulator.review.found import findings
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded, Take
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.journal.record import Draft
from tests.simulator.review.rich import EVERYTHING, rich
from tests.simulator.session.journal.scribe import Scribe

HOUR = 3600


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich(tmp_path_factory.mktemp("points") / "rich")


@pytest.fixture(scope="module")
def played(folder: Path) -> Recorded:
    return recorded(folder)


@pytest.fixture(scope="module")
def teams(folder: Path, played: Recorded) -> dict[str, TeamFound]:
    return {team.team: team for team in findings(played, folder, "en").teams}


def grounds(take: Take, team: TeamFound, **other: Any) -> Grounds:
    given = {
        "objectives": team.objectives, "decisions": team.decisions, "clocks": team.clocks,
        "reports": team.reports, "unread": team.unread, "series": team.series, "observations": (),
    }  # fmt: skip
    return Grounds(take, "en", **{**given, **other})


def nothing(take: Take, team: TeamFound, **other: Any) -> Grounds:
    """Grounds in which only these things are told of."""
    return grounds(
        take, team, **dict.fromkeys(
            ("objectives", "decisions", "clocks", "reports", "unread", "series"), ()
        ) | other,
    )  # fmt: skip


def words(points: tuple[Point, ...]) -> list[str]:
    return [point.words for point in points]


def test_what_is_urgent_stands_first(teams: dict[str, TeamFound]):
    for name in ("north", "south"):
        assert teams[name].areas[0].words.startswith("Urgent, as ")
        assert [point.weight for point in teams[name].areas] == sorted(
            (point.weight for point in teams[name].areas), reverse=True
        )


def test_clocks_are_told_with_what_they_were_met_or_missed_by(
    played: Recorded, teams: dict[str, TeamFound]
):
    """South was to report by 09:20 and did so at 09:40; north had an hour and needed a minute."""
    log = played.take("south").log
    due = next(it.due for it in log if isinstance(it, e.ReportDue) and it.report == "damage")
    sent = next(it.at for it in log if isinstance(it, e.ReportSent))

    assert sent - due == 20 * 60
    assert "ARCH sent “Damage” 20 minutes too late" in words(teams["south"].areas)
    assert "ARCH sent “Damage” 59 minutes before its deadline" in words(teams["north"].strengths)
    assert "ARCH never sent “Damage”, which was due on Mon 09:20" in words(teams["harbour"].areas)


def test_decisions_are_told_as_taken_well_or_not_or_not_at_all(teams: dict[str, TeamFound]):
    assert "ARCH decided as advised: Who lights the lamp? → The archive" in words(
        teams["north"].strengths
    )
    missed = "ARCH did not decide in time: Who lights the lamp? → Nobody (the default)"
    assert missed in words(teams["harbour"].areas)
    assert not any("lights the lamp" in said for said in words(teams["north"].areas))


def test_whoever_decides_otherwise_is_told_what_was_advised(folder: Path, played: Recorded):
    """In its first take north burnt the post, without having read of the lamp."""
    (first,) = findings(played, folder, "en", ["north"], take=1).teams

    said = [it for it in words(first.areas) if it.startswith("ARCH decided otherwise")]
    assert len(said) == 1
    assert said[0].endswith("(advised: The archive)")


def test_what_control_answers_in_a_roles_place_is_not_the_roles_merit(
    played: Recorded, teams: dict[str, TeamFound]
):
    take, team = played.take("north"), teams["north"]
    keyed = tuple(replace(it, stand_in=True) for it in team.decisions)

    found = points(nothing(take, team, decisions=keyed))

    assert "ARCH" not in " ".join(words(found.strengths + found.areas))


def test_what_lay_unread_is_told_where_somebody_answered_all_the_same(
    teams: dict[str, TeamFound],
):
    said = "ARCH answered “Who lights the lamp?” with this unread: “Something moved”"
    (point,) = [it for it in teams["south"].areas if it.words == said]

    (letter,) = [it for it in teams["south"].unread if it.subject == "Something moved"]
    assert {*letter.cites} <= {*point.cites}
    assert not any("with this unread" in it for it in words(teams["harbour"].areas))


def test_the_adversary_is_told_as_it_ended(played: Recorded, teams: dict[str, TeamFound]):
    for name, team in teams.items():
        take = played.take(name)
        scenario, steps = take.scenario, take.run.state.steps
        for step, state in steps.items():
            title = scenario.step[step].title.into("en")
            could = scenario.step[step].stopped_by or scenario.step[step].blocked_by
            good = any(said.endswith(f": {title}") for said in words(team.strengths))
            bad = any(said.endswith(f": {title}") for said in words(team.areas))
            assert good == bool(could and state.phase in ("stopped", "blocked")), (name, step)
            assert bad == bool(could and state.phase == "done"), (name, step)
            began = any(isinstance(it, e.StepStarted) and it.step == step for it in take.log)
            assert not (
                began and f"The adversary could not begin: {title}" in words(team.strengths)
            )
    # and one that was held up by what it did before that: it gnawed all the time
    south = played.take("south")
    own = [it for it in south.log if getattr(it, "step", "") == "gnaw"]
    since = next(it.at for it in own if isinstance(it, e.StepStarted))
    held = next(it.at for it in own if isinstance(it, e.StepBlocked))
    assert (held - since) // 60 == 45
    again = "on Mon 10:35 until the end, 45 minutes after it began: Gnaws at the pages"
    assert f"The adversary was held up {again}" in words(teams["south"].strengths)
    [mark] = [
        it for lane in teams["south"].lanes for it in lane.marks if it.words == "Gnaws at the pages"
    ]
    assert (mark.at, mark.end) == (since, held)
    assert {"held up"} == {
        it.best for it in teams["south"].techniques if "Gnaws at the pages" in it.steps
    }


def test_reports_are_told_with_the_fields_that_were_wrong(teams: dict[str, TeamFound]):
    said = next(it for it in words(teams["south"].areas) if it.startswith("Wrong in"))
    report = next(it for it in teams["south"].reports if it.report == "damage")

    assert said.endswith(f": {', '.join(report.wrong)}")
    assert "“Damage” by ARCH on Mon 08:31 was complete and right" in words(teams["north"].strengths)


def test_what_evaluators_differ_on_is_in_neither(teams: dict[str, TeamFound]):
    north = teams["north"]
    both = words(north.strengths + north.areas)
    rated = [it for one in north.objectives for it in one.ratings]
    rated += [it for one in north.objectives for task in one.tasks for it in task.ratings]
    texts = [it.text for it in rated if it.text]

    assert len(texts) == 4
    assert not any(" ".join(text.split()) in said for text in texts for said in both)
    # Nor is the reason for which control set a better rating anybody's strength.
    assert not any("on “Keep the pages” (S): Seen." in said for said in both)


def test_what_could_not_come_true_is_nobodys_fault(played: Recorded, teams: dict[str, TeamFound]):
    take, team = played.take("south"), teams["south"]
    told = [it.words for it in team.areas if it.words.startswith("Not met")]
    assert told == ["Not met: The log book is kept"]

    without = tuple(replace(it, evidence=False) for it in team.objectives)

    found = points(nothing(take, team, objectives=without))
    assert not any(said.startswith("Not met") for said in words(found.areas))
    assert any(said.startswith("Met on") for said in words(found.strengths))


def test_a_seat_that_its_bot_had_by_then_is_nobodys_fault(tmp_path: Path):
    """Arta leaves the archive before she has decided or reported anything."""
    scribe = Scribe.begin(tmp_path / "session", EVERYTHING)
    control = scribe.sit(Place("control"), "Besa")
    scribe.sit(Place("player", "team", "archive"))
    scribe.do(control, acts.Start())
    scribe.advance(60)
    scribe.keep(Draft("left", team="team", body={"role": "archive"}))
    scribe.advance(4 * HOUR)
    scribe.keep_head()
    scribe.close()
    path = tmp_path / "session"
    (team,) = findings(recorded(path), path, "en").teams

    assert any(decision.bot for decision in team.decisions)
    assert "ARCH" not in " ".join(words(team.strengths + team.areas))


def test_an_evaluators_rating_speaks_for_or_against(played: Recorded, teams: dict[str, TeamFound]):
    take, team = played.take("harbour"), teams["harbour"]
    for grade, good in (("P", True), ("S", None), ("M", False), ("U", False)):
        rated = Rated("Vesa", grade, "Seen\n it.", 60)  # type: ignore[arg-type]  # a letter of it
        objective = replace(team.objectives[0], tasks=(), ratings=(rated,))
        found = points(nothing(take, team, objectives=(objective,)))
        said = [f"Vesa on “Keep the pages” ({grade}): Seen it."]
        assert [it for it in words(found.strengths) if "Vesa" in it] == (said if good else [])
        assert [it for it in words(found.areas) if "Vesa" in it] == (said if good is False else [])


def note(by: str, objective: str, *marks: str) -> Observation:
    return Observation(1, "harbour", 1, 60, 0, by, objective, "", "The bell\nrang.", marks, (3,))


def test_a_note_speaks_as_its_author_rated_and_nobody_guesses_otherwise(
    played: Recorded, teams: dict[str, TeamFound]
):
    take, team = played.take("harbour"), teams["harbour"]
    rated = (Rated("Vesa", "M", "", 0), Rated("Arben", "M", "", 0))
    objectives = (replace(team.objectives[1], tasks=(), ratings=rated),)
    notes = (note("Vesa", "serve-readers"), note("Lule", "serve-readers"), note("Arben", ""))

    found = points(nothing(take, team, objectives=objectives, observations=notes))

    noted = [it for it in found.strengths + found.areas if "noted" in it.words]
    assert [it.words for it in noted] == ["Vesa noted: The bell rang."]
    assert noted[0] in found.areas
    assert (noted[0].objective, noted[0].cites) == ("serve-readers", (3,))


def clock(**other: Any) -> ClockFound:
    given = {
        "report": "damage", "title": "Damage", "role": "archive", "since": 0, "due": HOUR,
        "sent": HOUR, "met": True, "late": None, "cites": (4,),
    }  # fmt: skip
    return ClockFound(**{**given, **other})


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (clock(), "ARCH sent “Damage” 0 seconds before its deadline"),
        (clock(sent=1), "ARCH sent “Damage” 1 hour before its deadline"),
        (clock(sent=0), "ARCH sent “Damage” 1 hour before its deadline"),
        (clock(sent=HOUR + 7, met=False, late=7), "ARCH sent “Damage” 7 seconds too late"),
        (clock(sent=None, met=False), "ARCH never sent “Damage”, which was due on Mon 09:00"),
        (clock(sent=None, met=False, open=True), None),
        (clock(role="mainland"), None),  # nobody sat there
    ],
)
def test_a_clock_that_runs_or_that_is_a_bots_is_nobodys_merit(
    played: Recorded, teams: dict[str, TeamFound], found: ClockFound, said: str | None
):
    take, team = played.take("south"), teams["south"]
    told = points(nothing(take, team, clocks=(found,)))

    its = [it for it in told.strengths + told.areas if it.cites == (4,)]
    assert words(tuple(its)) == ([said] if said else [])
    assert all(it.objective == "" and (it in told.strengths) == found.met for it in its)


def series(asset: str, lowest: float, at_end: float, defence: bool = False) -> Series:
    return Series(
        asset, "service", asset.title(), "%", 0, 100, (), (), lowest, at_end, (None, None), (),
        defence,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asset", "lowest", "at_end", "good"),
    [
        ("vault", 20, 95, True),  # it was brought back
        ("vault", 20, 60, False),
        ("vault", 60, 60, None),
        ("vault", 95, 100, True),  # the adversary was there
    ],
)
def test_a_service_fell_came_back_or_held(
    played: Recorded, teams: dict[str, TeamFound], asset: str, lowest: float, at_end: float,
    good: bool | None,
):  # fmt: skip
    take = played.take("south")
    found = points(nothing(take, teams["south"], series=(series(asset, lowest, at_end),)))

    strengths, areas = (
        [it for it in its if it.words.startswith("Vault: ")]
        for its in (found.strengths, found.areas)
    )
    assert (len(strengths), len(areas)) == (int(good is True), int(good is False))
    assert all(it.cites for it in (*strengths, *areas))


def test_what_defenders_cut_off_themselves_is_no_blow_and_its_return_no_feat(
    played: Recorded, teams: dict[str, TeamFound]
):
    # given the vault, whose doors were closed by an order
    take = played.take("south")
    south = {
        at_end: points(
            nothing(take, teams["south"], series=(series("vault", 20, at_end, defence=True),))
        )
        for at_end in (20, 60, 95)
    }
    told = "Vault: cut off or switched off in defence, and at 20 % at the end"
    assert told in words(south[20].areas)
    for at_end in (60, 95):
        every = words(south[at_end].strengths + south[at_end].areas)
        assert not any(said.startswith("Vault: ") for said in every)


def test_that_what_measures_wanted_safe_was_unplugged_is_nothing_to_mend(
    played: Recorded, teams: dict[str, TeamFound]
):
    take, team = played.take("south"), teams["south"]
    down = (series("vault", 20, 20, defence=True),)
    about = [
        f"{name}/{number}"
        for name, objective in take.scenario.objectives.items()
        for number, (_, measure) in enumerate(objective.every_measure())
        if "'vault'" in repr(measure)
    ]
    assert len(about) > 1
    for met in (about, about[1:], []):
        objectives = tuple(
            replace(one, tasks=tuple(
                replace(task, measures=tuple(
                    replace(it, met=it.id in met) if it.id in about else it for it in task.measures
                )) for task in one.tasks
            )) for one in team.objectives
        )  # fmt: skip
        areas = words(points(nothing(take, team, series=down, objectives=objectives)).areas)
        assert any(said.startswith("Vault: cut off") for said in areas) == (met != about)


def test_that_the_adversary_was_stopped_is_said_with_how_long_it_had_gone_on(
    played: Recorded, teams: dict[str, TeamFound]
):
    """In rich it was stopped before it began; here it begins an hour before, or at that second."""
    take = played.take("south")
    stopped = next(it for it in take.log if isinstance(it, e.StepStopped))
    title = take.scenario.step[stopped.step].title.into("en")
    for since, said in ((0, ""), (HOUR, ", 1 hour after it began")):
        began = e.StepStarted(stopped.at - since, (), stopped.step)
        run: Any = SimpleNamespace(
            log=[began, *take.log[1:]], annals=take.run.annals, over=True, state=take.run.state,
            scenario=take.scenario, setup=take.run.setup, turns=take.run.turns,
        )  # fmt: skip
        found = points(nothing(replace(take, run=run), teams["south"])).strengths
        told = [it for it in words(found) if "was stopped on" in it]
        assert told == [f"The adversary was stopped on Mon 08:58{said}: {title}"]


def test_of_each_kind_only_the_weightiest_are_told(played: Recorded, teams: dict[str, TeamFound]):
    take, team = played.take("harbour"), teams["harbour"]
    (missed,) = team.decisions[:1]
    more = team.cited[:1]
    many = tuple(replace(missed, ask=f"Question {n}?", led_to=more * n) for n in range(9))

    areas = points(nothing(take, team, decisions=many)).areas

    told = [it for it in areas if "did not decide in time" in it.words]
    assert len(told) == 8
    assert "Question 0?" not in " ".join(words(tuple(told)))


def test_without_people_nothing_over_the_desks_is_anybodys_merit(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session", EVERYTHING)
    control = scribe.sit(Place("control"), "Besa")
    scribe.do(control, acts.Start())
    for second in (4 * HOUR, 8 * HOUR, 13 * HOUR):
        scribe.advance(second)
        if scribe.session.teams["team"].exercise.held:
            scribe.ask(control, c.Proceed(c.CONTROL))
    scribe.keep_head()
    scribe.close()
    path = tmp_path / "session"
    (team,) = findings(recorded(path), path, "en").teams

    both = " ".join(words(team.strengths + team.areas))
    assert team.decisions
    assert "ARCH" not in both
    assert "adversary" in both
