"""What waits for the player, and in what order."""

from dataclasses import replace
from typing import Literal

from simulator.engine import views as v
from tests.tui.world import INBOX, ISOLATE, ORDERS, REPORT, REQUESTS, VIEW
from tui.waiting import (
    arrival,
    clocks,
    counted,
    decision_meant,
    dues,
    newly_due,
    sender_of,
    unbegun,
)


def titles(view: v.RoleView) -> list[str]:
    return [due.id for due in dues(view)]


def test_the_soonest_comes_first_and_what_is_overdue_no_longer_hurries():
    assert titles(VIEW) == ["isolate", "r2", "r1", "early"]
    late = replace(ISOLATE, due=VIEW.now - 60)
    assert titles(replace(VIEW, decisions=(late,))) == ["r2", "r1", "early", "isolate"]


def test_what_has_no_deadline_comes_before_what_is_overdue():
    undated = replace(ISOLATE, due=None)
    overdue = replace(REPORT, due=VIEW.now - 60)
    waiting = replace(VIEW, decisions=(undated,), requests=(), reports=(overdue,))
    assert titles(waiting) == ["isolate", "early"]


def test_an_open_module_comes_before_everything():
    assert titles(replace(VIEW, module=v.ModuleView("m", "Monday", "", ())))[0] == "m"


def test_nothing_waits_once_the_exercise_is_over():
    assert dues(replace(VIEW, over=True)) == ()


def test_answers_that_were_given_do_not_wait():
    answered = replace(VIEW, decisions=(replace(ISOLATE, phase="taken"),), requests=(), reports=())
    assert dues(answered) == ()


def test_only_what_is_new_is_newly_due():
    before = replace(VIEW, requests=REQUESTS[:1])
    assert [due.id for due in newly_due(before, VIEW)] == ["r2"]
    assert newly_due(VIEW, VIEW) == ()


def test_a_skip_ahead_is_explained_by_what_came_or_else_by_what_is_due():
    before = replace(VIEW, inbox=INBOX[:2])
    assert arrival(before, VIEW) == "They will come back with a wiper, and 1 more thing"
    assert arrival(VIEW, VIEW).startswith("Due in 20m 00s: Cut the ministries off")
    done = replace(VIEW, orders=(replace(ORDERS[0], phase="done"), ORDERS[1]))
    assert arrival(VIEW, done) == "Scan the network is done"
    quiet = replace(VIEW, decisions=(), requests=(), reports=())
    assert arrival(quiet, quiet) == "Nothing more concerns you."


def test_a_skip_past_a_deadline_says_first_that_it_has_passed():
    missed = replace(ISOLATE, phase="missed")
    after = replace(VIEW, decisions=(missed, *VIEW.decisions[1:]))
    assert arrival(VIEW, after) == f"Not decided in time: {ISOLATE.ask}"
    assert arrival(after, after).startswith("Due in ")
    report = replace(REPORT, due=VIEW.now + 60)
    before = replace(VIEW, decisions=(), requests=(), reports=(report,))
    late = replace(before, now=VIEW.now + 120)
    assert arrival(before, late) == "Overdue by 1m: Early warning"
    assert arrival(late, late) == "Overdue by 1m: Early warning"


def test_each_tab_counts_what_wants_a_look():
    counts = {
        pane: counted(pane, VIEW) for pane in ("inbox", "actions", "consent", "reports", "log")
    }
    assert counts == {"inbox": 3, "actions": 2, "consent": 2, "reports": 1, "log": 0}


def test_only_an_order_that_has_not_begun_can_be_taken_back():
    assert unbegun("o2", VIEW) == ORDERS[1]
    assert unbegun("o1", VIEW) is None


def test_every_clock_that_runs_is_told_even_those_that_run_for_others():
    asked = replace(REQUESTS[1], id="r3", of="NATO", mine_to_answer=False, due=4000)
    running = clocks(replace(VIEW, requests=(*REQUESTS, asked)))
    assert [clock.title for clock in running] == [
        "NATO is asked: Switch off the citizen portal",
        "Cut the ministries off, or go segment by segment?",
        "AKSHI asks: Switch off the citizen portal",
        "NATO asks back: Which skills are missing?",
        "Early warning",
    ]
    assert [clock.id for clock in running if not clock.mine] == ["r3"]
    assert [round(clock.used(VIEW.now)) for clock in running] == [64, 33, 11, 4, 4]


def test_a_clock_that_has_run_out_is_used_up_and_stands_first():
    first = clocks(replace(VIEW, reports=(replace(REPORT, due=3000),)))[0]
    assert (first.kind, first.used(VIEW.now)) == ("report", 100)


def test_no_clock_runs_for_what_is_answered_or_undated_or_when_all_is_over():
    undated = replace(ISOLATE, due=None)
    granted = replace(REQUESTS[0], phase="granted", mine_to_reply=False)
    quiet = replace(VIEW, decisions=(undated,), requests=(granted,), reports=())
    assert clocks(quiet) == ()
    assert clocks(replace(VIEW, over=True)) == ()


def test_a_message_of_a_role_can_be_answered_and_one_of_the_world_can_not():
    wrote = replace(INBOX[0], channel="message", sender="AKSHI")
    assert sender_of(wrote, VIEW) == "akshi"
    assert sender_of(replace(wrote, sender="AKCESK"), VIEW) == ""
    assert sender_of(replace(wrote, channel="e-mail"), VIEW) == ""


def test_what_has_become_of_an_order_is_told():
    became: dict[Literal["queued", "running", "refused", "cancelled"], str] = {
        "queued": "Ask for an allied team waits for people",
        "running": "Ask for an allied team has begun",
        "refused": "Ask for an allied team is refused",
        "cancelled": "Ask for an allied team is taken back",
    }
    for phase, said in became.items():
        after = replace(VIEW, orders=(ORDERS[0], replace(ORDERS[1], phase=phase)))
        assert arrival(VIEW, after) == said


def test_a_decision_is_meant_by_the_message_that_asks_for_it_or_else_the_latest():
    later = replace(ISOLATE, id="later", opened=ISOLATE.opened + 60)
    view = replace(VIEW, decisions=(later, ISOLATE))
    asking = next(item for item in INBOX if item.decision is not None)
    other = next(item for item in INBOX if item.decision is None)
    assert decision_meant(asking, view) == "isolate"
    assert decision_meant(other, view) == decision_meant(None, view) == "later"
    assert decision_meant(None, replace(VIEW, decisions=())) == ""
