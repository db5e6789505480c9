"""What must be so of the desks of any play, each number told again by another path."""

from collections import Counter
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.annals import DECISIONS
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise
from simulator.engine.subjects import of_event, of_inject
from simulator.review import desks
from simulator.review.recorded import Take
from simulator.scenario.load import load
from simulator.scenario.scenario import Scenario
from tests.laws.plays import GAPS, for_whom, setup_for, something
from tests.simulator.review.desks.table import ARTA, BESA, PEOPLE, Table

EVERYTHING = Path(__file__).parents[4] / "tests" / "scenarios" / "everything"
PER_PERSON = ("decisions", "reports", "calibration")


@cache
def everything() -> Scenario:
    return load(EVERYTHING)


@cache
def played(seed: int) -> Table:
    """People and control ask for this and that, up to the end or not quite."""
    dice = Random(f"desks/{seed}")
    table = Table(everything(), setup_for(everything(), dice))
    for _ in range(dice.randrange(60)):
        stand_in = for_whom(dice) is not None
        sensible = dice.random() < 0.5 and at_the_desk(table.run, dice)
        command = sensible or something(table.run, dice)
        with suppress(Refused):
            table.ask(BESA if stand_in else ARTA, command, stand_in=stand_in)
        table.at(table.run.now + dice.choice(GAPS) // 4)
    return table


def at_the_desk(run: Exercise, dice: Random) -> c.Command | None:
    """Something is opened or decided, if anything lies there."""
    role = dice.choice([*run.scenario.roles])
    view = run.view(role)
    opened = [c.Read(role, item.inject) for item in view.inbox if not item.read]
    answers = [
        c.Answer(role, it.id, dice.choice(it.options).id, confidence=dice.randrange(101))
        for it in view.decisions
        if it.phase == "open" and it.options
    ]
    found: list[c.Command] = [*answers, *opened]
    return dice.choice(found) if found else None


SEEDS = st.integers(0, 40)
few = trying(max_examples=12)


@few
@given(SEEDS)
def test_times_of_a_decision_go_forward_and_its_places_are_what_they_say(seed: int):
    take = played(seed).take
    found = desks.decisions(take, "en", PEOPLE)
    assert [it.id for it in found] == [*take.run.state.decisions]
    for it in found:
        known = take.run.known_to(it.role)
        state = take.run.state.decisions[it.id]
        assert (it.phase, it.due, it.reason, it.confidence, it.option) == (
            state.phase, state.due, state.reason, state.confidence, state.option or "",
        )  # fmt: skip
        sent = [x.at for x in known if isinstance(x, e.InjectSent) and x.inject == it.inject]
        read = [x.at for x in known if isinstance(x, e.InjectRead) and x.inject == it.inject]
        assert it.sent in sent
        assert it.read == min(read, default=None)
        assert it.sent <= state.opened
        assert it.decided is None or it.sent <= it.decided <= take.until
        assert it.effect is None or it.decided is None or it.decided <= it.effect
        assert all(step.because is not None and step.at >= it.sent for step in it.led_to)
        assert len(it.led_to) <= 12
        assert all(take.log[knew.place].at == knew.at for knew in it.others_knew)
        assert all(it.role not in take.log[knew.place].to for knew in it.others_knew)
        assert [*it.cites] == sorted(it.cites)


@few
@given(SEEDS)
def test_a_decision_led_to_what_its_debrief_says(seed: int):
    take = played(seed).take
    ruled = {x.subject for x in take.log if isinstance(x, e.RulingGiven)}
    found = {it.id: it for it in desks.decisions(take, "en", PEOPLE)}
    for role in take.scenario.roles if take.run.over else ():
        debrief = take.run.view(role).debrief
        assert debrief
        for told in debrief.decisions:
            it = found[told.decision.id]
            assert (it.ask, it.text, it.fate) == (
                told.decision.ask, told.decision.text, told.decision.fate,
            )  # fmt: skip
            assert it.others_knew == tuple(
                type(it.others_knew[n])(knew.role, knew.at, knew.words, it.others_knew[n].place)
                for n, knew in enumerate(told.others_knew)
            )
            if it.id not in ruled:
                assert [step.at for step in it.led_to] == [line.at for line in told.led_to]


@few
@given(SEEDS)
def test_others_knew_what_was_told_them_last_and_what_touches_the_decision_first(seed: int):
    take = played(seed).take
    world, log = take.scenario, take.log
    for it in desks.decisions(take, "en", PEOPLE):
        own = {
            line.words for line in take.run.view(it.role).log if line.at <= (it.decided or 10**9)
        }
        about = of_inject(world, it.inject)
        knew = [(about.isdisjoint(of_event(world, log[n.place])), -n.place) for n in it.others_knew]
        assert knew == sorted(knew)
        assert len(knew) <= 8
        assert all(it.decided is None or n.at <= it.decided for n in it.others_knew)
        assert own.isdisjoint(n.words for n in it.others_knew)
        end = next((n for n in it.cites if isinstance(log[n], DECISIONS)), len(log))
        news = [
            (about.isdisjoint(of_event(world, event)), -place)
            for place, event in enumerate(log[:end])
            if isinstance(event, e.InjectSent) and it.role not in event.to
            if not any(same(event, later) for later in log[place + 1 : end])
        ]
        told = [rank for rank in knew if isinstance(log[-rank[1]], e.InjectSent)]
        assert told == sorted(news)[: len(told)]


def same(event: e.InjectSent, later: e.Event) -> bool:
    """Whether it was told again, to the same."""
    return isinstance(later, e.InjectSent) and (later.inject, later.to) == (event.inject, event.to)


@few
@given(SEEDS)
def test_rows_of_times_add_up_to_what_happened(seed: int):
    take = played(seed).take
    rows = desks.times(take, "en")
    happened = Counter(type(event) for event in take.log)
    clocks = desks.clocks(take, "en")
    assert sum(row.decisions for row in rows) == happened[e.DecisionTaken]
    assert sum(row.missed for row in rows) == happened[e.DecisionMissed]
    assert sum(row.orders for row in rows) == happened[e.ActionOrdered]
    assert sum(row.messages_sent for row in rows) == sum(
        isinstance(event, e.MessageSent) and event.role != "control" for event in take.log
    )
    assert sum(row.reports for row in rows) == len(desks.reports(take, "en", PEOPLE))
    assert sum(row.clocks_met for row in rows) == sum(clock.met for clock in clocks)
    assert sum(row.clocks_missed for row in rows) == happened[e.ReportMissed]
    assert len(clocks) == happened[e.ReportDue]
    for role in take.scenario.roles:
        own = [row for row in rows if row.role == role]
        sent = sum(isinstance(event, e.InjectSent) for event in take.run.known_to(role))
        assert sum(row.messages for row in own) == sent
    for row in rows:
        assert row.read <= row.messages
        spans = (row.to_read, row.to_decide, row.to_effect)
        assert all(span is None or 0 <= span <= take.until for span in spans)
        assert (row.to_read is None) == (row.read == 0)
        assert row.people or row.read == 0


@few
@given(SEEDS, st.floats(0, 1))
def test_the_load_at_any_second_is_what_control_saw_on_its_panel(seed: int, share: float):
    take = played(seed).take
    found = {work.role: work for work in desks.workload(take, "en")}
    moments = [load.at for work in found.values() for load in work.loads]
    if not moments:
        return
    at = moments[int(share * (len(moments) - 1))]
    then = Exercise.again(take.scenario, take.run.setup, take.run.asked, at, inclusive=True)
    state, module = then.state, then.state.module
    for row in then.panel().roles:
        work = found.get(row.id)
        load = next(it for it in work.loads if it.at == at) if work else None
        asks = then.view(row.id).module if module else None
        questions = [q for q in asks.questions if not q.answer] if asks else []
        assert (load.unread if load else 0) == (row.unread if row.staffed else 0)
        assert (load.waiting if load else 0) == row.open - len(questions)
        teams = {*take.scenario.roles[row.id].teams}
        phases = Counter(
            order.phase for order in state.orders.values()
            if not teams.isdisjoint(take.scenario.actions[order.action].takes.people)
        )  # fmt: skip
        assert (load.working if load else 0) == phases["running"]
        assert (load.queued if load else 0) == phases["queued"]


@few
@given(SEEDS)
def test_peaks_are_reached_and_never_passed(seed: int):
    for work in desks.workload(played(seed).take, "en"):
        assert max(load.unread + load.waiting for load in work.loads) <= work.peak
        steps = [load.at for load in work.loads]
        assert steps == sorted({*steps})
        assert len(steps) <= 98


@few
@given(SEEDS)
def test_calibration_is_within_its_bounds(seed: int):
    for it in desks.calibration(played(seed).take, "en", PEOPLE):
        assert sum(one.answers for one in it.bins) == it.answers
        assert all(0 <= one.best <= one.answers for one in it.bins)
        if it.answers:
            assert it.brier is not None
            assert 0 <= it.brier <= 1
            assert it.over == pytest.approx((it.confidence or 0) - (it.right or 0))


@few
@given(SEEDS)
def test_what_lies_unread_at_the_end_is_told(seed: int):
    take = played(seed).take
    never = {(it.inject, it.role) for it in desks.unread(take, "en") if it.read is None}
    for inject, role in never:
        state = take.run.state.injects[inject]
        assert state.sent
        assert role not in state.read
    for it in desks.unread(take, "en"):
        assert it.read is not None or it.decision or it.decided is None
        assert (it.decision == "") == (it.decided is None)
        assert it.read is None or (it.decided is not None and it.sent <= it.decided <= it.read)


@few
@given(SEEDS)
def test_the_path_of_a_report_goes_forward_from_it(seed: int):
    take = played(seed).take
    for it in desks.reports(take, "en", PEOPLE):
        (place,) = it.cites
        sent = take.log[place]
        assert isinstance(sent, e.ReportSent)
        assert (it.at, it.report, it.role, it.bot) == (sent.at, sent.report, sent.role, sent.bot)
        assert len(it.right) == len(sent.right)
        assert all(step.place > place for step in it.path)
        assert it.bot == (it.person == "")


def lines(take: Take) -> list[object]:
    return [
        getattr(desks, name)(take, "sq", *((PEOPLE,) if name in PER_PERSON else ()))
        for name in desks.__all__
    ]


def test_the_same_take_is_told_the_same():
    assert lines(played(3).take) == lines(played.__wrapped__(3).take)
