"""What can be of a contest before anybody plays it, and answers that stand where they give away."""

from typing import Any

import pytest

from simulator.authoring.logic import found
from simulator.authoring.logic.giveaways import in_giveaways
from tests.simulator.engine.flags import SHIFT, challenge, contest
from tests.simulator.engine.playbook import scenario


def told(one: dict[str, Any], **parts: Any) -> list[tuple[str, Any]]:
    board = contest(challenges={"shift": one})
    return [(f.code, f.loc[-1]) for f in found(scenario(contest=board, **parts))]


def test_what_waits_for_a_challenge_can_come_once_that_is_on_the_board():
    injects = [{"id": how, "when": {"challenge": "shift", "is": how}} for how in (
        "open", "tried", "solved",
    )]  # fmt: skip
    assert told(challenge(SHIFT), injects=injects) == []
    early = {"id": "early", "when": {"all": [
        {"challenge": "shift"}, {"time": {"before": "1h"}},
    ]}}  # fmt: skip
    assert told(challenge(SHIFT), injects=[early]) == [("L31", "when")]


def test_a_challenge_that_can_never_be_on_the_board_is_told_and_what_hangs_on_it():
    never = challenge(SHIFT, opens={"fact": "known"})
    injects = [{"id": "thanks", "when": {"challenge": "shift"}}]
    facts: dict[str, Any] = {"known": {}}
    assert told(never, injects=injects, facts=facts) == [
        ("L31", "when"), ("L31", "opens"),
    ]  # fmt: skip


def test_what_solving_does_can_be_waited_for():
    solves = challenge(SHIFT, then=[{"fact": "known"}])
    injects = [{"id": "thanks", "when": {"fact": "known"}}]
    assert told(solves, injects=injects, facts={"known": {}}) == []


@pytest.mark.parametrize(
    ("part", "loc"),
    [
        ({"title": SHIFT}, ("title",)),
        ({"form": f"Like {SHIFT.upper()}."}, ("form",)),
        ({"hints": [{"text": "Look."}, {"text": f'It is "{SHIFT}".'}]}, ("hints", 1, "text")),
        ({"solution": {"en": "Sort by time.", "sq": f"Gjej {SHIFT}"}}, ("solution",)),
    ],
)
def test_an_answer_beside_its_challenge_gives_it_away(part: dict[str, Any], loc: tuple[Any, ...]):
    world = scenario(contest=contest(challenges={"shift": challenge(SHIFT, **part)}))
    assert [(f.code, f.loc) for f in in_giveaways(world)] == [
        ("L48", ("contest", "challenges", "shift", *loc))
    ]


def test_what_only_shows_the_way_gives_nothing_away():
    one = challenge(
        SHIFT, form="WHO@HH:MM", hints=[{"text": "Who comes before 07:00?"}],
        solution="In auth.log, sort by time: svc-hist at 03:10.",
    )  # fmt: skip
    assert [*in_giveaways(scenario(contest=contest(challenges={"shift": one})))] == []
