"""The single things that a condition asks for, each as a clause that says yes or no. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from simulator.engine.titles import Titles
from simulator.engine.wording.figures import bounds, either, moment
from simulator.engine.wording.reports import report
from simulator.scenario import conditions as c
from simulator.scenario.values import TARGET
from simulator.speech import mark, say

Pair = tuple[str, str]
"""What is said where it is so, and where it is not so."""


def asset(titles: Titles, name: str) -> str:
    """The title of an asset; inside an action that has targets, the one that will be chosen."""
    return say(titles.language, "the target") if name == TARGET else titles.asset(name)


def fact(titles: Titles, name: str) -> str:
    """What is so or not, without the full stop that it may end with."""
    about = titles.words(titles.scenario.facts[name].about)
    return about.strip().removesuffix(".") or name.replace("-", " ")


def quoted(language: str, words: Iterable[str]) -> str:
    """`“this” or “that”`."""
    return either(language, (f"“{word}”" for word in words))


LINKS: Final[dict[str, Pair]] = {
    "connected": (mark("{asset} is connected"), mark("{asset} is not connected")),
    "isolated": (mark("{asset} is isolated"), mark("{asset} is not isolated")),
    "switched-off": (mark("{asset} is switched off"), mark("{asset} is not switched off")),
}
FOOTHOLD: Final[Pair] = (
    mark("the adversary has a foothold in {asset}"), mark("no adversary is in {asset}"),
)  # fmt: skip
ASSETS: Final[dict[str, tuple[Pair, str]]] = {
    "service": (
        (mark("service of {asset} is {bounds}"), mark("service of {asset} is not {bounds}")),
        "%",
    ),
    "hosts_intact": (
        (
            mark("the share of {asset} that is intact is {bounds}"),
            mark("the share of {asset} that is intact is not {bounds}"),
        ),
        "%",
    ),
    "encrypted": (
        (
            mark("the share of {asset} that is encrypted is {bounds}"),
            mark("the share of {asset} that is encrypted is not {bounds}"),
        ),
        "%",
    ),
    "wiped": (
        (
            mark("the share of {asset} that is wiped is {bounds}"),
            mark("the share of {asset} that is wiped is not {bounds}"),
        ),
        "%",
    ),
    "leaked": (
        (
            mark("the data that left {asset} is {bounds}"),
            mark("the data that left {asset} is not {bounds}"),
        ),
        "GB",
    ),
}


def _asset(titles: Titles, asked: c.AssetIs, so: bool) -> str:
    title = asset(titles, asked.asset)
    if asked.link is not None:
        return say(titles.language, LINKS[asked.link][not so], asset=title)
    if asked.foothold is not None:
        return say(titles.language, FOOTHOLD[so != asked.foothold], asset=title)
    field = next(name for name in ASSETS if getattr(asked, name) is not None)
    pair, unit = ASSETS[field]
    level = bounds(titles.language, getattr(asked, field), unit)
    return say(titles.language, pair[not so], asset=title, bounds=level)


GAUGE: Final[Pair] = (mark("{gauge} is {bounds}"), mark("{gauge} is not {bounds}"))


MANUAL: Final[Pair] = (
    mark("{gauge} is worked by hand"), mark("{gauge} is not worked by hand"),
)  # fmt: skip
ALARM: Final[Pair] = (
    mark("the alarm “{alarm}” of {gauge} rings"), mark("the alarm “{alarm}” of {gauge} is silent"),
)  # fmt: skip
PASSED: Final[Pair] = (
    mark("{gauge} has passed the limit “{limit}”"),
    mark("{gauge} has not passed the limit “{limit}”"),
)
DECEIVED: Final[Pair] = (
    mark("the reading of {gauge} is forged"), mark("the reading of {gauge} is not forged"),
)  # fmt: skip


def _gauge(titles: Titles, asked: c.GaugeIs, so: bool) -> str:
    """One thing that is asked of it."""
    language, title, gauge = (
        titles.language, titles.gauge(asked.gauge), titles.scenario.gauges[asked.gauge]
    )  # fmt: skip
    if asked.manual is not None:
        return say(language, MANUAL[so != asked.manual], gauge=title)
    if asked.deceived is not None:
        return say(language, DECEIVED[so != asked.deceived], gauge=title)
    if asked.alarm is not None:
        alarm = titles.words(gauge.alarms[asked.alarm].title)
        return say(language, ALARM[not so], gauge=title, alarm=alarm)
    if asked.passed is not None:
        limit = titles.words(gauge.limits[asked.passed].title)
        return say(language, PASSED[not so], gauge=title, limit=limit)
    level = bounds(language, asked, gauge.unit or "")
    return say(language, GAUGE[not so], gauge=title, bounds=level)


STEPS: Final[dict[str, Pair]] = {
    "waiting": (mark("“{step}” still waits"), mark("“{step}” no longer waits")),
    "blocked": (mark("“{step}” is held up"), mark("“{step}” is not held up")),
    "running": (mark("“{step}” is under way"), mark("“{step}” is not under way")),
    "started": (mark("“{step}” has begun"), mark("“{step}” has not begun")),
    "done": (mark("“{step}” has succeeded"), mark("“{step}” has not succeeded")),
    "failed": (mark("“{step}” has failed"), mark("“{step}” has not failed")),
    "stopped": (mark("“{step}” was stopped"), mark("“{step}” was not stopped")),
    "seen": (mark("“{step}” was noticed"), mark("“{step}” was not noticed")),
}


def _step(titles: Titles, asked: c.StepIs, so: bool) -> str:
    title = titles.words(titles.scenario.step[asked.step].title)
    return say(titles.language, STEPS[asked.state][not so], step=title)


INJECTS: Final[dict[str, Pair]] = {
    "sent": (mark("“{inject}” was sent"), mark("“{inject}” was not sent")),
    "read": (mark("“{inject}” was read"), mark("“{inject}” was not read")),
    "skipped": (mark("“{inject}” was struck"), mark("“{inject}” was not struck")),
}


def _inject(titles: Titles, asked: c.InjectIs, so: bool) -> str:
    title = titles.inject(asked.inject)
    return say(titles.language, INJECTS[asked.state][not so], inject=title)


CHOSE: Final[Pair] = (
    mark("“{ask}” is settled as {options}"), mark("“{ask}” is not settled as {options}"),
)  # fmt: skip
DECISIONS: Final[dict[str, Pair]] = {
    "open": (mark("“{ask}” is open"), mark("“{ask}” is not open")),
    "taken": (mark("{role} has answered “{ask}”"), mark("{role} has not answered “{ask}”")),
    "missed": (
        mark("{role} has missed “{ask}”"), mark("{role} has not missed “{ask}”"),
    ),
    "closed": (mark("“{ask}” is closed"), mark("“{ask}” is not closed")),
}  # fmt: skip


def _decision(titles: Titles, asked: c.DecisionIs, so: bool) -> str:
    name, ask = asked.decision, titles.ask(asked.decision)
    if asked.chose:
        options = quoted(titles.language, (titles.option(name, option) for option in asked.chose))
        return say(titles.language, CHOSE[not so], ask=ask, options=options)
    role = titles.role(titles.scenario.decider(name))
    return say(titles.language, DECISIONS[asked.state or "closed"][not so], role=role, ask=ask)


ACTIONS: Final[dict[str, Pair]] = {
    "ordered": (mark("“{action}” was ordered"), mark("“{action}” was not ordered")),
    "waiting": (mark("“{action}” waits for consent"), mark("“{action}” waits for no consent")),
    "queued": (mark("“{action}” waits for people"), mark("“{action}” waits for no people")),
    "running": (mark("“{action}” is under way"), mark("“{action}” is not under way")),
    "done": (mark("“{action}” is done"), mark("“{action}” is not done")),
    "refused": (mark("“{action}” was refused"), mark("“{action}” was not refused")),
    "cancelled": (mark("“{action}” was cancelled"), mark("“{action}” was not cancelled")),
}


def _action(titles: Titles, asked: c.ActionIs, so: bool) -> str:
    title = titles.words(titles.scenario.actions[asked.action].title)
    if asked.target:
        title = f"{title} – {asset(titles, asked.target)}"
    return say(titles.language, ACTIONS[asked.state][not so], action=title)


PEOPLE: Final[Pair] = (mark("{team} has {bounds} people"), mark("{team} has not {bounds} people"))
FREE: Final[Pair] = (
    mark("{team} has {bounds} people free"), mark("{team} has not {bounds} people free"),
)  # fmt: skip


def _team(titles: Titles, asked: c.TeamIs, so: bool) -> str:
    pair, asked_for = (PEOPLE, asked.people) if asked.people else (FREE, asked.free)
    level = bounds(titles.language, asked_for) if asked_for else ""
    return say(titles.language, pair[not so], team=titles.team(asked.team), bounds=level)


CAPABILITY: Final[Pair] = (
    mark("the country has “{capability}”"), mark("the country lacks “{capability}”"),
)  # fmt: skip


def _capability(titles: Titles, asked: c.CapabilityIs, so: bool) -> str:
    title = titles.words(titles.scenario.capabilities[asked.capability].title)
    return say(titles.language, CAPABILITY[not so], capability=title)


FACT: Final[Pair] = (mark("“{fact}” is so"), mark("“{fact}” is not so"))


def _fact(titles: Titles, asked: c.FactIs, so: bool) -> str:
    return say(titles.language, FACT[not so], fact=fact(titles, asked.fact))


MODULES: Final[dict[str, Pair]] = {
    "open": (
        mark("the discussion “{module}” is open"), mark("the discussion “{module}” is not open"),
    ),
    "closed": (
        mark("the discussion “{module}” has ended"),
        mark("the discussion “{module}” has not ended"),
    ),
}  # fmt: skip


def _module(titles: Titles, asked: c.ModuleIs, so: bool) -> str:
    title = titles.words(titles.scenario.modules[asked.module].title)
    return say(titles.language, MODULES[asked.state][not so], module=title)


CHALLENGES: Final[dict[str, Pair]] = {
    "open": (
        mark("the challenge “{challenge}” is on the board"),
        mark("the challenge “{challenge}” is not on the board"),
    ),
    "tried": (
        mark("a wrong answer was given to “{challenge}”"),
        mark("no wrong answer was given to “{challenge}”"),
    ),
    "solved": (
        mark("the challenge “{challenge}” is solved"),
        mark("the challenge “{challenge}” is not solved"),
    ),
}


def _challenge(titles: Titles, asked: c.ChallengeIs, so: bool) -> str:
    title = titles.words(titles.scenario.challenge[asked.challenge].title)
    return say(titles.language, CHALLENGES[asked.state][not so], challenge=title)


SEAT: Final[Pair] = (mark("people hold the seat {role}"), mark("nobody holds the seat {role}"))


def _role(titles: Titles, asked: c.RoleIs, so: bool) -> str:
    staffed = (asked.state == "staffed") == so
    return say(titles.language, SEAT[not staffed], role=titles.role(asked.role))


SINCE: Final[Pair] = (mark("it is {moment} or later"), mark("it is before {moment}"))


def _time(titles: Titles, asked: c.TimeIs, so: bool) -> str:
    """One bound of it: not to be before a moment is to be past it."""
    after, before = asked.time.after, asked.time.before
    at = before if after is None else after
    return say(titles.language, SINCE[so != (before is None)], moment=moment(at or 0))


WORDS: Final[dict[type, Callable[[Titles, Any, bool], str]]] = {
    c.AssetIs: _asset, c.GaugeIs: _gauge, c.StepIs: _step, c.InjectIs: _inject,
    c.DecisionIs: _decision, c.ActionIs: _action, c.ReportIs: report, c.TeamIs: _team,
    c.CapabilityIs: _capability, c.FactIs: _fact, c.ModuleIs: _module, c.RoleIs: _role,
    c.TimeIs: _time, c.ChallengeIs: _challenge,
}  # fmt: skip
"""What is said of each kind of condition that asks for one thing."""
