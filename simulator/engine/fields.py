"""What stands for each name in braces of the engine's phrases: an event's own fields, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine import retelling
from simulator.engine.fold.steering import ACTS_ON_INJECTS
from simulator.engine.measuring import measured
from simulator.engine.phrases import CHANNELS, DEEDS, IN_PLACE, POLICIES
from simulator.engine.titles import Titles
from simulator.scenario.injects import Inject, Variant
from simulator.speech import many, say
from simulator.speech.habits import figure

Field = Callable[[Titles, Any], str]


def part(titles: Titles, event: e.InjectSent, name: str) -> str:
    """A part of an inject as it was sent: its variant's, or else its own."""
    inject = titles.scenario.inject[event.inject]
    text = getattr(_variant(inject, event.variant), name) or getattr(inject, name)
    return titles.words(text, event.at, event.values)


def _variant(inject: Inject, name: str) -> Inject | Variant:
    return next((variant for variant in inject.variants if variant.id == name), inject)


def _channel(titles: Titles, event: e.InjectSent) -> str:
    inject = titles.scenario.inject[event.inject]
    channel = _variant(inject, event.variant).channel or inject.channel or "message"
    return say(titles.language, CHANNELS[channel])


def _sent(titles: Titles, event: e.InjectSent) -> str:
    return part(titles, event, "subject") or part(titles, event, "text")


def _answer(titles: Titles, event: e.DecisionTaken | e.DecisionMissed) -> str:
    text = getattr(event, "text", "")
    if event.option is None:
        return retelling.answer(titles.scenario, event.decision, text, event.at, titles.language)
    return f"{titles.option(event.decision, event.option)} {_more(text)}"


def _more(text: str) -> str:
    return f"– {text}" if text else ""


def _sure(titles: Titles, event: e.DecisionTaken) -> str:
    if event.confidence is None:
        return ""
    return say(titles.language, "({number} % sure)", number=event.confidence)


def _reason(titles: Titles, event: e.DecisionTaken | e.ActionOrdered | e.Steered) -> str:
    return say(titles.language, "(reason: {text})", text=event.reason) if event.reason else ""


def _action(titles: Titles, event: Any) -> str:
    return titles.action(event.order, getattr(event, "target", None))


def _crew(titles: Titles, event: e.WorkStarted | e.WorkDone) -> str:
    crew = ", ".join(f"{titles.team(team)} {number}" for team, number in event.people)
    return f"({crew})" if crew else ""


def hosts(language: str, number: int) -> str:
    """So many hosts, in words."""
    return many(language, "{number} host", "{number} hosts", number)


def _data(titles: Titles, event: e.DataLeaked) -> str:
    return say(
        titles.language,
        "{number} GB",
        number=figure(titles.language, f"{event.megabytes / 1000:.4g}"),
    )


def _people(titles: Titles, event: e.TeamChanged) -> str:
    return many(titles.language, "{number} person", "{number} people", event.people)


def _found(titles: Titles, event: e.Revealed) -> str:
    return ", ".join((*map(titles.asset, event.assets), *map(titles.gauge, event.gauges)))


def _measured(titles: Titles, event: Any, thousandths: int) -> str:
    return measured(titles.language, titles.scenario.gauges[event.gauge], thousandths)


def _fact(titles: Titles, event: e.FactSet) -> str:
    return titles.words(titles.scenario.facts[event.fact].about) or event.fact.replace("-", " ")


def _entries(titles: Titles, event: e.ReportSent) -> str:
    fields = {field.id: field for field in titles.scenario.reports[event.report].fields}

    def filled_in(name: str, text: str) -> str:
        field = fields[name]
        said = retelling.entry(titles.scenario, field, text, event.at, titles.language)
        return f"{titles.words(field.label)}: {said}"

    return _more("; ".join(filled_in(name, text) for name, text in event.entries if text))


def _question(titles: Titles, event: e.ConsentQuestioned) -> str:
    return retelling.question(
        titles.scenario, event.request, event.question, event.at, titles.language
    )


def _others(titles: Titles, event: e.MessageSent) -> str:
    return titles.roles(event.to[1:] or event.to)


def _discussed(titles: Titles, event: e.QuestionAnswered) -> str:
    questions = titles.scenario.modules[event.module].questions
    return next(titles.words(q.ask) for q in questions if q.id == event.question)


def _subject(titles: Titles, event: e.RulingGiven) -> str:
    """What was decided; a proposal is known to who made it."""
    if event.subject in titles.scenario.decision:
        return titles.ask(event.subject)
    return say(titles.language, "what was proposed")


def _deed(titles: Titles, event: e.Steered) -> str:
    deed = DEEDS.get(event.act, IN_PLACE)
    return say(titles.language, deed)


