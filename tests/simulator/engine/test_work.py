"""Orders: people are scarce, work takes its time, and what is queued can still be changed."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Cancel, Order, Prioritise
from simulator.engine.views import OrderView, TeamView
from tests.simulator.engine.playbook import Begin, Story

SOC = {"soc": {"teams": {"analysts": 3, "fixers": 1}}, "csmu": {}}


def at(time: str, **effect: Any) -> dict[str, Any]:
    return {"id": f"at-{time}", "at": time, "then": [effect]}


def work(time: str = "1h", priority: int = 5, **people: int) -> dict[str, Any]:
    return {"takes": {"people": people, "time": time, "priority": priority}}


@pytest.fixture
def desk(begin: Begin) -> Begin:
    """A story about these actions of a centre with three analysts and one fixer."""
    return lambda injects=(), **actions: begin(
        roles=SOC,
        injects=injects,
        actions={name.replace("_", "-"): action for name, action in actions.items()},
    )


def ordered(play: Story, *actions: str, **more: Any) -> Story:
    return play.when(*(Order("soc", action, **more) for action in actions))


def runs(play: Story) -> dict[str, tuple[float, ...]]:
    """The minutes at which each order began and, if it did, ended."""
    times: dict[str, tuple[float, ...]] = {}
    for kind in (e.WorkStarted, e.WorkDone):
        for order, at in play.told(kind, "order", "at"):
            times[order.rpartition("-")[0]] = (*times.get(order.rpartition("-")[0], ()), at / 60)
    return times


def test_work_begins_at_once_takes_its_time_and_then_has_its_effects(begin: Begin):
    effects = {
        "first": [{"fact": "begun"}],
        "then": [{"fact": "done"}, {"fact": "late", "after": "30m"}],
    }
    facts: dict[str, Any] = {"begun": {}, "done": {}, "late": {}}
    play = begin(roles=SOC, facts=facts, actions={"scan": work("1h", analysts=2) | effects})
    ordered(play.at("10m"), "scan", reason="to see").at("3h")
    play.then(e.ActionOrdered, at="10m", order="scan-1", role="soc", reason="to see", bot=False)
    play.then(e.OrderQueued, at="10m").then(e.WorkStarted, until=4200, people=(("analysts", 2),))
    play.then(e.FactSet, at="10m", fact="begun")
    play.then(e.WorkDone, at="1h10m", people=(("analysts", 2),))
    play.then(e.FactSet, at="1h10m", fact="done").then(e.FactSet, at="1h40m", fact="late")


def test_work_without_people_or_time_is_done_at_once(desk: Begin):
    play = ordered(desk(call={}), "call")
    play.then(e.WorkStarted, at="0s", people=()).then(e.WorkDone, at="0s")


def test_work_takes_a_time_between_its_shortest_and_its_longest(desk: Begin):
    play = desk(scan={"takes": {"time": {"between": ["10m", "2h"]}}})
    ordered(play, "scan").at("5h")
    [(begun, until)] = play.told(e.WorkStarted, "at", "until")
    assert 600 <= until - begun <= 7200
    assert play.told(e.WorkDone, "at") == [until]


def test_who_finds_nobody_free_waits_for_those_that_come_back(desk: Begin):
    play = desk(scan=work("1h", analysts=2), image=work("1h", analysts=2), ask=work(analysts=1))
    ordered(play, "scan", "image").at("20m")
    ordered(play, "ask").at("5h")
    assert runs(play) == {"scan": (0, 60), "image": (60, 120), "ask": (60, 120)}


def test_nobody_overtakes_on_a_team_even_where_there_would_be_people(desk: Begin):
    play = desk(scan=work("1h", analysts=2), big=work("1h", analysts=3), small=work(analysts=1))
    ordered(play, "scan", "big", "small").at("5h")
    assert runs(play) == {"scan": (0, 60), "big": (60, 120), "small": (120, 180)}


def test_another_team_is_not_held_up(desk: Begin):
    play = desk(scan=work("1h", analysts=3), big=work("1h", analysts=3), fix=work("5m", fixers=1))
    ordered(play, "scan", "big", "fix").at("5h")
    assert runs(play) == {"scan": (0, 60), "big": (60, 120), "fix": (0, 5)}


def test_work_of_two_teams_begins_when_both_are_free(desk: Begin):
    play = desk(
        scan=work("1h", analysts=3), fix=work("2h", fixers=1), both=work(analysts=1, fixers=1)
    )
    ordered(play, "scan", "fix", "both").at("5h")
    assert runs(play)["both"] == (120, 180)


def test_the_more_urgent_goes_first_and_equals_in_turn(desk: Begin):
    play = desk(
        scan=work("1h", analysts=3), late=work("1h", 9, analysts=3), usual=work("1h", analysts=3),
        same=work("1h", analysts=3), soon=work("1h", 1, analysts=3),
    )  # fmt: skip
    ordered(play, "scan", "late", "usual", "same", "soon").at("8h")
    assert {name: began for name, (began, _) in runs(play).items()} == {
        "scan": 0, "soon": 60, "usual": 120, "same": 180, "late": 240,
    }  # fmt: skip


def test_a_priority_can_be_changed_while_it_waits(desk: Begin):
    play = desk(scan=work("1h", analysts=3), a=work("1h", analysts=3), b=work("1h", analysts=3))
    ordered(play, "scan", "a", "b").when(Prioritise("soc", "b-1", 1)).at("5h")
    play.then(e.OrderMoved, at="0s", order="b-1", priority=1)
    assert runs(play) == {"scan": (0, 60), "b": (60, 120), "a": (120, 180)}


def test_a_change_of_priority_can_let_someone_begin_at_once(desk: Begin):
    play = desk(scan=work("1h", analysts=2), big=work("1h", analysts=3), small=work(analysts=1))
    ordered(play, "scan", "big", "small").at("10m").when(Prioritise("soc", "small-1", 1)).at("5h")
    assert runs(play) == {"scan": (0, 60), "small": (10, 70), "big": (70, 130)}


@pytest.mark.parametrize(
    ("add", "begins"), [(1, 60), (2, 10), (5, 10), (-1, None), (-2, None), (-9, None)]
)
def test_when_allies_arrive_work_begins_and_when_people_leave_it_has_to_wait(
    desk: Begin, add: int, begins: int | None
):
    play = desk([at("10m", team="analysts", add=add)], scan=work(analysts=2), big=work(analysts=3))
    ordered(play, "scan", "big").at("10h")
    assert runs(play)["scan"] == (0, 60)
    assert runs(play).get("big", (None,))[0] == begins


def test_people_who_leave_finish_their_work_first(desk: Begin):
    play = desk([at("10m", team="analysts", add=-2)], scan=work(analysts=3), ask=work(analysts=1))
    ordered(play, "scan").at("20m")
    analysts = play.exercise.state.teams["analysts"]
    assert (analysts.people, analysts.busy) == (1, 3)
    ordered(play, "ask").at("5h")
    assert runs(play) == {"scan": (0, 60), "ask": (60, 120)}


def test_what_is_cancelled_while_it_waits_for_people_is_never_done(desk: Begin):
    play = desk(scan=work("1h", analysts=2), big=work("1h", analysts=3), small=work(analysts=1))
    ordered(play, "scan", "big", "small").at("10m").when(Cancel("soc", "big-1")).at("5h")
    play.then(e.OrderCancelled, at="10m", order="big-1", role="soc")
    assert runs(play) == {"scan": (0, 60), "small": (10, 70)}


def test_what_is_cancelled_while_it_waits_for_consent_is_never_done(begin: Begin):
    scan = work(analysts=1) | {"consent": [{"from": "csmu", "due": "2h", "default": "granted"}]}
    play = ordered(begin(roles=SOC, actions={"scan": scan}), "scan").at("1h")
    play.when(Cancel("soc", "scan-1")).at("9h").then(e.OrderCancelled, at="1h")
    assert play.told(e.ConsentGiven) + play.told(e.WorkStarted) == []


def test_work_that_runs_or_is_over_can_not_be_taken_back(desk: Begin):
    play = ordered(desk(scan=work("1h", analysts=2)), "scan")
    for time in ("10m", "2h"):
        for command in (Cancel("soc", "scan-1"), Prioritise("soc", "scan-1", 1)):
            assert play.at(time).refuses("closed", command) == "the work has begun or is over"


@pytest.mark.parametrize(
    ("again", "time", "why"),
    [
        (None, "30m", "it is ordered already"),
        (None, "2h", "it is done"),
        ("30m", "30m", "it is ordered already"),
        ("30m", "1h1s", "it can be ordered again in 30 min"),
        ("30m", "1h29m30s", "it can be ordered again in 1 min"),
    ],
)
def test_an_action_can_not_be_ordered_again_before_its_time(
    desk: Begin, again: str | None, time: str, why: str
):
    play = ordered(desk(scan=work("1h") | ({"again": again} if again else {})), "scan").at(time)
    assert play.refuses("not-now", Order("soc", "scan")) == why


def test_an_action_can_be_ordered_again_after_its_time_and_after_it_was_cancelled(desk: Begin):
    play = desk(scan=work("1h") | {"again": "30m"}, wait=work("2h", fixers=1), once=work(fixers=1))
    ordered(play, "scan", "wait", "once").when(Cancel("soc", "once-1"))
    ordered(play.at("1h30m"), "scan", "once").at("9h")
    assert play.told(e.WorkDone, "order") == ["scan-1", "wait-1", "scan-2", "once-2"]


def test_each_target_is_an_order_of_its_own_and_takes_the_place_of_the_word_target(begin: Begin):
    cut = {
        "targets": ["mail", "web"],
        "needs": {"asset": "target", "is": "connected"},
        "then": [{"asset": "target", "set": "isolated"},
                 {"reveal": {"footholds": "target"}, "to": "soc"}],
    }  # fmt: skip
    play = begin(assets={"mail": {"hosts": 1}, "web": {"hosts": 1}}, actions={"cut": cut})
    ordered(play, "cut", target="web")
    play.then(e.LinkChanged, asset="web").then(e.Revealed, to=("soc",), footholds=("web",))
    assert play.refuses("not-now", Order("soc", "cut", "web")) == "it is done"
    ordered(play, "cut", target="mail").then(e.LinkChanged, asset="mail")


def test_what_an_action_needs_may_ask_about_the_same_action_on_the_target(begin: Begin):
    two = {"targets": ["mail", "web"]}
    needs = {"needs": {"action": "clean", "is": "done", "target": "target"}, "needs_text": "Clean!"}
    assets = {"mail": {"hosts": 1}, "web": {"hosts": 1}}
    play = begin(assets=assets, actions={"clean": two, "join": two | needs})
    ordered(play, "clean", target="web")
    ordered(play, "join", target="web")
    assert play.refuses("not-now", Order("soc", "join", "mail")) == "Clean!"


def test_a_role_sees_its_teams_and_its_queue(desk: Begin):
    play = desk(scan=work("1h", analysts=2), big=work("1h", analysts=3, fixers=1), fix=work())
    ordered(play, "scan").at("10m")
    view = ordered(play, "fix", "big").exercise.view("soc")
    assert view.teams == (
        TeamView("analysts", "analysts", people=3, busy=2, queued=1),
        TeamView("fixers", "fixers", people=1, busy=0, queued=1),
    )
    shown = [(order.id, order.phase, order.waits_for, order.usual_end) for order in view.orders]
    assert shown == [
        ("fix-1", "running", "", 4200),
        ("big-1", "queued", "3 of analysts, 1 of fixers", None),
        ("scan-1", "running", "", 3600),
    ]
    assert isinstance(view.orders[0], OrderView)
    other = play.exercise.view("csmu")
    assert (other.teams, other.orders) == ((), ())
