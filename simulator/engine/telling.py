"""Every event as one plain sentence, and its kind as a word to filter by. Pure.

A sentence says only what its event holds, in titles, so whoever may see the event may read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal

from simulator.engine import events as e
from simulator.engine.fields import FIELDS, part
from simulator.engine.phrases import PHRASES
from simulator.engine.state import OrderState
from simulator.engine.titles import NO_ORDERS, Titles
from simulator.scenario.scenario import Scenario
from simulator.speech import say

Kind = Literal[
    "inject", "decision", "consent", "order", "work", "asset", "gauge", "adversary",
    "report", "message", "note", "module", "contest", "control",
]  # fmt: skip


def sentence(
    scenario: Scenario,
    event: e.Event,
    language: str,
    orders: Mapping[str, OrderState] = NO_ORDERS,
) -> str:
    """What happened, on one line. With the state's `orders`, work says what it is done on."""
    titles = Titles(scenario, language, orders)
    turn = TURNS.get(type(event))
    phrase = e.WORDS[type(event)] + (turn(titles, event) if turn else "")
    said = say(language, PHRASES[phrase]).format_map(_Filled(titles, event))
    return " ".join(said.split())


def kind_of(event: e.Event) -> Kind:
    """What the event is about, in a word."""
    return KIND[type(event)]


class _Filled(Mapping[str, str]):
    """The fields of a phrase, each put into words when the phrase asks for it."""

    def __init__(self, titles: Titles, event: e.Event) -> None:
        self._titles = titles
        self._event = event

    def __getitem__(self, name: str) -> str:
        return FIELDS[name](self._titles, self._event)

    def __iter__(self) -> Iterator[str]:
        return iter(FIELDS)

    def __len__(self) -> int:
        return len(FIELDS)


def _ended(titles: Titles, event: e.ExerciseEnded) -> str:
    if event.why.startswith("stuck"):
        return "-stuck"
    return "-so" if event.outcome else ""


def _drift(titles: Titles, event: e.GaugeMoved | e.ValueTurned) -> str:
    return "-rising" if event.per_hour > 0 else "-falling" if event.per_hour else ""


def _unless_so(titles: Titles, event: Any) -> str:
    return "" if event.so else "-not"


def _revealed(titles: Titles, event: e.Revealed) -> str:
    if not event.footholds:
        return ""
    return "-both" if event.assets or event.gauges else "-footholds"


TURNS: Final[dict[type, Callable[[Titles, Any], str]]] = {
    e.ExerciseEnded: _ended,
    e.InjectSent: lambda titles, event: "-from" if part(titles, event, "sender") else "",
    e.InjectsPlanned: lambda titles, event: "-one" if len(event.times) == 1 else "",
    e.Steered: lambda titles, event: "-by" if event.by else "",
    e.DecisionOpened: lambda titles, event: "" if event.due is None else "-due",
    e.DecisionMissed: lambda titles, event: "-so" if event.option else "",
    e.DissentRecorded: lambda titles, event: "-by" if event.by else "",
    e.LinkChanged: lambda titles, event: f"-{event.link}",
    e.HostsHit: lambda titles, event: f"-{event.how}",
    e.WorkaroundSet: lambda titles, event: "" if event.level else "-ended",
    e.GaugeMoved: _drift,
    e.ValueTurned: _drift,
    e.ReadingTurned: lambda titles, event: "-blind" if event.value is None else "",
    e.ReadingForged: lambda titles, event: f"-{event.how}",
    e.ManualTurned: _unless_so,
    e.AlarmsSilenced: _unless_so,
    e.StepFailed: lambda titles, event: "-final" if event.final else "",
    # The step itself stays untold: to have noticed something is not to know what it is.
    e.StepSeen: lambda titles, event: "-in" if event.assets else "",
    e.FactSet: _unless_so,
    e.Revealed: _revealed,
    e.RulingGiven: lambda titles, event: f"-{event.outcome}",
    e.MeasureTurned: lambda titles, event: f"-{event.now}",
}
"""Which of its phrases an event is told in, where it has more than one."""

_BY_KIND: Final[dict[Kind, tuple[type[e.Event], ...]]] = {
    "inject": (e.InjectSent, e.InjectRead, e.InjectWithdrawn, e.InjectReminded),
    "decision": (e.DecisionOpened, e.DecisionTaken, e.DecisionMissed, e.DissentRecorded),
    "consent": (
        e.ConsentAsked, e.ConsentQuestioned, e.ConsentReplied, e.ConsentGiven, e.ConsentRefused,
    ),
    "order": (
        e.ActionOrdered, e.OrderQueued, e.OrderMoved, e.OrderRefused, e.OrderCancelled,
        e.ActionProposed,
    ),
    "work": (e.WorkStarted, e.WorkDone, e.TeamChanged),
    "asset": (
        e.LinkChanged, e.HostsHit, e.HostsRestored, e.WorkaroundSet, e.ServiceChanged, e.Revealed,
    ),
    "gauge": (
        e.GaugeMoved, e.ValueTurned, e.ReadingTurned, e.ReadingForged, e.SetPointChanged,
        e.ManualTurned, e.AlarmsSilenced, e.AlarmRang, e.AlarmCleared, e.LimitPassed,
    ),
    "adversary": (
        e.StepReady, e.StepLaunched, e.StepPlanned, e.StepBlocked, e.StepStarted, e.StepSucceeded,
        e.StepFailed, e.StepStopped, e.StepSeen, e.FootholdGained, e.FootholdLost, e.DataLeaked,
    ),
    "report": (e.ReportDue, e.ReportMissed, e.ReportSent),
    "message": (e.MessageSent,),
    "note": (e.NoteTaken,),
    "module": (e.ModuleOpened, e.QuestionAnswered, e.ModuleClosed),
    "contest": (
        e.ContestPlanned, e.ContestOpened, e.ContestFrozen, e.ContestClosed, e.ChallengeOpened,
        e.ChallengeSolved, e.AnswerTried, e.HintTaken,
    ),
    "control": (
        e.ExerciseStarted, e.ExerciseEnded, e.InjectSkipped, e.InjectHeld, e.InjectReleased,
        e.FactSet, e.SeatTaken, e.SeatVacated, e.MeasureTurned, e.RulingGiven, e.BotInstructed,
        e.Steered, e.InjectsPlanned, e.InjectPostponed, e.InjectWritten, e.Repaced, e.TempoSet,
    ),
}  # fmt: skip
KIND: Final = {event: kind for kind, events in _BY_KIND.items() for event in events}
