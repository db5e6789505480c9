"""wiper-2022 is a good exercise: large enough, busy enough, and without an obvious answer."""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import pairwise

import pytest

from simulator.scenario import Scenario, load
from simulator.scenario.injects import Channel
from simulator.scenario.library import shipped
from simulator.scenario.words import texts_of
from simulator.session.skip import NEWS
from tests.scenarios.trials import averaged, mean, measured, play, play_choosing

SOAK = int(os.environ.get("SOAK", "1"))
FEW, MORE = SOAK, 4 * SOAK
"""On so many seeds all options of a decision are tried; on more, where few leave a doubt."""

PLAYERS = ("akshi", "akcesk", "csmu", "interior", "prime-minister")
CELLS = ("nato", "vendor", "media")
IDLE = 20 * 60
"""Real seconds after which a role without news is idle."""

WEIGHTY = 2.0
"""Points by which a figure must differ to count as another course of events."""


@cache
def wiper() -> Scenario:
    return load(shipped()["wiper-2022"])


def decisions_with_options() -> list[str]:
    return [name for name, (_, asked) in wiper().decision.items() if len(asked.options) > 1]


def test_it_is_as_large_as_an_exercise_of_a_nation_needs() -> None:
    scenario = wiper()

    assert tuple(scenario.roles) == (*PLAYERS, *CELLS)
    assert scenario.length == 96 * 3600
    assert scenario.length / scenario.pace <= 90 * 60
    assert len(scenario.injects) >= 60
    assert len(scenario.decision) >= 20
    assert len(scenario.actions) >= 25
    assert len(scenario.assets) >= 15
    assert len(scenario.step) >= 12
    assert len(scenario.gauges) == 5
    assert len(scenario.objectives) == 4
    assert len(scenario.capabilities) == 4
    assert {inject.channel for inject in scenario.injects} == set(Channel)


def test_every_claim_can_be_followed_to_its_source() -> None:
    scenario = wiper()

    assert scenario.attack_version == "18.1"
    assert all(step.technique and step.cites for step in scenario.step.values())
    uncited = [
        inject.id for inject in scenario.injects if not inject.cites and inject.kind != "contextual"
    ]
    assert len(uncited) <= len(scenario.injects) // 2, uncited


def test_no_text_names_the_real_personas_or_private_people() -> None:
    scenario = wiper()
    told = [
        words
        for part in (*scenario.injects, *scenario.actions.values(), *scenario.roles.values())
        for text in texts_of(part)
        for _, words in text.words
    ]

    real = re.compile(
        r"homeland justice|DEV-0842|DEV-0861|storm-0842|void manticore", re.IGNORECASE
    )
    assert not [words for words in told if real.search(words)]


@pytest.mark.parametrize("policy", ["doctrine", "slow", "random", "silent"])
def test_it_comes_to_its_end_under_every_policy(policy: str) -> None:
    for seed in range(2 * SOAK):
        run = play(wiper(), seed, policy)  # type: ignore[arg-type]

        assert run.over
        assert run.state.why in ("time", "outcome")


def test_doctrine_ends_clearly_better_than_silence_over_many_seeds() -> None:
    seeds = range(8 * SOAK)
    doctrine = averaged(play(wiper(), seed) for seed in seeds)
    silent = averaged(play(wiper(), seed, "silent") for seed in seeds)

    assert doctrine["hosts intact"] > silent["hosts intact"] + 20
    assert doctrine["service"] > silent["service"] + 15
    assert doctrine["public-trust"] > silent["public-trust"] + 20


@pytest.mark.parametrize("seed", range(4 * SOAK))
def test_no_player_waits_long_for_news(seed: int) -> None:
    run = play(wiper(), seed)
    for role in PLAYERS:
        news = [event.at for event in run.known_to(role) if isinstance(event, NEWS)]

        longest = max(after - before for before, after in pairwise([0, *news, run.now]))
        assert longest / wiper().pace < IDLE, role


@pytest.mark.parametrize("decision", decisions_with_options())
def test_no_option_is_best_on_every_measure(decision: str) -> None:
    best = best_in_everything(ends_of(decision, FEW))

    assert not best or not best_in_everything(ends_of(decision, MORE)), f"{best} is best"


def best_in_everything(ends: dict[str, dict[str, float]]) -> str:
    for option, figures in ends.items():
        others = [end for name, end in ends.items() if name != option]
        margins = [figures[name] - max(end[name] for end in others) for name in figures]
        if min(margins) >= 0 and max(margins) > 0:
            return option
    return ""


def test_half_of_the_decisions_change_the_course_for_real() -> None:
    weighty = [name for name in decisions_with_options() if _turns_the_course(name)]

    assert len(weighty) >= len(wiper().decision) / 2


def _turns_the_course(decision: str) -> bool:
    """Whether two options lead to ends that differ clearly in some figure."""
    ends = list(ends_of(decision, FEW).values())
    return any(
        max(end[name] for end in ends) - min(end[name] for end in ends) >= WEIGHTY
        for name in ends[0]
    )


def ends_of(decision: str, seeds: int) -> dict[str, dict[str, float]]:
    """By option, how runs end in which doctrine's bots take it, on the same seeds."""
    _, asked = wiper().decision[decision]
    return {
        option.id: mean(end_of(decision, option.id, seed) for seed in range(seeds))
        for option in asked.options
        if option.needs is None
    }


@cache
def end_of(decision: str, option: str, seed: int) -> dict[str, float]:
    return measured(play_choosing(wiper(), seed, decision, option))
