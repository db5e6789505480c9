"""Every seat as its work stands: what is unread and open, what is due, when it last acted. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from simulator.engine.overseeing.run import Run
from simulator.engine.rules import waits
from simulator.engine.titles import Titles
from simulator.engine.views.overview import RoleRow
from simulator.speech import say


class Open(NamedTuple):
    """Something that a role is to do, until second `due` where it has one."""

    due: int | None
    what: str


def roles(run: Run, titles: Titles, last_acts: Mapping[str, int]) -> Iterator[RoleRow]:
    """`last_acts` is by role when it last asked for anything."""
    state, now = run.state, run.now
    unread, todo = _unread(run), _open(run, titles)
    for name in run.scenario.roles:
        due = min(
            (thing for thing in todo[name] if thing.due is not None and thing.due >= now),
            default=Open(None, ""),
        )
        yield RoleRow(
            id=name,
            title=titles.role(name),
            staffed=name in state.staffed,
            policy=state.policies.get(name, run.setup.bots),
            unread=len(unread[name]),
            oldest_unread=min(unread[name], default=None),
            open=len(todo[name]),
            next_due=due.due,
            next_what=due.what,
            last_act=last_acts.get(name),
        )


def _unread(run: Run) -> defaultdict[str, list[int]]:
    """When each inject was sent that lies unread, by role."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    injects = run.scenario.inject
    for name, stands in run.state.injects.items():
        if stands.sent and not stands.withdrawn:
            to = injects[name].to
            if len(stands.read) < len(to):
                for role in to:
                    if role not in stands.read:
                        found[role].append(stands.last)
    return found


def _open(run: Run, titles: Titles) -> defaultdict[str, list[Open]]:
    found: defaultdict[str, list[Open]] = defaultdict(list)
    for role, thing in _things(run, titles):
        found[role].append(thing)
    return found


def _things(run: Run, titles: Titles) -> Iterator[tuple[str, Open]]:
    scenario, state, language = run.scenario, run.state, titles.language
    for name, decision in state.decisions.items():
        if decision.phase == "open":
            yield scenario.decider(name), Open(decision.due, titles.ask(name))
    for name, request in state.requests.items():
        if request.phase not in ("asked", "questioned") or not waits(state, name):
            continue
        subject = titles.request(name)
        if request.phase == "asked":
            what = say(language, "consent: {subject}", subject=subject)
            yield request.of, Open(request.due, what)
        else:
            what = say(language, "a reply: {subject}", subject=subject)
            yield request.role, Open(request.due, what)
    for name, report in state.reports.items():
        if report.due is not None and report.sent is None:
            told = scenario.reports[name]
            for role in told.by:
                yield role, Open(report.due, titles.words(told.title))
    yield from _questions(run, titles)


def _questions(run: Run, titles: Titles) -> Iterator[tuple[str, Open]]:
    """Those of the discussion that is open which a role has not answered."""
    if run.state.module is None:
        return
    answered = {(name, role) for name, role, _ in run.state.modules[run.state.module].answers}
    for question in run.scenario.modules[run.state.module].questions:
        for role in question.to:
            if (question.id, role) not in answered:
                yield role, Open(None, titles.words(question.ask))
