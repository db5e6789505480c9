"""Every event as one plain sentence, and its kind as a word to filter by. Pure.

A sentence says only what its event holds, in titles, so that who may see the event may read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.phrases import PHRASES
from simulator.engine.state import OrderState
from simulator.engine.texts import told
from simulator.engine.titles import NO_ORDERS, Titles
from simulator.scenario.injects import Body
from simulator.scenario.scenario import Scenario


def sentence(
    scenario: Scenario,
    event: e.Event,
    language: str,
    orders: Mapping[str, OrderState] = NO_ORDERS,
) -> str:
    """What happened, on one line. With the state's `orders`, work says what it is done on."""
    said = TELLING[type(event)](Titles(scenario, language, orders), event)
    return " ".join(said.split())


def kind_of(event: e.Event) -> str:
    """One word: inject, decision, consent, order, work, asset, gauge, adversary, report, …"""
    return KIND[type(event)]


def say(phrase: str, **names: object) -> str:
    return PHRASES[phrase].format_map(names)


def _ended(titles: Titles, event: e.ExerciseEnded) -> str:
    if event.why.startswith("stuck"):
        return say("exercise-stuck")
    if not event.outcome:
        return say("exercise-ended")
    outcome = titles.scenario.outcomes[event.outcome]
    return say("exercise-ended-so", outcome=titles.words(outcome.title, event.at))


def _sent(titles: Titles, event: e.InjectSent) -> str:
    inject = titles.scenario.inject[event.inject]
    variant = next((v for v in inject.variants if v.id == event.variant), inject)

    def part(name: str) -> str:
        text = getattr(variant, name) or getattr(inject, name)
        words = text.into(titles.language) if text else ""
        return told(titles.scenario, words, event.at, dict(event.values), titles.language)

    subject = part("subject") or part("text")
    channel, sender = say(_channel(variant) or _channel(inject)), part("sender")
    if not sender:
        return say("inject-sent", channel=channel, subject=subject)
    return say("inject-sent-from", channel=channel, sender=sender, subject=subject)


def _channel(body: Body) -> str:
    return body.channel or ""


def _about(phrase: str) -> Callable[[Titles, Any], str]:
    """A sentence about an inject, and what else its event holds."""

    def tell(titles: Titles, event: Any) -> str:
        who = titles.role(getattr(event, "role", ""))
        why = getattr(event, "why", "")
        return say(phrase, subject=titles.subject(event.inject), who=who, why=why)

    return tell


def _opened(titles: Titles, event: e.DecisionOpened) -> str:
    ask = titles.ask(event.decision)
    if event.due is None:
        return say("decision-opened", ask=ask)
    return say("decision-opened-due", ask=ask, due=titles.moment(event.due))


def _taken(titles: Titles, event: e.DecisionTaken) -> str:
    option = titles.option(event.decision, event.option) if event.option else ""
    answer = _adding(option, event.text) if option else event.text
    if event.confidence is not None:
        answer = say("sure", said=answer, confidence=event.confidence)
    said = say(
        "decision-taken", who=titles.role(event.role), ask=titles.ask(event.decision), answer=answer
    )
    return _because(said, event.reason)


def _missed(titles: Titles, event: e.DecisionMissed) -> str:
    ask = titles.ask(event.decision)
    if event.option is None:
        return say("decision-missed-open", ask=ask)
    return say("decision-missed", ask=ask, answer=titles.option(event.decision, event.option))


def _because(said: str, reason: str) -> str:
    return say("because", said=said, reason=reason) if reason else said


def _with(said: str, more: str) -> str:
    return say("with", said=said, more=more) if more else said


def _adding(said: str, more: str) -> str:
    return say("adding", said=said, more=more) if more else said


def _request(titles: Titles, request: str) -> str:
    """What consent is asked for: an order's action, or the question that was decided."""
    kind, _, decision = request.partition("/")
    return titles.ask(decision) if kind == "decision" else _action(titles, request)


def _action(titles: Titles, order: str) -> str:
    action, target = titles.action(order), titles.target(order)
    return say("on", action=action, target=target) if target else action


def _consent_asked(titles: Titles, event: e.ConsentAsked) -> str:
    subject, due = _request(titles, event.request), titles.moment(event.due)
    who, of = titles.role(event.role), titles.role(event.of)
    return say("consent-asked", who=who, of=of, subject=subject, due=due)


def _questioned(titles: Titles, event: e.ConsentQuestioned) -> str:
    subject, who = _request(titles, event.request), titles.role(event.by)
    return say("consent-questioned", who=who, subject=subject, text=event.question)


def _consent(phrase: str, by: str = "by") -> Callable[[Titles, Any], str]:
    """A sentence about a request, with the words that went with it."""

    def tell(titles: Titles, event: Any) -> str:
        who = titles.role(getattr(event, by))
        return _adding(say(phrase, who=who, subject=_request(titles, event.request)), event.text)

    return tell


