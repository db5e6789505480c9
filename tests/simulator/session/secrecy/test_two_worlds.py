"""Two worlds that are equal for a seat and differ in everything else look the same from it.

Every byte, its order and its moment, every number, code and close, through late joins, returns,
lies, guesses, crashes and hand-overs. `make soak` plays fifty times as many.
"""

import os
from collections import Counter
from itertools import zip_longest

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.simulator.session.secrecy.intended import secret
from tests.simulator.session.secrecy.people import Seen
from tests.simulator.session.secrecy.plan import OTHER, OWN, Plan
from tests.simulator.session.secrecy.play import Played, play

SOAK = int(os.environ.get("SOAK", "1"))
# A smaller seed makes no smaller play.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
SEEDS = st.integers(0, 1_000_000)
EVENTFUL = (30, 1, 38, 47)
"""Plans in which together everything happened last time, to look at first."""

Watched = tuple[str, Seen]


def told(*worlds: Played) -> list[list[Watched]]:
    """What the seat was sent in each, but for who shares it where somebody does in any of them."""
    alone = not any("colleague" in world.stage.people for world in worlds)
    return [
        [
            (who, seen._replace(what=secret(seen.what)))
            for who, seen in world.seen
            if alone or not seen.what.startswith('{"type":"company"')
        ]
        for world in worlds
    ]


def difference(plan: Plan) -> tuple[int, Watched | None, Watched | None] | None:
    """The first that the seat is sent in one world and not in the other."""
    here, there = told(play(plan, "a"), play(plan, "b"))
    pairs = enumerate(zip_longest(here, there))
    return next(((n, one, other) for n, (one, other) in pairs if one != other), None)


@settings(max_examples=16 * SOAK, phases=UNSHRUNK)
@given(SEEDS)
def test_a_seat_is_sent_the_same_bytes_at_the_same_moments_whatever_is_hidden_from_it(seed: int):
    assert difference(Plan(seed)) is None


@settings(max_examples=2 * SOAK, phases=UNSHRUNK)
@given(SEEDS)
def test_a_play_of_the_same_world_is_the_same_play(seed: int):
    """Otherwise a difference would say nothing."""
    plan = Plan(seed)
    assert play(plan, "a").seen == play(plan, "a").seen


def test_the_plays_come_to_everything_that_a_seat_can_be_sent():
    """A law about plays in which nothing happens would hold as well."""
    kinds = {"welc", "view", "news", "answ", "wron", "cut", "closed", "shut"}
    codes = {"unknown", "watching", "control", "not-now", "over", "id", "closed", "target", "done"}
    ends = {"401", "4403", "4409", "4410", "4429"}
    wanted = kinds | codes | ends | {"malformed", "too-fast", "debrief"}
    seen: Counter[str] = Counter()
    for seed in dict.fromkeys((*EVENTFUL, *range(48))):
        if wanted <= seen.keys():
            break
        for _, one in play(Plan(seed), "a").seen:
            seen[one.kind if one.kind != "text" else one.what.partition('"type":"')[2][:4]] += 1
            seen[one.what if one.kind in ("closed", "shut") else _code(one.what)] += 1
    assert wanted <= seen.keys()


def _code(text: str) -> str:
    if '"debrief":' in text and '"debrief":null' not in text:
        return "debrief"
    if '"done":true' in text:
        return "done"
    return text.partition('"code":"')[2].partition('"')[0]


def test_the_two_worlds_of_a_plan_differ_in_what_happens_on_either_team():
    for seed in range(4):
        here, there = (play(Plan(seed), name).stage.host.session for name in "ab")
        for team in (OWN, OTHER):
            assert here.teams[team].exercise.log != there.teams[team].exercise.log
        assert here.scenario != there.scenario
