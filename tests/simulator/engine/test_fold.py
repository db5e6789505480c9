"""What each event changes in the state, and which conditions are asked again for it."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.fold import FOLDS, fold
from simulator.engine.startex import at_startex
from simulator.engine.state import (
    DecisionState,
    InjectState,
    MeasureState,
    ModuleState,
    OrderState,
    ProposalState,
    RequestState,
    State,
)
from simulator.engine.touches import SUBJECT, TOUCHES, touched
from simulator.engine.truth import compiled
from simulator.scenario.conditions import KINDS as CONDITIONS
from simulator.scenario.load import load
from simulator.scenario.values import Part
from tests.simulator.engine.flags import contest
from tests.simulator.engine.playbook import scenario

WORLD = scenario(
    roles={"soc": {"teams": {"analysts": 3}}, "csmu": {}},
    assets={"mail": {"hosts": 10}, "web": {"hosts": 1, "foothold": True}},
    gauges={"trust": {"start": 50}, "flow": {"start": 8, "unit": "m3/h"}},
    facts={"known": {}},
    steps=[{"id": "wipe"}],
    injects=[{"id": "news"}, {"id": "kept"}],
    actions={"scan": {}},
    reports={"log": {"by": "soc", "to": "csmu"}},
    modules={"talk": {}},
    objectives={"aim": {"measures": [{"never": {"fact": "known"}}]}},
    contest=contest(),
)
ALL = ("soc", "csmu")
UNASKED = {
    e.ExerciseStarted, e.ExerciseEnded, e.InjectHeld, e.InjectReleased, e.ConsentAsked,
    e.ConsentQuestioned, e.ConsentReplied, e.ConsentGiven, e.ConsentRefused, e.OrderMoved,
    e.WorkaroundSet, e.Revealed, e.MessageSent, e.NoteTaken, e.QuestionAnswered, e.MeasureTurned,
    e.DissentRecorded, e.InjectsPlanned, e.InjectPostponed, e.InjectWritten, e.InjectReminded,
    e.Repaced, e.TempoSet, e.Steered, e.ActionProposed, e.BotInstructed, e.StepLaunched,
    e.ContestPlanned, e.ContestFrozen, e.ContestClosed, e.HintTaken, e.ReadingTurned,
    e.SetPointChanged, e.AlarmsSilenced,
}  # fmt: skip
"""Events that change nothing a condition can ask about."""


def before() -> State:
    """A state in which every event can happen."""
    state = at_startex(WORLD, {}, ("csmu",))
    mail, team = state.assets["mail"], state.teams["analysts"]
    state.physics["flow"].ringing = ("low",)
    mail.intact, mail.encrypted, mail.wiped, team.busy = 4, 3, 3, 1
    state.injects["kept"].held = True
    state.decisions["news"] = DecisionState("open", 10, 90)
    state.orders["scan-1"] = OrderState("scan", "soc", None, "waiting", 10, 10, 5, "")
    state.requests["scan-1"] = RequestState("soc", "csmu", 10, 90)
    state.policies["csmu"] = "silent"
    state.proposals["proposal-1"] = ProposalState("soc", 10, "Fly.")
    state.modules["talk"] = ModuleState("open", (("q", "soc", "Yes."), ("q", "csmu", "No.")))
    state.module = "talk"
    state.measures["aim/0"] = MeasureState("holds", 20, 5)
    return state


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and value:
        for name, part in value.items():
            yield from leaves(part, f"{path}.{name}".strip("."))
    else:
        yield path, value


def rows(table: str, name: str, **fields: Any) -> dict[str, Any]:
    return {f"{table}.{name}.{field}": value for field, value in fields.items()}


def order(phase: str) -> dict[str, Any]:
    return rows("orders", "scan-1", phase=phase, since=60)


CHANGES: list[tuple[e.Event, dict[str, Any]]] = [
    (e.ExerciseStarted(60, ALL), {}),
    (e.ExerciseEnded(60, ALL, "calm", "time"), {"over": True, "outcome": "calm", "why": "time"}),
    (e.InjectSent(60, ALL, "news", "", 1, ()), rows("injects", "news", sent=1, last=60)),
    (e.InjectSkipped(60, (), "news", "x"), rows("injects", "news", skipped=True)),
    (e.InjectHeld(60, (), "news"), rows("injects", "news", held=True)),
    (e.InjectReleased(60, (), "kept"), rows("injects", "kept", held=False)),
    (e.InjectRead(60, (), "news", "soc"), rows("injects", "news", read=("soc",))),
    (e.InjectsPlanned(60, (), (("news", 90), ("kept", None))), rows("injects", "news", due=90)),
    (e.InjectPostponed(60, (), "news", 90), rows("injects", "news", floor=90)),
    (e.InjectWritten(60, (), "news", "{}"), rows("injects", "news", form="44136fa355b3678a")),
    (e.InjectWithdrawn(60, (), "news", ""), rows("injects", "news", withdrawn=True)),
    (e.InjectWithdrawn(60, (), "news", "news"),
     rows("injects", "news", withdrawn=True) | rows("decisions", "news", phase="withdrawn", at=60)),
    (e.InjectReminded(60, (), "news"), {}),
    (e.Repaced(60, ALL, 7200, 500), {"end": 7200, "tempo": 500}),
    (e.TempoSet(60, (), 800), {"share": 800}),
    (e.Steered(60, (), "hold", "news", "Ana", "Wait."), rows("injects", "news", by="Ana")),
    (e.Steered(60, (), "write", "hand-1", "Ana", ""),
     dict(leaves(asdict(InjectState(by="Ana")), "injects.hand-1"))),
    (e.Steered(60, (), "consent", "soc", "Ana", ""), {}),
    (e.DecisionOpened(60, (), "fire", 90),
     dict(leaves(asdict(DecisionState("open", 60, 90)), "decisions.fire"))),
    (e.DecisionTaken(60, (), "news", "soc", "pull", "Now.", "Why.", 80, False),
     rows("decisions", "news", phase="taken", at=60, role="soc", option="pull", text="Now.",
          reason="Why.", confidence=80)),
    (e.DecisionMissed(60, (), "news", "wait"),
     rows("decisions", "news", phase="missed", at=60, option="wait")),
    (e.ConsentAsked(60, (), "scan-2", "soc", "csmu", 99),
     dict(leaves(asdict(RequestState("soc", "csmu", 60, 99)), "requests.scan-2"))),
    (e.ConsentQuestioned(60, (), "scan-1", "csmu", "Why?"),
     rows("requests", "scan-1", phase="questioned", question="Why?")),
    (e.ConsentReplied(60, (), "scan-1", "soc", "So.", 120),
     rows("requests", "scan-1", text="So.", due=120)),
    (e.ConsentGiven(60, (), "scan-1", "csmu", "Go."), rows("requests", "scan-1", phase="granted")),
    (e.ConsentRefused(60, (), "scan-1", "csmu", "No."),
     rows("requests", "scan-1", phase="refused", text="No.")),
    (e.ActionOrdered(60, (), "scan-2", "scan", "soc", None, 5, "Why.", False),
     dict(leaves(asdict(OrderState("scan", "soc", None, "waiting", 60, 60, 5, "Why.")),
                 "orders.scan-2"))),
    (e.OrderQueued(60, (), "scan-1"), order("queued")),
    (e.OrderMoved(60, (), "scan-1", 1), rows("orders", "scan-1", priority=1)),
    (e.WorkStarted(60, (), "scan-1", 90, (("analysts", 2),)),
     order("running") | rows("teams", "analysts", busy=3)),
    (e.WorkDone(60, (), "scan-1", (("analysts", 1),)),
     order("done") | rows("teams", "analysts", busy=0)),
    (e.OrderRefused(60, (), "scan-1", "csmu"), order("refused")),
    (e.OrderCancelled(60, (), "scan-1", "soc"), order("cancelled")),
    (e.TeamChanged(60, (), "analysts", 7), rows("teams", "analysts", people=7)),
    (e.LinkChanged(60, (), "mail", "isolated"), rows("assets", "mail", link="isolated")),
    (e.HostsHit(60, (), "mail", "encrypted", 2, ""), rows("assets", "mail", intact=2, encrypted=5)),
    (e.HostsHit(60, (), "mail", "encrypted", 9, ""), rows("assets", "mail", intact=0, encrypted=7)),
    (e.HostsHit(60, (), "mail", "wiped", 2, ""), rows("assets", "mail", intact=2, wiped=5)),
    (e.HostsHit(60, (), "mail", "wiped", 5, ""),
     rows("assets", "mail", intact=0, encrypted=2, wiped=8)),
    (e.HostsHit(60, (), "mail", "wiped", 9, ""),
     rows("assets", "mail", intact=0, encrypted=0, wiped=10)),
    (e.HostsRestored(60, (), "mail", 2, 1), rows("assets", "mail", intact=7, encrypted=1, wiped=2)),
    (e.FootholdGained(60, (), "mail"), rows("assets", "mail", foothold=True)),
    (e.FootholdLost(60, (), "web"), rows("assets", "web", foothold=False)),
    (e.DataLeaked(60, (), "mail", 250), rows("assets", "mail", leaked=250)),
    (e.WorkaroundSet(60, (), "mail", 40), rows("assets", "mail", workaround=40)),
    (e.ServiceChanged(60, (), "mail", 400), rows("assets", "mail", service=400)),
    (e.GaugeMoved(60, (), "trust", 49_000, -500),
     rows("gauges", "trust", value=49_000, per_hour=-500, since=60)),
    (e.ValueTurned(60, (), "flow", 9000, 500, 0, 12_000),
     rows("gauges", "flow", value=9000, per_hour=500, since=60, high=12_000)),
    (e.ReadingTurned(60, ALL, "flow", 7000, -500, 6000, 100_000),
     rows("physics", "flow.shown", value=7000, per_hour=-500, since=60, low=6000)),
    (e.ReadingForged(60, (), "flow", "spoofed", 4000),
     rows("physics", "flow", reading="spoofed", forged=4000)),
    (e.SetPointChanged(60, (), "flow", 9000), rows("physics", "flow", target=9000)),
    (e.ManualTurned(60, ALL, "flow", True), rows("physics", "flow", manual=True)),
    (e.AlarmsSilenced(60, (), "flow", True), rows("physics", "flow", silent=True)),
    (e.AlarmRang(60, ALL, "flow", "high"), rows("physics", "flow", ringing=("low", "high"))),
    (e.AlarmCleared(60, ALL, "flow", "low"), rows("physics", "flow", ringing=())),
    (e.LimitPassed(60, (), "flow", "burst"), rows("physics", "flow", passed=("burst",))),
    (e.StepPlanned(60, (), "wipe", 90), rows("steps", "wipe", phase="planned", since=60, due=90)),
    (e.StepReady(60, ("soc",), "wipe"), rows("steps", "wipe", phase="ready", since=60)),
    (e.StepLaunched(60, ("soc",), "wipe", "soc"), {}),
    (e.StepBlocked(60, (), "wipe"), rows("steps", "wipe", phase="blocked", since=60)),
    (e.StepStarted(60, (), "wipe"), rows("steps", "wipe", phase="running", since=60, started=True)),
    (e.StepSucceeded(60, (), "wipe"), rows("steps", "wipe", phase="done", since=60)),
    (e.StepFailed(60, (), "wipe", False), rows("steps", "wipe", since=60)),
    (e.StepFailed(60, (), "wipe", True), rows("steps", "wipe", phase="failed", since=60)),
    (e.StepStopped(60, (), "wipe"), rows("steps", "wipe", phase="stopped", since=60)),
    (e.StepSeen(60, ("csmu",), "wipe", ("mail",)),
     rows("steps", "wipe", seen=True) | rows("sight", "csmu", footholds=("mail",))),
    (e.FactSet(60, (), "known", True), {"facts.known": True}),
    (e.Revealed(60, ("csmu",), ("mail",), ("trust",), ("mail",)),
     rows("sight", "csmu", assets=("mail",), gauges=("trust",), footholds=("mail",))),
    (e.Revealed(60, ("soc",), ("mail",), (), ()), {}),
    (e.ReportDue(60, (), "log", 90), rows("reports", "log", due=90)),
    (e.ReportMissed(60, (), "log"), rows("reports", "log", late=True)),
    (e.ReportSent(60, (), "log", "soc", (), False),
     rows("reports", "log", sent=60, times=1, by="soc")),
    (e.ReportSent(60, (), "log", "soc", (("what", "Smoke."),), False, ("what",), ("who",), True),
     rows("reports", "log", sent=60, times=1, by="soc", entries=(("what", "Smoke."),),
          right=("what",), wrong=("who",), complete=True)),
    (e.MessageSent(60, ALL, "soc", "Hello"), {}),
    (e.BotInstructed(60, (), "soc", "slow"), {"policies.soc": "slow"}),
    (e.ActionProposed(60, (), "proposal-2", "soc", "Dig."),
     dict(leaves(asdict(ProposalState("soc", 60, "Dig.")), "proposals.proposal-2"))),
    (e.RulingGiven(60, (), "proposal-1", "soc", "failed", 40, "", "Too hard.", "Arta"),
     rows("proposals", "proposal-1", outcome="failed", answer="Too hard.", ruled_at=60)),
    (e.RulingGiven(60, (), "news", "soc", "done", 40, "pull", "So be it.", "Arta"),
     rows("decisions", "news", ruled="done", ruling="So be it.", option="pull")),
    (e.RulingGiven(60, (), "news", "soc", "refused", 0, "", "", "Arta"),
     rows("decisions", "news", ruled="refused")),
    (e.NoteTaken(60, (), "soc", "Hm."), {}),
    (e.DissentRecorded(60, (), "news", "soc", "Arta", "Not yet."), {}),
    (e.ModuleOpened(60, ALL, "noon"),
     dict(leaves(asdict(ModuleState("open")), "modules.noon")) | {"module": "noon"}),
    (e.QuestionAnswered(60, (), "talk", "q", "soc", "Perhaps."),
     rows("modules", "talk", answers=(("q", "csmu", "No."), ("q", "soc", "Perhaps.")))),
    (e.ModuleClosed(60, ALL, "talk", "soc"),
     rows("modules", "talk", phase="closed") | {"module": None}),
    (e.ContestPlanned(60, (), 90, None, 7200),
     {"contest.opens": 90, "contest.closes": 7200}),
    (e.ContestOpened(60, ALL, ("shift",)),
     {"contest.phase": "open"} | rows("challenges", "shift", opened=60)),
    (e.ContestFrozen(60, ALL), {"contest.frozen": True}),
    (e.ContestClosed(60, ALL), {"contest.phase": "closed"}),
    (e.ChallengeOpened(60, ALL, "wing"), rows("challenges", "wing", opened=60)),
    (e.ChallengeSolved(60, ALL, "wing", "soc", "Arta", False),
     rows("challenges", "wing", solved=60, role="soc", by="Arta")),
    (e.AnswerTried(60, ALL, "wing", "soc", "Arta"), rows("challenges", "wing", tried=1)),
    (e.HintTaken(60, ALL, "wing", 1, "soc", "Arta"),
     rows("challenges", "wing", hints=({"hint": 1, "at": 60, "role": "soc", "by": "Arta"},))),
    (e.SeatTaken(60, ALL, "soc"), {"staffed": ("soc", "csmu")}),
    (e.SeatVacated(60, ALL, "csmu"), {"staffed": ()}),
    (e.MeasureTurned(60, (), "aim/0", "broken"),
     rows("measures", "aim/0", now="broken", since=60, held=45)),
]  # fmt: skip


@pytest.mark.parametrize(("event", "changes"), CHANGES, ids=[repr(event) for event, _ in CHANGES])
def test_an_event_changes_this_and_nothing_else(event: e.Event, changes: dict[str, Any]):
    state = before()
    was = dict(leaves(asdict(state)))
    fold(state, event)
    now = dict(leaves(asdict(state)))
    assert {
        path: new for path, new in now.items() if path not in was or was[path] != new
    } == changes
    assert was.keys() <= now.keys()


def test_a_repetition_is_unread_again():
    state = before()
    for event in (e.InjectRead(60, (), "news", "soc"), e.InjectSent(90, ALL, "news", "", 2, ())):
        fold(state, event)
    assert state.injects["news"].read == ()


def test_it_does_not_matter_in_which_order_people_sat_down():
    states = [at_startex(WORLD, {}, staffed) for staffed in (("csmu", "soc"), ALL, ("csmu",), ())]
    for state in states:
        for seat in ("csmu", "soc"):
            if seat not in state.staffed:
                fold(state, e.SeatTaken(60, ALL, seat))
    assert {state.hash() for state in states} == {at_startex(WORLD, {}, ALL).hash()}


def test_every_kind_of_event_has_a_fold_and_stands_in_the_table_above():
    assert set(FOLDS) == set(e.KINDS)
    assert {type(event) for event, _ in CHANGES} == set(e.KINDS)


def test_for_every_kind_of_event_it_is_decided_which_conditions_it_touches():
    assert set(e.KINDS) - set(TOUCHES) == UNASKED
    named = {kind: [*kind.__annotations__][SUBJECT] for kind in TOUCHES}
    assert named == TOUCHES


# The law: an event that turns a condition touches one of its keys.

HERE = Path(__file__).parents[2] / "scenarios"
EVERYTHING = load(HERE / "everything")
LEAVES = tuple(kind for name, kind in CONDITIONS.items() if name not in ("all", "any", "not"))


def conditions(part: Any) -> Iterator[Any]:
    """Every leaf of every condition, however deep, of which no target is left open."""
    if isinstance(part, LEAVES) and getattr(part, "asset", "") != "target":
        yield part
    if isinstance(part, Part):
        for name in type(part).model_fields:
            yield from conditions(getattr(part, name))
    elif isinstance(part, dict | tuple):
        for item in part.values() if isinstance(part, dict) else part:
            yield from conditions(item)


@pytest.mark.parametrize("bots", ["doctrine", "silent", "random"])
def test_an_event_that_turns_a_condition_touches_one_of_its_keys(bots: Any):
    tests = {repr(leaf): compiled(leaf) for leaf in conditions(EVERYTHING)}
    setup = Setup(seed=3, bots=bots)
    exercise = Exercise(EVERYTHING, setup)
    exercise.advance(EVERYTHING.length)
    state = at_startex(EVERYTHING, setup.capabilities(EVERYTHING), ())
    turned = set()
    for event in exercise.log:
        was = {name: test.holds(state, event.at) for name, test in tests.items()}
        fold(state, event)
        keys = set(touched(state, event))
        for name, test in tests.items():
            if test.holds(state, event.at) != was[name]:
                assert keys & set(test.keys), (name, event)
                turned.add(name)
    assert len(turned) > 10
