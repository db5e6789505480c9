"""What somebody who plays the adversary knows: the campaign, never the defenders' inside. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.engine import views as v
from simulator.engine.keeping import kept
from simulator.engine.knowledge import Known, words
from simulator.engine.state import StepState
from simulator.engine.titles import NO_ORDERS, Titles
from simulator.engine.truth import test_of
from simulator.engine.wording import clause, lacking, waited_for
from simulator.scenario import conditions as c
from simulator.scenario.adversary import Detection, Step
from simulator.scenario.conditions import Condition
from simulator.speech import mark, say

ORDER: Final = (
    "ready", "running", "planned", "blocked", "waiting", "done", "failed", "stopped",
)  # fmt: skip
"""In which order the steps are shown, by how far they are."""

LIKELY: Final = (
    (0.0, mark("nobody would notice it")),
    (0.2, mark("it is hardly ever noticed")),
    (0.5, mark("it may be noticed")),
    (0.8, mark("it is likely to be noticed")),
    (1.0, mark("it is almost sure to be noticed")),
)
"""How likely it is noticed, by the highest chance for which one says so."""

_OWN: Final = frozenset({"asset", "foothold", "encrypted", "wiped", "leaked"})
"""What the adversary knows of an asset: what it did there itself."""


def campaign(known: Known) -> v.CampaignView | None:
    """The campaign for the role that plays it; None for all others."""
    adversary = known.scenario.adversary
    if not known.scenario.roles[known.role].red or adversary is None:
        return None
    steps = sorted(adversary.steps, key=lambda step: _place(known, step))
    before = known.past.shown.campaign if known.past.shown else None
    told = v.CampaignView(
        name=words(known, adversary.name),
        about=words(known, adversary.about),
        steps=kept(before.steps if before else (), tuple(_stage(known, s) for s in steps)),
        footholds=tuple(_title(known, n) for n, a in known.state.assets.items() if a.foothold),
        leaked=tuple(
            (_title(known, name), asset.leaked / 1000)
            for name, asset in known.state.assets.items()
            if asset.leaked
        ),
    )
    return before if before == told else told


def _place(known: Known, step: Step) -> int:
    return ORDER.index(known.state.steps[step.id].phase)


def _title(known: Known, asset: str) -> str:
    return words(known, known.scenario.assets[asset].title)


def _stage(known: Known, step: Step) -> v.StageView:
    stands = known.state.steps[step.id]
    usual = stands.since + step.delay.likely if stands.phase == "planned" else 0
    likely = _likely(step.seen)
    return v.StageView(
        id=step.id,
        title=words(known, step.title),
        about=words(known, step.about),
        technique=step.technique,
        phase=stands.phase,  # type: ignore[arg-type]  # one of the eight words
        since=stands.since,
        waits=_waits(known, step, stands),
        noticed=say(known.language, likely),
        usual=usual if usual > known.now else None,
    )


def _waits(known: Known, step: Step, stands: StepState) -> str:
    match stands.phase:
        case "waiting":
            return "; ".join(dict.fromkeys(_reasons(known, step)))
        case "blocked" if stands.started:
            return say(known.language, "what it works on is cut off")
        case "blocked":
            return say(known.language, "the defenders are in its way")
        case _:
            return ""


def _reasons(known: Known, step: Step) -> Iterator[str]:
    titles = Titles(known.scenario, known.language, NO_ORDERS)
    state, now = known.state, known.now
    if (step.at or 0) > now:
        yield say(known.language, "not before {moment}", moment=titles.moment(step.at or 0))
    for name in step.after:
        if state.steps[name].phase != "done":
            title = words(known, known.scenario.step[name].title)
            yield say(known.language, "until “{step}” has succeeded", step=title)
    if step.when is None or test_of(known.scenario, step.when).holds(state, now):
        return
    if _is_own(step.when):
        left = lacking(clause(titles, step.when), state, now)
        yield waited_for(known.language, left) if left else ""
    else:
        yield say(known.language, "until something has changed on the other side")


def _is_own(condition: Condition) -> bool:
    """Whether it asks only what the adversary knows by itself."""
    match condition:
        case c.All():
            return all(map(_is_own, condition.all))
        case c.Any_():
            return all(map(_is_own, condition.any))
        case c.Not():
            return _is_own(condition.denied)
        case c.AssetIs():
            return condition.model_fields_set <= _OWN
        case c.StepIs():
            return condition.state != "seen"
        case _:
            return isinstance(condition, c.TimeIs)


def _likely(seen: Detection | None) -> str:
    chance = seen.chance if seen else 0.0
    return next(said for most, said in LIKELY if chance <= most)
