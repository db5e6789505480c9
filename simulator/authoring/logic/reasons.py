"""Why a condition never holds, and what its author may do about it, in a few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.authoring.logic.unfolding import Unfolding
from simulator.scenario import conditions as c

_LINKS: Final = {
    "connected": "reconnects it", "isolated": "isolates it", "switched-off": "switches it off"
}  # fmt: skip


def reason(world: Unfolding, condition: c.Condition) -> str:
    """It goes on where a sentence said that this never holds."""
    why = _WHYS.get(type(condition))
    return f": {why(world, condition)}" if why else "; delete it, or let it come about"


def _asset(world: Unfolding, asked: c.AssetIs) -> str:
    if asked.link and str(asked.link) not in world.values(("link", asked.asset)):
        return f"no effect on '{asked.asset}' ever {_LINKS[str(asked.link)]}; add one"
    if asked.foothold is True and True not in world.values(("foothold", asked.asset)):
        return f"the adversary never has a foothold in '{asked.asset}'; add a step or an effect"
    return f"nothing that may happen brings '{asked.asset}' there; change the one or the other"


def _not(world: Unfolding, asked: c.Not) -> str:
    denied = asked.denied
    if isinstance(denied, c.AssetIs) and denied.link == c.Link.CONNECTED:
        return f"no effect ever cuts '{denied.asset}' off; add one, or delete this"
    return "what it denies always holds; delete this"


def _gauge(world: Unfolding, asked: c.GaugeIs) -> str:
    name = asked.gauge
    if asked.alarm and True not in world.values(("alarm", name, asked.alarm)):
        return f"'{name}' is never shown so far that '{asked.alarm}' rings; move it, or delete this"
    if asked.passed and True not in world.values(("passed", name, asked.passed)):
        return f"'{name}' never passes '{asked.passed}'; move it, or delete this"
    if asked.manual and True not in world.values(("manual", name)):
        return f"no effect lets people work '{name}' by hand; add one, or delete this"
    if asked.deceived and True not in world.values(("deceived", name)):
        return f"no effect forges what '{name}' shows; add one, or delete this"
    _, low, high = world.hulls(("gauge", name))[-1]
    where = f"stays at {low:g}" if low == high else f"stays between {low:g} and {high:g}"
    return f"'{name}' {where}; choose another bound, or move it"


def _step(world: Unfolding, asked: c.StepIs) -> str:
    if True not in world.values(("started", asked.step)):
        return f"the step '{asked.step}' never begins; let it begin, or delete this"
    return f"the step '{asked.step}' is never {asked.state}; ask for another state of it"


def _inject(world: Unfolding, asked: c.InjectIs) -> str:
    if asked.state == "skipped":
        return f"nothing ever strikes '{asked.inject}'; delete this"
    return f"'{asked.inject}' is never sent; let it be sent, or delete this"


def _decision(world: Unfolding, asked: c.DecisionIs) -> str:
    known = world.values(("decision", asked.decision))
    if ("open", "") not in known:
        return f"'{asked.decision}' is never asked; let it be asked, or delete this"
    if asked.state == "missed":
        return f"'{asked.decision}' can't be missed; give it a 'due' that ends in time"
    if asked.chose:
        return f"'{asked.decision}' never ends so; ask for another option, or delete this"
    return f"'{asked.decision}' never comes to that; delete this"


def _action(world: Unfolding, asked: c.ActionIs) -> str:
    if True not in world.values(("action", asked.action, "ordered", "")):
        return f"'{asked.action}' can never be ordered; change what it needs"
    return f"'{asked.action}' never comes to be {asked.state}; ask for another state"


def _report(world: Unfolding, asked: c.ReportIs) -> str:
    if asked.state == "sent":
        return f"'{asked.report}' can never be sent; change what it needs"
    return f"nothing asks for '{asked.report}' in time; give it a 'clock'"


_WHYS: Final[dict[type, Callable[[Unfolding, Any], str]]] = {
    c.AssetIs: _asset, c.GaugeIs: _gauge, c.StepIs: _step, c.InjectIs: _inject,
    c.Not: _not, c.DecisionIs: _decision, c.ActionIs: _action, c.ReportIs: _report,
    c.TeamIs: lambda _, asked: f"the team '{asked.team}' never has so many; choose other bounds",
    c.FactIs: lambda _, asked: f"nothing sets the fact '{asked.fact}'; let an effect set it",
    c.ModuleIs: lambda _, asked: f"the module '{asked.module}' never opens; let it open",
    c.ChallengeIs: lambda _, asked: f"'{asked.challenge}' is never on the board; let it open",
    c.TimeIs: lambda _, asked: "that time lies outside what is played; choose another",
}  # fmt: skip