def _ordered(titles: Titles, event: e.ActionOrdered) -> str:
    action = titles.action(event.order)
    if event.target:
        action = say("on", action=action, target=titles.asset(event.target))
    return _because(say("action-ordered", who=titles.role(event.role), action=action), event.reason)


def _order(phrase: str, by: str = "") -> Callable[[Titles, Any], str]:
    """A sentence about an order; `by` is the field that names who did it."""

    def tell(titles: Titles, event: Any) -> str:
        who = titles.role(getattr(event, by)) if by else ""
        priority = getattr(event, "priority", 0)
        return say(phrase, action=_action(titles, event.order), who=who, priority=priority)

    return tell


def _work(phrase: str) -> Callable[[Titles, Any], str]:
    def tell(titles: Titles, event: Any) -> str:
        people = ", ".join(f"{number} {titles.team(team)}" for team, number in event.people)
        return _with(say(phrase, action=_action(titles, event.order)), people)

    return tell


def _counted(number: int, one: str, many: str) -> str:
    return say(one) if number == 1 else say(many, number=number)


def _team(titles: Titles, event: e.TeamChanged) -> str:
    people = _counted(event.people, "person", "people")
    return say("team-changed", team=titles.team(event.team), people=people)


def _asset(phrase: str, **told: Callable[[Any], str]) -> Callable[[Titles, Any], str]:
    """A sentence about an asset; `told` says in words what else its phrase asks for."""

    def tell(titles: Titles, event: Any) -> str:
        more = {name: words(event) for name, words in told.items()}
        return say(phrase, asset=titles.asset(event.asset), **more)

    return tell


def _workaround(titles: Titles, event: e.WorkaroundSet) -> str:
    phrase = "workaround-set" if event.level else "workaround-ended"
    return say(phrase, asset=titles.asset(event.asset), level=event.level)


def _gauge(titles: Titles, event: e.GaugeMoved) -> str:
    way = "rising" if event.per_hour > 0 else "falling" if event.per_hour else "steady"
    value, rate = f"{event.value / 1000:.0f}", f"{abs(event.per_hour) / 1000:.4g}"
    return say(f"gauge-{way}", gauge=titles.gauge(event.gauge), value=value, rate=rate)


def _step(phrase: str) -> Callable[[Titles, Any], str]:
    return lambda titles, event: say(phrase, step=titles.step(event.step))


def _failed(titles: Titles, event: e.StepFailed) -> str:
    return say("step-failed" if event.final else "step-failed-now", step=titles.step(event.step))


def _seen(titles: Titles, event: e.StepSeen) -> str:
    """The step itself stays untold: to have noticed something is not to know what it is."""
    if not event.assets:
        return say("step-seen")
    return say("step-seen-in", assets=titles.assets(event.assets))


def _revealed(titles: Titles, event: e.Revealed) -> str:
    names = [titles.asset(asset) for asset in event.assets]
    names += [titles.gauge(gauge) for gauge in event.gauges]
    said = [say("revealed", names=", ".join(names))] if names else []
    if event.footholds:
        said.append(say("revealed-footholds", assets=titles.assets(event.footholds)))
    return "; ".join(said)


def _fact(titles: Titles, event: e.FactSet) -> str:
    return say("fact-set" if event.so else "fact-unset", fact=titles.fact(event.fact))


def _report(phrase: str) -> Callable[[Titles, Any], str]:
    def tell(titles: Titles, event: Any) -> str:
        report = titles.words(titles.scenario.reports[event.report].title)
        return say(phrase, report=report, due=titles.moment(getattr(event, "due", 0)))

    return tell


def _reported(titles: Titles, event: e.ReportSent) -> str:
    report = titles.scenario.reports[event.report]
    labels = {field.id: titles.words(field.label) for field in report.fields}
    filled = _entries((labels[name], text) for name, text in event.entries if text)
    said = say("report-sent", who=titles.role(event.role), report=titles.words(report.title))
    return _with(said, filled)


def _entries(entries: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{label}: {text}" for label, text in entries)


def _message(titles: Titles, event: e.MessageSent) -> str:
    others = titles.roles(role for role in event.to if role != event.role)
    others = others or titles.role(event.role)
    return say("message-sent", who=titles.role(event.role), others=others, text=event.text)


def _module(phrase: str) -> Callable[[Titles, Any], str]:
    return lambda titles, event: say(
        phrase, module=titles.words(titles.scenario.modules[event.module].title)
    )


def _answered(titles: Titles, event: e.QuestionAnswered) -> str:
    questions = titles.scenario.modules[event.module].questions
    ask = next(titles.words(q.ask) for q in questions if q.id == event.question)
    return say("question-answered", who=titles.role(event.role), ask=ask, text=event.text)


def _measure(titles: Titles, event: e.MeasureTurned) -> str:
    return say(f"measure-{event.now}", measure=titles.measure(event.measure))
