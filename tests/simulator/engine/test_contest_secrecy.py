"""Of a contest nobody is told what is right: no answer, no hash, no solution, no hint not taken."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.events import as_data
from simulator.engine.exercise import Exercise
from tests.simulator.engine.flags import accepted, challenge, contest
from tests.simulator.engine.playbook import Begin

ROLES: dict[str, Any] = {"soc": {}, "csmu": {}, "press": {"response_cell": True}}
SALTS = ("aaaa1111bbbb2222", "cccc3333dddd4444", "eeee5555ffff6666", "abababab12121212")
RIGHT, WRONG = "canary-right", "canary-wrong"


def planted(right: str = RIGHT, salts: tuple[str, ...] = SALTS, word: str = "canary") -> Any:
    """Two challenges, of which one has been waiting, and everything that is to stay hidden."""

    def one(number: int, **more: Any) -> dict[str, Any]:
        mine = salts[2 * number : 2 * number + 2]
        return challenge(
            "-", title=f"Title {number}",
            answers=[accepted(f"{right}-{n}", salt) for n, salt in enumerate(mine)],
            hints=[{"text": f"told {number}"}, {"text": f"{word}-hint-{number}", "costs": 3}],
            solution=f"{word}-solution-{number}", **more,
        )  # fmt: skip

    opens = {"challenge": "open", "is": "tried"}
    return contest(
        closes="6h", freezes="1h", first="10%", decay={"to": "50%", "after": 4},
        challenges={"open": one(0), "late": one(1, opens=opens)},
    )  # fmt: skip


def told(run: Exercise) -> dict[str, str]:
    """All that leaves the engine, by whom it is for, each as one text."""
    seen = {
        f"{role}/{language}": json.dumps(asdict(run.view(role, language)), default=str)
        for role in ROLES
        for language in ("en", "sq")
    }
    panel = json.dumps(asdict(run.panel("en")), default=str)
    board = repr(run.board("en"))
    log = json.dumps([as_data(event) for event in run.log])
    return seen | {"panel": panel, "board": board, "log": log}


HASHES = [accepted(f"{RIGHT}-{n % 2}", salt)["hash"] for n, salt in enumerate(SALTS)]
SECRETS = ["canary", *SALTS, *HASHES]
OF_CONTROL = [RIGHT, WRONG, *SALTS, *HASHES]
"""Control may know the way to an answer, but nobody's answers."""


@pytest.mark.parametrize("moment", ["30m", "1h", "5h30m", "7h", "10h"])
def test_nothing_that_is_told_holds_what_is_right_or_was_answered(begin: Begin, moment: str):
    play = begin(roles=ROLES, contest=planted(), staffed=("soc",))
    if moment in ("5h30m", "7h", "10h"):
        play.at("2h").when(
            c.TakeHint("soc", "open", 1, "Arta"), c.Solve("soc", "open", WRONG, "Arta")
        )
        play.when(c.Solve("csmu", "late", WRONG), c.Solve("csmu", "late", f"{RIGHT}-1", "Besa"))
    play.at(moment)
    for eyes, text in told(play.exercise).items():
        hidden = OF_CONTROL if eyes == "panel" else SECRETS
        assert [secret for secret in hidden if secret in text] == [], eyes
    if moment in ("5h30m", "7h", "10h"):
        assert "told 0" in told(play.exercise)["csmu/en"]
        assert "Besa" in told(play.exercise)["soc/sq"]


def test_a_refusal_does_not_repeat_what_was_answered(begin: Begin):
    play = begin(roles=ROLES, contest=planted()).at("2h")
    play.when(*[c.Solve("soc", "open", WRONG)] * 3)
    sentence = play.refuses("closed", c.Solve("soc", "open", f"{RIGHT}-0"))
    assert "canary" not in sentence
    assert "canary" not in play.refuses("long", c.Solve("soc", "late", "canary" * 99))


def test_two_worlds_that_differ_only_in_what_is_right_look_the_same(begin: Begin):
    other = planted("else", tuple(reversed(SALTS)), "another word of another length")
    other["challenges"]["open"]["answers"].pop()
    one, two = (begin(roles=ROLES, contest=which, staffed=("soc",)) for which in (planted(), other))
    for moment in ("0h", "1h", "2h", "5h30m", "10h"):
        for play in (one, two):
            play.at(moment)
            if moment == "2h":
                play.when(c.TakeHint("soc", "open", 1), c.Solve("soc", "open", WRONG))
                play.when(c.Solve("csmu", "late", WRONG, "Besa"))
        seen, other_seen = told(one.exercise), told(two.exercise)
        seen.pop("panel")
        other_seen.pop("panel")
        assert seen == other_seen, moment
    assert one.exercise.state.hash() == two.exercise.state.hash()


def test_who_takes_no_part_sees_the_same_with_and_without_a_contest(begin: Begin):
    with_it = begin(roles=ROLES, contest=planted(), bots="doctrine")
    without = begin(roles=ROLES, bots="doctrine")
    for moment in ("1h", "2h", "6h", "9h"):
        if moment == "6h":
            with_it.when(c.Solve("soc", "open", WRONG), c.Solve("csmu", "late", f"{RIGHT}-1"))
        assert with_it.at(moment).exercise.view("press") == without.at(moment).exercise.view(
            "press"
        )


def test_a_challenge_that_is_not_on_the_board_is_no_other_than_none(begin: Begin):
    play = begin(roles=ROLES, contest=planted()).at("2h")
    late = play.refuses("unknown", c.Solve("soc", "late", "x"))
    none = play.refuses("unknown", c.Solve("soc", "none", "x"))
    assert late.replace("late", "none") == none
    assert play.refuses("unknown", c.TakeHint("soc", "late", 9)).replace("late", "none") == (
        play.refuses("unknown", c.TakeHint("soc", "none", 9))
    )
