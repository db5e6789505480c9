"""Checks of what is done: the adversary's steps, actions, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.scenario.actions import Action, ConsentFrom
from simulator.scenario.adversary import Step
from simulator.scenario.effects import TeamEffect
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Found, Loc
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import TARGET
from simulator.scenario.wording import nearest


def in_work(scenario: Scenario) -> Iterator[Finding]:
    """Mistakes of single steps, actions, decisions with consent, and outcomes."""
    for number, step in enumerate(scenario.adversary.steps if scenario.adversary else ()):
        yield from _step(scenario, step, ("adversary", "steps", number))
    for name, action in scenario.actions.items():
        yield from _doctrine(action, ("actions", name))
        if len(action.by) == 1:
            yield from _consent(action.by[0], action.consent, ("actions", name, "consent"))
    for number, inject in enumerate(scenario.injects):
        for at, option in enumerate(inject.decision.options if inject.decision else ()):
            if option.consent:
                loc = ("injects", number, "decision", "options", at, "consent")
                yield from _consent(scenario.decider(inject.decision_id), option.consent, loc)
    for name, outcome in scenario.outcomes.items():
        if outcome.ends and outcome.when is None:
            sentence = "say with 'when' what ends the exercise so"
            yield Finding(("outcomes", name, "ends"), "L21", sentence)


def red_seats(scenario: Scenario) -> Iterator[Finding]:
    """Seats that play the adversary, where one does already or where there is no campaign."""
    red = [name for name, role in scenario.roles.items() if role.red]
    for name in red[1:]:
        sentence = f"'{red[0]}' plays the adversary already; leave one of the two"
        yield Finding(("roles", name, "red"), "L75", sentence)
    if red and scenario.adversary is None:
        sentence = "there is no adversary to be played; write 'adversary'"
        yield Finding(("roles", red[0], "red"), "L75", sentence)


def too_few_people(scenario: Scenario, effects: Found) -> Iterator[Finding]:
    """Work that a team, for want of people, can never begin."""
    growing = set(_growing(effects))
    for name, action in scenario.actions.items():
        for team, wanted in action.takes.people.items():
            has = scenario.team[team][1].people if team in scenario.team else wanted
            if has < wanted and team not in growing:
                sentence = f"the team has {has} people and none is ever added; take no more"
                yield Finding(("actions", name, "takes", "people", team), "L17", sentence)


def _growing(effects: Found) -> Iterator[str]:
    """Teams that may have more people than at first. Who comes back after leaving is none more."""
    lists: dict[tuple[Loc, str], list[TeamEffect]] = {}
    for loc, effect in effects:
        lists.setdefault((loc[:-1], effect.team), []).append(effect)
    for (_, team), together in lists.items():
        coming = [effect for effect in together if effect.add > 0]
        first = min((effect.after.low for effect in coming), default=0)
        leaving = sum(
            -effect.add
            for effect in together
            if effect.add < 0 and effect.when is None and effect.chance == 1
            and effect.after.high <= first
        )  # fmt: skip
        if sum(effect.add for effect in coming) > leaving:
            yield team


def targets(scenario: Scenario, conditions: Found) -> Iterator[Finding]:
    """Conditions on targets that their action does not have."""
    for loc, condition in conditions:
        action = scenario.actions.get(condition.action)
        if action and condition.target not in (None, TARGET):
            yield from _target(action, condition.target, (*loc, "target"))


def _step(scenario: Scenario, step: Step, loc: Loc) -> Iterator[Finding]:
    deeds = [deed for deed in ("encrypt", "wipe", "exfiltrate") if getattr(step, deed)]
    for deed in deeds[1:]:
        sentence = f"the step has '{deeds[0]}' already; make this a step of its own"
        yield Finding((*loc, deed), "L15", sentence, key=True)
    if step.exfiltrate and step.exfiltrate.up_to is None:
        asset = scenario.assets.get(step.exfiltrate.asset)
        if asset and not asset.data:
            sentence = f"'{step.exfiltrate.asset}' holds no 'data'; give it some, or write 'up_to'"
            yield Finding((*loc, "exfiltrate", "asset"), "L16", sentence)


def _doctrine(action: Action, loc: Loc) -> Iterator[Finding]:
    for number, sensible in enumerate(action.doctrine):
        place = (*loc, "doctrine", number)
        if sensible.target:
            yield from _target(action, sensible.target, (*place, "target"))
        elif action.targets:
            sentence = f"say the 'target': one of {', '.join(action.targets)}"
            yield Finding(place, "R05", sentence)


def _target(action: Action, target: str, loc: Loc) -> Iterator[Finding]:
    if not action.targets:
        yield Finding(loc, "R05", "the action has no targets")
    elif target not in action.targets:
        hint = nearest(target, frozenset(action.targets))
        yield Finding(loc, "R05", f"'{target}' is none of the action's targets{hint}")


def _consent(asker: str, links: Sequence[ConsentFrom], loc: Loc) -> Iterator[Finding]:
    if links and all(link.role == asker for link in links):
        sentence = f"'{asker}' would ask only itself; name another role, or delete 'consent'"
        yield Finding((*loc, 0, "from"), "L18", sentence)
