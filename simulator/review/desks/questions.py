"""Every decision of a take by the places of what happened to it, and what came of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from simulator.engine import events as e
from simulator.engine.annals import DECISIONS, Follower, led_to
from simulator.review.recorded import Take
from simulator.scenario.scenario import Scenario


class Question(NamedTuple):
    """Places in the log: where its inject was sent last before it was asked, where it was opened,
    and taken or missed; `rulings` are control's, `others` are consents and that it was taken
    back."""

    decision: str
    inject: str
    role: str
    sent: int
    opened: int
    settled: int | None = None
    rulings: tuple[int, ...] = ()
    others: tuple[int, ...] = ()

    @property
    def cites(self) -> tuple[int, ...]:
        settled = () if self.settled is None else (self.settled,)
        return tuple(sorted((self.opened, *settled, *self.rulings, *self.others)))


_OF_CONSENT: Final = (
    e.ConsentAsked, e.ConsentQuestioned, e.ConsentReplied, e.ConsentGiven, e.ConsentRefused,
)  # fmt: skip


def questions(take: Take) -> dict[str, Question]:
    """In the order in which they were asked."""
    found: dict[str, Question] = {}
    sent: dict[str, int] = {}
    for place, event in enumerate(take.log):
        if isinstance(event, e.InjectSent):
            sent[event.inject] = place
        elif isinstance(event, e.DecisionOpened):
            name = event.decision
            inject = take.scenario.decision[name][0].id
            role = take.scenario.decider(name)
            found[name] = Question(name, inject, role, sent.get(inject, place), place)
        else:
            name = _about(event)
            if name in found:
                found[name] = _gone_on(found[name], place, event)
    return found


def _about(event: Any) -> str:
    """The decision that something happened to; empty for none."""
    if isinstance(event, (*DECISIONS, e.InjectWithdrawn)):
        return event.decision
    if isinstance(event, e.RulingGiven):
        return event.subject
    if isinstance(event, _OF_CONSENT):
        kind, _, name = event.request.partition("/")
        return name if kind == "decision" else ""
    return ""


def _gone_on(question: Question, place: int, event: Any) -> Question:
    if isinstance(event, DECISIONS):
        return question._replace(settled=place)
    if isinstance(event, e.RulingGiven):
        return question._replace(rulings=(*question.rulings, place))
    return question._replace(others=(*question.others, place))


CHANGES: Final = frozenset({
    e.ExerciseEnded, e.InjectSent, e.ReportSent, e.ModuleOpened, e.WorkStarted, e.WorkDone,
    e.TeamChanged, e.LinkChanged, e.HostsHit, e.HostsRestored, e.FootholdGained, e.FootholdLost,
    e.DataLeaked, e.WorkaroundSet, e.ServiceChanged, e.GaugeMoved, e.FactSet, e.Revealed,
    e.StepStarted, e.StepBlocked, e.StepSucceeded, e.StepFailed, e.StepStopped, e.StepSeen,
    e.ValueTurned, e.ReadingForged, e.SetPointChanged, e.ManualTurned, e.AlarmsSilenced,
    e.AlarmRang, e.LimitPassed,
})  # fmt: skip
"""What changes the world or what is known of it; requests and orders only ask for that."""


def followed(take: Take, asked: Mapping[str, Question]) -> dict[str, list[Follower]]:
    """By decision what followed from it, be it through a ruling of control; of a later decision
    only that one."""
    after = led_to(take.run.annals, (*DECISIONS, e.RulingGiven))
    return {
        name: sorted(
            follower
            for place in (question.settled, *question.rulings)
            if place is not None
            for follower in after.get(place, ())
        )
        for name, question in asked.items()
    }


def effect(take: Take, followers: Iterable[Follower]) -> int | None:
    """The place of the first that changes anything; a fact counts where the author says what it
    is about."""
    for place, _ in followers:
        event = take.log[place]
        if isinstance(event, e.FactSet) and take.scenario.facts[event.fact].about is None:
            continue
        if type(event) in CHANGES:
            return place
    return None


def best(scenario: Scenario, decision: str, option: str | None) -> bool | None:
    """Whether it is one of the author's best; None where there are none, or nothing was chosen."""
    _, asked = scenario.decision[decision]
    wanted = [one.id for one in asked.options if one.best]
    return option in wanted if wanted and option else None
