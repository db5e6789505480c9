"""What control sets by hand: effects as JSON, read and held against a scenario. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import from_json

from simulator.engine.bound import bound
from simulator.engine.errors import Refused
from simulator.engine.state import State
from simulator.scenario import effects as f
from simulator.scenario.checks_gauges import of_gauges
from simulator.scenario.conditions import GaugeIs
from simulator.scenario.mistakes import explained
from simulator.scenario.parts import every
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import NOTHING, TARGET, Part
from simulator.speech import Saying, Tellable

MOST: Final = 20
"""So many effects are set at once at most."""

ENDED: Final = ("done", "failed", "stopped")
"""How a step has come to its end."""

_NAMED: Final = {
    "role": "roles", "team": "team", "asset": "assets", "gauge": "gauges", "step": "step",
    "inject": "inject", "decision": "decision", "action": "actions", "report": "reports",
    "capability": "capabilities", "module": "modules", "fact": "facts", "outcome": "outcomes",
    "challenge": "challenge",
}  # fmt: skip
"""Where a scenario keeps each kind of thing that an effect or its condition can name."""


_GAUGES: Final = frozenset({f.GaugeEffect, GaugeIs})


class _Set(Part):
    effect: f.AnyEffect


def effects_of(scenario: Scenario, texts: Sequence[str]) -> tuple[f.AnyEffect, ...]:
    """The effects that these texts write. Raises Refused, with the number of the wrong one."""
    if len(texts) > MOST:
        raise Refused("many", "at most {number} effects can be set at once", number=MOST)
    names = {kind: frozenset(getattr(scenario, key)) for kind, key in _NAMED.items()}
    return tuple(_read(scenario, names, n, text) for n, text in enumerate(texts, 1))


def _read(
    scenario: Scenario, names: dict[str, frozenset[str]], number: int, text: str
) -> f.AnyEffect:
    try:
        data = from_json(text, allow_inf_nan=False)
    except ValueError:
        raise _wrong(number, Saying("this is no JSON")) from None
    try:
        effect = _Set.model_validate({"effect": data}, context=names).effect
    except ValidationError as error:
        raise _wrong(number, explained(error.errors()[0], _Set)[1]) from None
    found = every(_GAUGES, effect)
    for wrong in of_gauges(scenario, found[f.GaugeEffect], found[GaugeIs]):
        raise _wrong(number, wrong.sentence)
    if bound(effect, "") is not effect:
        raise _wrong(number, Saying("name an asset in place of '{target}'", {"target": TARGET}))
    # Tests of conditions are kept by their identity: it has to live as long as they do.
    kept: f.AnyEffect = scenario.memo.setdefault(("set by hand", text), effect)
    return kept


def _wrong(number: int, why: str | Tellable) -> Refused:
    return Refused("effect", "effect {number}: {why}", number=number, why=why)


def check_effects(scenario: Scenario, state: State, texts: Sequence[str]) -> None:
    """Raises Refused where one is no effect of this scenario, or could do nothing now."""
    for number, effect in enumerate(effects_of(scenario, texts), 1):
        why_not = _why_not(state, effect) if effect.after == NOTHING else None
        if why_not:
            raise _wrong(number, why_not)


def _why_not(state: State, effect: f.AnyEffect) -> Saying | None:
    """Why nothing would come of it, as things stand."""
    if isinstance(effect, f.StepEffect):
        return _step_why_not(state, effect)
    if isinstance(effect, f.InjectEffect):
        return _inject_why_not(state, effect)
    return None


def _step_why_not(state: State, effect: f.StepEffect) -> Saying | None:
    step = state.steps[effect.step]
    if step.phase in ENDED:
        return Saying("the step '{step}' is over", {"step": effect.step})
    if step.started and not effect.stop:
        return Saying("the step '{step}' has begun already", {"step": effect.step})
    if step.phase == "blocked" and not effect.stop:
        return Saying("the step '{step}' is blocked", {"step": effect.step})
    if step.phase == "ready" and not (effect.stop or effect.start):
        return Saying("the step '{step}' waits to be launched", {"step": effect.step})
    return None


def _inject_why_not(state: State, effect: f.InjectEffect) -> Saying | None:
    inject = state.injects[effect.inject]
    if effect.do == "send" and inject.skipped:
        return Saying("'{inject}' is struck", {"inject": effect.inject})
    if effect.do == "skip" and (inject.sent or inject.skipped):
        return Saying("'{inject}' was sent or struck already", {"inject": effect.inject})
    return None


def subjects_of(scenario: Scenario, texts: Sequence[str]) -> tuple[str, ...]:
    """The ids that these effects are about, each once, in their order."""
    return tuple(dict.fromkeys(_subjects(effects_of(scenario, texts))))


def _subjects(effects: Sequence[Any]) -> Iterator[str]:
    for effect in effects:
        if isinstance(effect, f.RevealEffect):
            found = effect.reveal
            yield from (*found.assets, *found.gauges, *found.footholds)
        elif not isinstance(effect, f.TempoEffect):  # that is about all of the exercise
            yield getattr(effect, next(head for head in f.KINDS if hasattr(effect, head)))
