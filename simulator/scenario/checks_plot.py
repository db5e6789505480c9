"""Checks of what roles are sent and asked: injects, their variants, and decisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.scenario.finding import Finding
from simulator.scenario.injects import Decision, Inject
from simulator.scenario.parts import Found, Loc
from simulator.scenario.scenario import Scenario
from simulator.scenario.wording import nearest

_NEEDED: Final = {"subject": "title", "sender": "from", "channel": "channel", "text": "text"}


def in_plot(scenario: Scenario) -> Iterator[Finding]:
    """Mistakes that one inject, step or module shows by itself."""
    for number, inject in enumerate(scenario.injects):
        loc = ("injects", number)
        if inject.by_hand:
            yield from _by_hand(inject, loc)
        if inject.repeat and inject.repeat.every.low == 0:
            sentence = "a repetition takes time; give 'every' at least 1s"
            yield Finding((*loc, "repeat", "every"), "L05", sentence)
        if None in (inject.subject, inject.sender, inject.channel, inject.text):
            yield from _lacks(inject, loc)
        if inject.variants:
            yield from _variants(inject, (*loc, "variants"))
        if inject.decision:
            yield from _decision(inject, inject.decision, (*loc, "decision"))
    for name, module in scenario.modules.items():
        if module.at is None and module.when is None:
            yield Finding(("modules", name), "L22", "say when this opens; give it 'at' or 'when'")
    yield from _too_late(scenario)


def _too_late(scenario: Scenario) -> Iterator[Finding]:
    injects = enumerate(scenario.injects)
    steps = enumerate(scenario.adversary.steps if scenario.adversary else ())
    late: list[Loc] = [
        *(("injects", number) for number, inject in injects if (inject.at or 0) > scenario.length),
        *(("adversary", "steps", n) for n, step in steps if (step.at or 0) > scenario.length),
        *(
            ("modules", m)
            for m, module in scenario.modules.items()
            if (module.at or 0) > scenario.length
        ),
    ]
    for loc in late:
        sentence = "this is after the end of the exercise; choose an earlier time"
        yield Finding((*loc, "at"), "L08", sentence)


def never_sent(scenario: Scenario, effects: Found) -> Iterator[Finding]:
    """Injects that neither time, event, condition, hand, effect nor detection sends."""
    done = (effect for loc, effect in effects if loc[0] != "templates")
    sent = {effect.inject for effect in done if effect.do == "send"}
    sent |= {step.seen.inject for step in scenario.step.values() if step.seen and step.seen.inject}
    sent |= {a.inject for gauge in scenario.gauges.values() for a in gauge.alarms.values()}
    for number, inject in enumerate(scenario.injects):
        if not (inject.by_hand or _triggers(inject) or inject.id in sent):
            sentence = "nothing sends this; give it 'at', 'after' or 'when', or say 'by_hand: true'"
            yield Finding(("injects", number), "L06", sentence)


def chosen(scenario: Scenario, conditions: Found) -> Iterator[Finding]:
    """Conditions on options that their decision does not have."""
    for loc, condition in conditions:
        asked = scenario.decision.get(condition.decision)
        if condition.chose and asked and (asked[1].options or asked[1].free_text):
            for number, option in enumerate(condition.chose):
                place = (*loc, "chose", number)
                yield from _option(condition.decision, asked[1], option, place)


def _triggers(inject: Inject) -> list[str]:
    return [key for key in ("at", "after", "when") if getattr(inject, key) is not None]


def _by_hand(inject: Inject, loc: Loc) -> Iterator[Finding]:
    if triggers := _triggers(inject):
        sentence = f"an inject sent by hand has no '{triggers[0]}'; delete that or 'by_hand'"
        yield Finding((*loc, triggers[0]), "L07", sentence, key=True)


def _variants(inject: Inject, loc: Loc) -> Iterator[Finding]:
    for number, variant in enumerate(inject.variants[:-1]):
        if variant.when is None:
            sentence = "without 'when' this is always sent, and nothing below it; put it last"
            yield Finding((*loc, number), "L10", sentence)


def _lacks(inject: Inject, loc: Loc) -> Iterator[Finding]:
    """What not every variant brings, or only variants of which perhaps none is sent."""
    variants = inject.variants
    missing = [name for name in _NEEDED if getattr(inject, name) is None]
    never = [name for name in missing if None in {getattr(v, name) for v in variants or [inject]}]
    if never:
        lacking = " and ".join(f"'{_NEEDED[name]}'" for name in never)
        sentence = f"this inject lacks {lacking}; write it here or in each variant"
        yield Finding(loc, "L09", sentence)
    elif variants[-1].when:
        sentence = "where no variant fits, this inject is empty; leave out the 'when' of the last"
        yield Finding((*loc, "variants", len(variants) - 1, "when"), "L10", sentence, key=True)


def _decision(inject: Inject, decision: Decision, loc: Loc) -> Iterator[Finding]:
    if not decision.options and not decision.free_text:
        sentence = "nothing can be answered here; give it options, or say 'free_text: true'"
        yield Finding(loc, "L11", sentence)
    if decision.default:
        yield from _option(inject.decision_id, decision, decision.default, (*loc, "default"))
    elif decision.options and decision.due is not None:
        sentence = "say with 'default' which option stands when nobody answers by then"
        yield Finding((*loc, "due"), "L12", sentence)
    if decision.by and decision.by not in inject.to:
        sentence = f"'{decision.by}' is not told of this; add it to the inject's 'to'"
        yield Finding((*loc, "by"), "L13", sentence)
    sure = False
    for number, option in enumerate(decision.options):
        if option.best and sure:
            sentence = "an option above is the best already, and can always be chosen"
            yield Finding((*loc, "options", number, "best"), "L14", sentence)
        sure = sure or (option.best and option.needs is None)


def _option(name: str, decision: Decision, option: str, loc: Loc) -> Iterator[Finding]:
    known = frozenset(one.id for one in decision.options)
    if option not in known:
        hint = nearest(option, known)
        yield Finding(loc, "R03", f"the decision '{name}' has no option '{option}'{hint}")
