"""The view of somebody far away: as if it were read anew, and the same where nothing is new."""

from json import dumps, loads
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from simulator.engine import commands as c
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.views import RoleView
from simulator.engine.views.overview import Panel
from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session.client.rebuilding import Rebuilt
from simulator.session.delta import changes, patched
from simulator.session.host.outgoing import ROLE_VIEW
from simulator.session.host.plainly import Plainly

WIPER = load(shipped()["wiper-2022"])


def plain(exercise: Exercise, role: str) -> dict[str, Any]:
    told: dict[str, Any] = ROLE_VIEW.dump_python(exercise.view(role), mode="json")
    return told


@pytest.mark.parametrize("role", ["akshi", "nato"])
def test_it_is_what_was_told_at_every_hour_and_when_it_is_over(role: str):
    exercise = Exercise(WIPER, Setup(seed=3))
    told, rebuilt = plain(exercise, role), Rebuilt(RoleView)
    for hour in range(1, 98, 3):
        exercise.advance(hour * 3600)
        if exercise.held:
            exercise.submit(c.Proceed(c.CONTROL))
        told = patched(told, changes(told, plain(exercise, role)))
        assert rebuilt.view(told) == exercise.view(role)
    assert exercise.over


def test_what_the_news_did_not_touch_is_the_very_same_thing():
    exercise, rebuilt = Exercise(WIPER, Setup(seed=3, staffed=("akshi",))), Rebuilt(RoleView)
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


def test_the_panel_of_control_is_what_was_told_and_only_what_changed_is_written_anew():
    exercise = Exercise(WIPER, Setup(seed=3, staffed=("akshi",)))
    plainly, rebuilt = Plainly(Panel), Rebuilt(Panel)
    told: dict[str, Any] = {}
    written: dict[str, Any] = {}
    seen: Panel | None = None
    for hour in range(1, 60, 8):
        exercise.advance(hour * 3600)
        if exercise.held:
            exercise.submit(c.Proceed(c.CONTROL))
        panel = exercise.panel("en")
        before, written = written, dict(plainly.told(panel))
        assert written == Plainly(Panel).told(panel)
        told = patched(told, loads(dumps(changes(told, written))))
        view = rebuilt.view(told)
        assert view == panel
        if seen:
            same = [old == new for old, new in zip(seen.msel, view.msel, strict=True)]
            assert sum(same) > len(same) / 2
            for place, kept in enumerate(same):
                assert (seen.msel[place] is view.msel[place]) == kept
                assert (before["msel"][place] is written["msel"][place]) == kept
        seen = view
    assert rebuilt.view(told) is seen


ROWS = st.lists(st.integers(0, 5).map(lambda number: {"id": number}), max_size=8)
VIEWS = st.fixed_dictionaries({"rows": ROWS, "word": st.text(max_size=2)})


@given(VIEWS, VIEWS, st.integers(0, 4))
def test_what_is_told_of_a_change_makes_the_one_of_the_other(
    before: dict[str, Any], after: dict[str, Any], gone: int
):
    for new in (after, {**after, "rows": before["rows"][gone:] + after["rows"]}):
        assert patched(before, loads(dumps(changes(before, new)))) == new


def test_where_only_the_newest_are_told_no_more_than_those_is_sent():
    before = {"log": [{"at": at} for at in range(300)]}
    after = {"log": [{"at": at} for at in range(2, 302)]}
    told = changes(before, after)
    assert told == {
        "log": {"drop": 2, "rows": {"298": {"at": 300}, "299": {"at": 301}}, "length": 300}
    }


def test_what_is_no_view_is_not_taken_for_one():
    told = plain(Exercise(WIPER), "akshi")
    rebuilt = Rebuilt(RoleView)
    rebuilt.view(told)
    for wrong in ([{"key": "x"}], None, 5):
        for taker in (rebuilt, Rebuilt(RoleView)):
            with pytest.raises(ValidationError):
                taker.view(told | {"inbox": wrong})
