"""Laws of runs that go on elsewhere: what a journal retells is what was played there."""

import os
from contextlib import suppress
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine import events as e
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario.scenario import Scenario
from simulator.session import retelling
from simulator.session.journal import shapes
from simulator.session.journal.record import GENESIS, Record, read_record, write_record
from simulator.session.recalling import Forked, recalled, retold
from simulator.session.session import Session
from tests.laws.generated import world
from tests.laws.plays import GAPS, for_whom, setup_for, something
from tests.laws.test_laws import WRITTEN, same

SEEDS = st.integers(0, 1_000_000)
WORLDS = st.one_of(st.sampled_from(WRITTEN), SEEDS.map(world))
SHARES = st.floats(0, 1)

law = settings(max_examples=15 * int(os.environ.get("SOAK", "1")))


def setup_of(world: Scenario, dice: Random) -> Setup:
    """Perhaps at a level, or as a side."""
    setup = setup_for(world, dice)
    level, side = (dice.choice(["", *names]) for names in (world.levels, world.sides))
    return Setup(setup.seed, setup.staffed, setup.bots, (), setup.lacking, level, side)


def strayed(run: Exercise, dice: Random, steps: int) -> None:
    """Play on: somebody asks for things, and now and then, before they do, chance turns."""
    for _ in range(steps):
        with suppress(Refused):
            run.submit(something(run, dice), for_whom(dice))
        before = run.now
        run.advance(before + dice.choice(GAPS))
        if run.now > before and dice.random() < 0.1:
            run.reseed(dice.randrange(9))


def written_down(team: str, run: Exercise) -> list[Record]:
    """The records that retell a run, after they were a line each."""
    told = retelling.told_of(team, run, Forked("elsewhere", "one", 2, run.now, "c4a1"))
    drafts = [recalled(team, told.staffed, told.forked), *(retold(team, it) for it in told.deeds)]
    chain, read = GENESIS, []
    for seq, draft in enumerate(drafts, 1):
        assert shapes.fault(draft) == ""
        _, line = write_record(chain, seq, 0, draft, lambda: "5a17")
        record, chain = read_record(chain, seq, line.raw)
        read.append(record)
    return read


def begun_again(world: Scenario, run: Exercise) -> Session:
    """A session in which the run was retold, at the second at which it stands."""
    team = run.setup.side or "a-team"
    session = Session(world, retelling.header_of(world, run.setup, (team,), 60.0, 0))
    for record in written_down(team, run):
        session.apply(record)
    session.teams[team].advance(run.now)
    return session


@law
@given(WORLDS, SEEDS)
def test_a_run_that_is_retold_is_the_same_to_the_last_event(world: Scenario, seed: int):
    dice = Random(seed)
    run = Exercise(world, setup_of(world, dice))
    strayed(run, dice, 30)

    (team,) = begun_again(world, run).teams.values()

    assert same(team.exercise, run)
    assert team.exercise.asked == run.asked


@law
@given(WORLDS, SEEDS, SHARES, SHARES)
def test_a_fork_stands_where_its_origin_stood_and_plays_on_like_it(
    world: Scenario, seed: int, share: float, back: float
):
    dice = Random(seed)
    run = Exercise(world, setup_of(world, dice))
    strayed(run, dice, 30)
    at = int(run.now * share)
    before = Exercise.again(world, run.setup, run.asked, at, turns=run.turns)

    session = begun_again(world, before)
    (team,) = session.teams.values()

    assert [event for event in run.log if event.at < at] == [
        event for event in team.exercise.log if event.at < at
    ]
    assert team.now == at
    assert team.exercise.state.hash() == before.state.hash()
    # From there on both go the same way.
    for one in run.asked:
        if one.at >= at:
            for it in (before, team.exercise):
                it.advance(one.at)
                with suppress(Refused):
                    it.submit(one.command, one.stand_in)
    assert same(team.exercise, before)
    # And it can go back to before the fork, or to after it.
    to = int(team.now * back)
    if 0 <= to < team.now:
        team.rewind(to, "")
        there = Exercise.again(world, before.setup, before.asked, to, turns=before.turns)
        assert [e.as_data(it) for it in there.log] == [
            e.as_data(it) for it in team.exercise.log[: len(there.log)]
        ]
