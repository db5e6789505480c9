"""What one role has in hand: requests for consent, actions, orders, reports. Pure."""

from __future__ import annotations

from collections.abc import Iterator, KeysView

from simulator.engine import retelling
from simulator.engine import views as v
from simulator.engine.availability import order_why_not, report_why_not
from simulator.engine.knowledge import Known, named, team_title, words
from simulator.engine.queues import in_line
from simulator.engine.reported import blank
from simulator.engine.rules import waits
from simulator.engine.state import OrderState
from simulator.scenario.actions import Action
from simulator.speech import Tellable, say

ENDED = ("done", "refused", "cancelled")


def requests(known: Known) -> tuple[v.RequestView, ...]:
    """Consents that the role is asked for, or has asked for."""
    found = []
    for name, state in known.state.requests.items():
        if known.role not in (state.role, state.of):
            continue
        open_now = waits(known.state, name)
        subject, reason = _subject(known, name)
        found.append(
            v.RequestView(
                id=name,
                subject=subject,
                asker=known.seat(state.role),
                of=known.seat(state.of),
                mine_to_answer=open_now and state.of == known.role and state.phase == "asked",
                mine_to_reply=open_now and state.role == known.role and state.phase == "questioned",
                asked_at=state.asked,
                due=state.due,
                question=_question(known, name),
                reason=reason,
                phase=state.phase,
                reply=state.text,
            )
        )
    return tuple(found)


def _question(known: Known, request: str) -> str:
    state = known.state.requests[request]
    return retelling.question(known.scenario, request, state.question, state.asked, known.language)


def _told(known: Known, why: Tellable | None) -> str:
    return why.into(known.language) if why else ""


def _subject(known: Known, request: str) -> tuple[str, str]:
    """What a request is about, and the reason given for it."""
    if request in known.state.orders:
        order = known.state.orders[request]
        return _order_title(known, order), order.reason
    name = request.partition("/")[2]
    state = known.state.decisions[name]
    option = known.scenario.option(name, state.option or "")
    _, asked = known.scenario.decision[name]
    label = words(known, option.label if option else None)
    return f"{words(known, asked.ask)} → {label}", state.reason


def _order_title(known: Known, order: OrderState) -> str:
    title, target = words(known, known.scenario.actions[order.action].title), _target(known, order)
    return f"{title}: {target}" if target else title


def _target(known: Known, order: OrderState) -> str:
    return words(known, known.scenario.assets[order.target].title) if order.target else ""


def actions(known: Known) -> tuple[v.ActionView, ...]:
    """What the role could order at all, with why not where it can't now."""
    own = known.scenario.actions.items()
    return tuple(_action(known, name, a) for name, a in own if known.role in a.by)


def _action(known: Known, name: str, action: Action) -> v.ActionView:
    def why_not(target: str | None) -> str:
        why = order_why_not(known.scenario, known.state, known.now, name, target)
        return _told(known, why)

    targets = tuple(
        v.TargetView(asset, words(known, known.scenario.assets[asset].title), why_not(asset))
        for asset in action.targets
    )
    none_free = bool(targets) and all(target.why_not for target in targets)
    return v.ActionView(
        id=name,
        title=words(known, action.title),
        about=words(known, action.about),
        expect=words(known, action.expect),
        people=tuple((team_title(known, t), n) for t, n in action.takes.people.items()),
        shortest=action.takes.time.low,
        longest=action.takes.time.high,
        consent=named(known, (link.role for link in action.consent)),
        targets=targets,
        irreversible=action.irreversible,
        why_not=(targets[0].why_not if none_free else "") if targets else why_not(None),
    )


def orders(known: Known) -> tuple[v.OrderView, ...]:
    """The role's own orders, those that go on first, the newest of each first."""
    own = [(n, o) for n, o in known.state.orders.items() if o.role == known.role]
    own.sort(key=lambda pair: (pair[1].phase in ENDED, -pair[1].ordered))
    places = _places(known)
    return tuple(_order(known, name, order, places.get(name, 0)) for name, order in own)


def _places(known: Known) -> dict[str, int]:
    """How soon its turn comes to each of the role's orders that wait for people.

    It comes after those that wait for the same teams; of orders of others for other roles' teams
    the role knows nothing.
    """
    orders, teams = known.state.orders, known.scenario.roles[known.role].teams.keys()
    places: dict[str, int] = {}
    before: list[KeysView[str]] = []
    for name in in_line(orders):
        people = known.scenario.actions[orders[name].action].takes.people.keys()
        own = orders[name].role == known.role
        if own:
            places[name] = 1 + sum(not people.isdisjoint(other) for other in before)
        if own or not people.isdisjoint(teams):
            before.append(people)
    return places


def _order(known: Known, name: str, order: OrderState, place: int) -> v.OrderView:
    takes = known.scenario.actions[order.action].takes
    return v.OrderView(
        id=name,
        action=order.action,
        title=words(known, known.scenario.actions[order.action].title),
        target=_target(known, order),
        phase=order.phase,  # type: ignore[arg-type]  # one of the six words
        ordered_at=order.ordered,
        since=order.since,
        priority=order.priority,
        usual_end=order.since + takes.time.likely if order.phase == "running" else None,
        waits_for=_waits_for(known, name, order),
        people=tuple(takes.people.items()),
        place=place,
    )


def _waits_for(known: Known, name: str, order: OrderState) -> str:
    if order.phase == "waiting" and name in known.state.requests:
        request = known.state.requests[name]
        who = known.seat(request.of)
        if request.phase != "questioned":
            return who
        question = _question(known, name)
        return say(known.language, "{who} asks: {question}", who=who, question=question)
    if order.phase == "queued":
        people = known.scenario.actions[order.action].takes.people
        return ", ".join(
            say(known.language, "{number} of {team}", number=number, team=team_title(known, team))
            for team, number in people.items()
        )
    return ""


def reports(known: Known) -> tuple[v.ReportView, ...]:
    found = []
    for name, report in known.scenario.reports.items():
        if known.role in report.by:
            state = known.state.reports[name]
            fields = tuple(
                blank(field, known.scenario.language, lambda text: words(known, text))
                for field in report.fields
            )
            why_not = _told(known, report_why_not(known.scenario, known.state, known.now, name))
            due = state.due if state.sent is None else None
            since = due - report.clock.within if due is not None and report.clock else None
            found.append(
                v.ReportView(
                    name, words(known, report.title), words(known, report.about),
                    named(known, report.to), fields, due, state.sent, why_not, since,
                    state.entries if known.role in (state.by, *report.to) else (),
                )
            )  # fmt: skip
    return tuple(found)


def reported(known: Known) -> Iterator[v.Reported]:
    """What the role sent last of each report, and what was right in it; for when it is all over."""
    for name, report in known.scenario.reports.items():
        state = known.state.reports[name]
        if state.by != known.role or state.sent is None:
            continue
        labels = {field.id: words(known, field.label) for field in report.fields}
        written = {field for field, _ in state.entries}
        yield v.Reported(
            title=words(known, report.title),
            at=state.sent,
            right=tuple(labels[field] for field in state.right),
            wrong=tuple(labels[field] for field in state.wrong if field in written),
            left_out=tuple(labels[f.id] for f in report.fields if f.wanted and f.id not in written),
        )
