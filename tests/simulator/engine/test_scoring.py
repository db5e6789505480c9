"""Scoring of a contest: worth, bonus, hints, ties, standing still; and laws that hold for any."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random
from time import perf_counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.commands import Solve, TakeHint
from simulator.engine.scoring import (
    Hinted,
    Solved,
    Standings,
    TeamRun,
    run_of,
    standings,
    worth,
)
from simulator.scenario.contest import Contest
from tests.simulator.engine.flags import SHIFT, WING, contest
from tests.simulator.engine.playbook import Begin

NAMES = ("a", "b", "c")
PERSONS = ("Arta", "Besa", "SOC")
PRICES = (10, 30)


def board(**more: Any) -> Contest:
    """Three challenges of 100, 200 and 300 points with two hints each."""
    one = {
        "category": "x", "text": "?", "answers": [{"salt": "0" * 16, "hash": "0" * 64}],
        "hints": [{"text": "Hm.", "costs": price} for price in PRICES],
    }  # fmt: skip
    challenges = {
        name: one | {"title": name, "points": 100 * n} for n, name in enumerate(NAMES, start=1)
    }
    return Contest.model_validate(
        {"title": "T", "categories": {"x": {"title": "X"}}, "challenges": challenges} | more
    )


def solves(team: str, *found: tuple[str, int], by: str = "Arta") -> TeamRun:
    return TeamRun(team, tuple(Solved(name, at, by) for name, at in found))


def points(told: Standings) -> dict[str, int]:
    return {row.team: row.points for row in told.teams}


def ranks(told: Standings) -> list[tuple[int, str]]:
    return [(row.rank, row.team) for row in told.teams]


# Worth


def test_what_is_solved_brings_its_points_and_nothing_else_does():
    told = standings(board(), [solves("east", ("a", 60), ("c", 90)), TeamRun("west")])
    assert points(told) == {"east": 400, "west": 0}
    east, west = told.teams
    assert (east.solved, east.last, west.solved, west.last) == (2, 90, 0, None)
    assert [(row.challenge, row.worth, row.solves, row.first) for row in told.challenges] == [
        ("a", 100, 1, ("east",)), ("b", 200, 0, ()), ("c", 300, 1, ("east",)),
    ]  # fmt: skip


def test_worth_falls_in_equal_steps_for_all_who_solved_it():
    told = board(decay={"to": "50%", "after": 5})
    assert [worth(told, "b", number) for number in range(8)] == [
        200, 200, 175, 150, 125, 100, 100, 100,
    ]  # fmt: skip
    runs = [solves("east", ("b", 60)), solves("west", ("b", 90)), solves("north", ("b", 99))]
    assert points(standings(told, runs)) == {"east": 150, "west": 150, "north": 150}


def test_who_is_first_gets_a_share_of_the_whole_on_top_and_both_at_one_second():
    told = board(first="10%", decay={"to": "50%", "after": 2})
    runs = [solves("east", ("b", 60)), solves("west", ("b", 61))]
    assert points(standings(told, runs)) == {"east": 120, "west": 100}
    assert [row.firsts for row in standings(told, runs).teams] == [1, 0]

    tie = [solves("east", ("b", 60)), solves("west", ("b", 60))]
    assert points(standings(told, tie)) == {"east": 120, "west": 120}
    assert standings(told, tie).challenges[1].first == ("east", "west")


# Hints


def test_a_hint_costs_its_price_also_where_nothing_is_solved_but_a_team_stays_at_zero():
    hints = (Hinted("a", 1, 30, "Besa"), Hinted("a", 2, 31, "Arta"))
    east = replace(solves("east", ("a", 60)), hints=hints)
    told = standings(board(), [east, TeamRun("west", hints=hints)])
    assert points(told) == {"east": 60, "west": 0}
    assert [(row.team, row.name, row.points) for row in told.persons] == [
        ("east", "Arta", 70), ("east", "Besa", -10), ("west", "Besa", -10), ("west", "Arta", -30),
    ]  # fmt: skip


# Ranks


def test_equal_points_are_ranked_by_who_had_them_first():
    runs = [solves("east", ("a", 90)), solves("west", ("a", 60)), solves("north", ("b", 99))]
    assert ranks(standings(board(), runs)) == [(1, "north"), (2, "west"), (3, "east")]


def test_only_at_the_same_second_teams_share_a_rank_by_their_names():
    runs = [solves("west", ("a", 60)), solves("east", ("a", 60)), solves("north", ("a", 61))]
    assert ranks(standings(board(), runs)) == [(1, "east"), (1, "west"), (3, "north")]


def test_teams_without_a_point_share_the_last_rank():
    runs = [TeamRun("west"), TeamRun("east"), solves("north", ("a", 61))]
    assert ranks(standings(board(), runs)) == [(1, "north"), (2, "east"), (2, "west")]


# Standing still


def test_what_happens_from_the_second_of_standing_still_on_does_not_count():
    runs = [solves("east", ("a", 99), ("b", 100)), solves("west", ("b", 101))]
    told = standings(board(first="10%"), runs, until=100)
    assert points(told) == {"east": 110, "west": 0}
    assert (told.until, [row.solves for row in told.challenges]) == (100, [1, 0, 0])


def test_what_a_team_itself_did_is_true_for_it_and_tells_it_nothing_of_others():
    east, west = solves("east", ("b", 200)), solves("west", ("a", 50))
    told = board(first="10%", decay={"to": "50%", "after": 2})
    own = standings(told, [east, west], until=100, own="east")
    assert points(own) == {"east": 220, "west": 110}
    more = replace(west, solves=(*west.solves, Solved("b", 150, "Arta"), Solved("c", 160, "Arta")))
    assert standings(told, [east, more], until=100, own="east") == own


# From a run


def test_a_run_says_who_solved_what_and_who_took_which_hint(begin: Begin):
    play = begin(roles={"soc": {"short": "SOC"}}, contest=contest(), staffed=("soc",)).at("2h")
    play.when(TakeHint("soc", "shift", 1, "Besa"), Solve("soc", "shift", SHIFT, "Arta"))
    play.at("3h").when(Solve("soc", "wing", WING))
    world = play.exercise
    assert run_of("east", world.scenario, world.state) == TeamRun(
        "east",
        (Solved("shift", 7200, "Arta"), Solved("wing", 10_800, "SOC")),
        (Hinted("shift", 1, 7200, "Besa"),),
    )


# Laws: what is told of a team is written by a seed, which costs less than drawing it piece by piece

SOAK = int(os.environ.get("SOAK", "1"))
SEEDS = st.integers(0, 10**9)
law = settings(max_examples=120 * SOAK)


class World:
    """Some board, and what up to six teams did on it within a few seconds."""

    def __init__(self, seed: int) -> None:
        self.dice = dice = Random(seed)
        decay = {"to": dice.choice(("10%", "50%", "77%")), "after": dice.randint(2, 5)}
        more = {"decay": decay} if dice.random() < 0.7 else {}
        self.board = board(first=dice.choice(("0%", "10%", "33%")), **more)
        self.runs = [self._run(f"team-{number}") for number in range(dice.randint(1, 6))]
        self.until = dice.choice((None, 0, 2, 3, 5))

    def _run(self, team: str) -> TeamRun:
        found = self.dice.sample(NAMES, self.dice.randint(0, len(NAMES)))
        hints = [(name, hint) for name in NAMES for hint in (1, 2) if self.dice.random() < 0.2]
        return TeamRun(
            team,
            tuple(Solved(name, *self.moment()) for name in found),
            tuple(Hinted(name, hint, *self.moment()) for name, hint in hints),
        )

    def moment(self) -> tuple[int, str]:
        return self.dice.randrange(6), self.dice.choice(PERSONS)

    def mixed(self, told: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(self.dice.sample(told, len(told)))


@law
@given(SEEDS)
def test_the_order_in_which_things_are_told_does_not_matter(seed: int):
    world = World(seed)
    mixed = [
        TeamRun(run.team, world.mixed(run.solves), world.mixed(run.hints))
        for run in world.mixed(world.runs)
    ]
    told = standings(world.board, world.runs, world.until)
    assert standings(world.board, mixed, world.until) == told


@law
@given(SEEDS)
def test_more_solvers_never_raise_a_worth_nor_bring_it_below_its_share(seed: int):
    told = World(seed).board
    for name, challenge in told.challenges.items():
        worths = [worth(told, name, number) for number in range(8)]
        least = challenge.points * (told.decay.to if told.decay else 1)
        assert worths == sorted(worths, reverse=True)
        assert worths[1] == challenge.points
        assert abs(worths[-1] - least) < 1
        if told.decay:
            assert worths[told.decay.after] == worths[-1]


@law
@given(SEEDS)
def test_nothing_later_changes_what_stands_still(seed: int):
    world, later = World(seed), World(seed + 1)
    runs, until = world.runs, world.until or 3
    more = [*runs]
    for number, (run, new) in enumerate(zip(runs, later.runs, strict=False)):
        known = {solve.challenge for solve in run.solves}
        solves = (it._replace(at=until + it.at) for it in new.solves if it.challenge not in known)
        hints = (it._replace(at=until + it.at) for it in new.hints)
        more[number] = TeamRun(run.team, (*run.solves, *solves), (*run.hints, *hints))
    assert standings(world.board, more, until) == standings(world.board, runs, until)


@law
@given(SEEDS)
def test_a_hint_takes_from_who_took_it_and_from_nobody_else(seed: int):
    world = World(seed)
    first, *rest = world.runs
    hint = world.dice.choice((1, 2))
    taker = replace(first, hints=(*first.hints, Hinted("b", hint, *world.moment())))
    before = standings(world.board, world.runs)
    after = standings(world.board, [taker, *rest])

    def others(shown: Standings) -> set[Any]:
        return {(r.team, r.name, r.points) for r in shown.persons if r.team != first.team}

    assert others(before) == others(after)
    had, has = points(before), points(after)
    assert has == had | {first.team: has[first.team]}
    assert had[first.team] - PRICES[hint - 1] <= has[first.team] <= had[first.team]
    assert before.challenges == after.challenges


@law
@given(SEEDS)
def test_people_together_have_what_their_team_has(seed: int):
    world = World(seed)
    shown = standings(world.board, world.runs, world.until)
    for row in shown.teams:
        mates = [person for person in shown.persons if person.team == row.team]
        assert row.points == max(0, sum(mate.points for mate in mates))
        assert row.solved == sum(mate.solved for mate in mates)


@law
@given(SEEDS)
def test_ranks_are_shared_only_where_points_and_time_are_the_same(seed: int):
    world = World(seed)
    rows = standings(world.board, world.runs).teams
    assert rows[0].rank == 1
    for place, (one, other) in enumerate(pairwise(rows), start=2):
        same = (one.points, one.last) == (other.points, other.last)
        assert (other.rank == one.rank) if same else (other.rank == place)
        assert one.points >= other.points
        if same:
            assert one.team < other.team


def test_two_hundred_teams_and_thirty_challenges_are_scored_between_two_pictures():
    challenges = {f"c{n}": {**contest()["challenges"]["shift"], "title": f"{n}"} for n in range(30)}
    told = Contest.model_validate(contest(challenges=challenges))
    dice = Random(1)
    runs = [
        TeamRun(
            f"team-{n}",
            tuple(Solved(c, dice.randrange(9999), dice.choice(PERSONS)) for c in challenges),
            tuple(Hinted(c, 1, dice.randrange(9999), dice.choice(PERSONS)) for c in challenges),
        )
        for n in range(200)
    ]
    begun = perf_counter()
    rows = standings(told, runs).teams
    assert perf_counter() - begun < 0.5  # it takes a thirtieth of that
    assert len(rows) == 200