def _concern(titles: Titles, event: e.Steered) -> str:
    """What control acts on, by its title; what it is only about to write has none yet."""
    name = event.of
    if event.act == "write" or not name:
        return ""
    if event.act in ACTS_ON_INJECTS:
        return f"– {titles.inject(name)}"
    return f"– {', '.join(called(titles, each) for each in name.split(', '))}"


def called(titles: Titles, name: str) -> str:
    """Whatever has this id, by its title. What players propose is called after who did: their
    words are theirs and control's."""
    scenario = titles.scenario
    if name in scenario.decision:
        return titles.ask(name)
    if name in scenario.roles:
        return titles.role(name)
    if name in scenario.assets:
        return titles.asset(name)
    if name in scenario.gauges:
        return titles.gauge(name)
    if name in scenario.inject:
        return titles.inject(name)
    if name in scenario.step:
        return titles.words(scenario.step[name].title)
    role = name.removeprefix("proposal-").rpartition("-")[0]
    if role in scenario.roles:
        return say(titles.language, "what {role} proposed", role=titles.role(role))
    return name


def _planned(titles: Titles, event: e.InjectsPlanned) -> str:
    if len(event.times) == 1:
        return titles.inject(event.times[0][0])
    return many(titles.language, "{number} message", "{number} messages", len(event.times))


def _moment(titles: Titles, event: e.InjectsPlanned) -> str:
    _, due = event.times[0]
    return "–" if due is None else titles.moment(due)


def _price(titles: Titles, event: e.HintTaken) -> str:
    return str(titles.scenario.challenge[event.challenge].hints[event.hint - 1].costs)


FIELDS: Final[dict[str, Field]] = {
    "outcome": lambda t, event: t.words(t.scenario.outcomes[event.outcome].title, event.at),
    "channel": _channel,
    "sender": lambda t, event: part(t, event, "sender"),
    "sent": _sent,
    "inject": lambda t, event: t.inject(event.inject),
    "until": lambda t, event: t.moment(event.until),
    "planned": _planned,
    "moment": _moment,
    "end": lambda t, event: t.moment(event.end),
    "percent": lambda t, event: str(event.share // 10),
    "person": lambda t, event: event.by,
    "deed": _deed,
    "concern": _concern,
    "why": lambda t, event: say(t.language, event.why),
    "role": lambda t, event: t.role(event.role),
    "by": lambda t, event: t.role(event.by),
    "colleague": lambda t, event: event.by,
    "of": lambda t, event: t.role(event.of),
    "ask": lambda t, event: t.ask(event.decision),
    "due": lambda t, event: t.moment(event.due),
    "answer": _answer,
    "sure": _sure,
    "reason": _reason,
    "request": lambda t, event: t.request(event.request),
    "question": _question,
    "text": lambda t, event: event.text,
    "more": lambda t, event: _more(event.text),
    "action": _action,
    "priority": lambda t, event: str(event.priority),
    "crew": _crew,
    "team": lambda t, event: t.team(event.team),
    "people": _people,
    "asset": lambda t, event: t.asset(event.asset),
    "hosts": lambda t, event: hosts(t.language, event.hosts),
    "restored": lambda t, event: hosts(t.language, event.encrypted + event.wiped),
    "data": _data,
    "level": lambda t, event: str(event.level),
    "service": lambda t, event: f"{event.level / 10:.0f}",
    "gauge": lambda t, event: t.gauge(event.gauge),
    "value": lambda t, event: _measured(t, event, event.value),
    "target": lambda t, event: _measured(t, event, event.target),
    "alarm": lambda t, event: t.words(t.scenario.gauges[event.gauge].alarms[event.alarm].title),
    "limit": lambda t, event: t.words(t.scenario.gauges[event.gauge].limits[event.limit].title),
    "rate": lambda t, event: figure(t.language, f"{abs(event.per_hour) / 1000:.4g}"),
    "step": lambda t, event: t.words(t.scenario.step[event.step].title),
    "assets": lambda t, event: t.assets(event.assets),
    "found": _found,
    "footholds": lambda t, event: t.assets(event.footholds),
    "fact": _fact,
    "report": lambda t, event: t.words(t.scenario.reports[event.report].title),
    "entries": _entries,
    "others": _others,
    "module": lambda t, event: t.words(t.scenario.modules[event.module].title),
    "discussed": _discussed,
    "seat": lambda t, event: t.role(event.seat),
    "policy": lambda t, event: say(t.language, POLICIES[event.policy]),
    "subject": _subject,
    "measure": lambda t, event: t.measure(event.measure),
    "opens": lambda t, event: t.moment(event.opens),
    "closes": lambda t, event: t.moment(event.closes),
    "contest": lambda t, event: t.words(t.scenario.contest.title) if t.scenario.contest else "",
    "challenge": lambda t, event: t.words(t.scenario.challenge[event.challenge].title),
    "solver": lambda t, event: event.by or t.role(event.role),
    "hint": lambda t, event: str(event.hint),
    "price": _price,
}
