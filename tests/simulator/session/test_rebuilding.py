"""The view of somebody far away: as if it were read anew, and the same where nothing is new."""

from typing import Any

import pytest
from pydantic import ValidationError

from simulator.engine import commands as c
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session.client.rebuilding import Rebuilt
from simulator.session.delta import changes, patched
from simulator.session.host.outgoing import ROLE_VIEW

WIPER = load(shipped()["wiper-2022"])


def plain(exercise: Exercise, role: str) -> dict[str, Any]:
    told: dict[str, Any] = ROLE_VIEW.dump_python(exercise.view(role), mode="json")
    return told


@pytest.mark.parametrize("role", ["akshi", "nato"])
def test_it_is_what_was_told_at_every_hour_and_when_it_is_over(role: str):
    exercise = Exercise(WIPER, Setup(seed=3))
    told, rebuilt = plain(exercise, role), Rebuilt()
    for hour in range(1, 98, 3):
        exercise.advance(hour * 3600)
        if exercise.held:
            exercise.submit(c.Proceed(c.CONTROL))
        told = patched(told, changes(told, plain(exercise, role)))
        assert rebuilt.view(told) == exercise.view(role)
    assert exercise.over


def test_what_the_news_did_not_touch_is_the_very_same_thing():
    exercise, rebuilt = Exercise(WIPER, Setup(seed=3, staffed=("akshi",))), Rebuilt()
    exercise.advance(6 * 3600)
    told = plain(exercise, "akshi")
    before = rebuilt.view(told)
    letter = before.inbox[2]
    exercise.submit(c.Read("akshi", letter.inject))
    told = patched(told, changes(told, plain(exercise, "akshi")))
    after = rebuilt.view(told)

    assert [old is new for old, new in zip(before.inbox, after.inbox, strict=True)] == [
        place != 2 for place in range(len(before.inbox))
    ]
    assert after.inbox[2].read
    for name in ("decisions", "assets", "orders", "log", "seats", "glossary"):
        assert getattr(after, name) is getattr(before, name), name


def test_what_is_no_view_is_not_taken_for_one():
    told = plain(Exercise(WIPER), "akshi")
    rebuilt = Rebuilt()
    rebuilt.view(told)
    for wrong in ([{"key": "x"}], None, 5):
        for taker in (rebuilt, Rebuilt()):
            with pytest.raises(ValidationError):
                taker.view(told | {"inbox": wrong})
