"""A line of the MSEL. Pure."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.engine import retelling
from simulator.engine.overseeing.triggers import Trigger, by_hand_only, waits
from simulator.engine.state import DecisionState, InjectState, State
from simulator.engine.titles import Titles
from simulator.engine.views.overview import InjectPhase, InjectRow
from simulator.engine.wording import moment
from simulator.scenario.injects import Body, Inject
from simulator.speech import mark, say


class Act(NamedTuple):
    """What control did last with an inject, who of control, and why."""

    act: str
    by: str
    reason: str


DONE: Final = {
    "held": mark("held by {who}"),
    "skipped": mark("struck by {who}"),
    "withdrawn": mark("withdrawn by {who}"),
}
ACTS: Final = {"held": "hold", "skipped": "skip", "withdrawn": "withdraw"}


def row(titles: Titles, told: Trigger, state: State, now: int, act: Act | None) -> InjectRow:
    """The inject as it stands at `now`."""
    inject, stands = told.inject, state.injects[told.inject.id]
    asked = inject.decision
    decision = state.decisions.get(inject.decision_id) if asked else None
    phase = _phase(inject, stands, decision, state.staffed)
    return InjectRow(
        id=inject.id,
        title=title(titles, inject),
        state=phase,
        to=inject.to,
        channel=str(inject.channel or "message"),
        kind=inject.kind,
        storyline=inject.storyline or "",
        objectives=inject.objective,
        due=None if stands.sent or stands.skipped else stands.due,
        waits=_why(titles, told, state, now, phase, act),
        sent_at=stands.last if stands.sent else None,
        times=stands.sent,
        read_by=stands.read,
        asks=titles.words(asked.ask) if asked else "",
        decision=inject.decision_id if asked else "",
        decider=titles.scenario.decider(inject.decision_id) if asked else "",
        decision_due=decision.due if decision and decision.phase == "open" else None,
        answer=_answer(titles, inject, decision),
        pinned=inject.pinned,
        by_hand=phase in ("waiting", "held") and by_hand_only(told, state),
        hand=bool(stands.form),
        by=stands.by,
    )


def title(titles: Titles, inject: Inject) -> str:
    """The first line of its subject, or else of what it says."""
    shapes: tuple[Body, ...] = (inject, *inject.variants)
    texts = (text for shape in shapes for text in (shape.subject, shape.text))
    said = next((titles.words(text) for text in texts if text), "")
    return next(iter(said.strip().splitlines()), "") or inject.id.replace("-", " ")


def _phase(
    inject: Inject, stands: InjectState, decision: DecisionState | None, staffed: tuple[str, ...]
) -> InjectPhase:
    if stands.withdrawn:
        return "withdrawn"
    if stands.sent:
        if decision and decision.phase == "taken":
            return "answered"
        if decision and decision.phase == "missed":
            return "missed"
        # Nobody sits in a bot's seat who could read.
        readers = [role for role in inject.to if role in staffed]
        return "read" if readers and set(readers) <= set(stands.read) else "sent"
    if stands.skipped:
        return "skipped"
    if stands.held:
        return "held"
    return "waiting" if stands.due is None else "due"


def _why(
    titles: Titles, told: Trigger, state: State, now: int, phase: InjectPhase, act: Act | None
) -> str:
    language, stands = titles.language, state.injects[told.inject.id]
    if phase in ("waiting", "due"):
        return waits(language, told, state, now)
    if phase not in DONE:
        return ""
    last = act if act and act.act == ACTS[phase] else Act("", "", "")
    if phase == "skipped" and last.reason and not last.by:
        return say(language, last.reason)
    why = say(language, DONE[phase], who=last.by or say(language, "control"))
    if last.reason:
        why = f"{why}: {last.reason}"
    if phase == "held" and stands.due is not None:
        planned = say(language, "planned for {moment}", moment=moment(stands.due))
        why = f"{why}; {planned}"
    return why


def _answer(titles: Titles, inject: Inject, decision: DecisionState | None) -> str:
    """What stands: the option, what was written, or both."""
    if decision is None or decision.phase in ("open", "withdrawn"):
        return ""
    name = inject.decision_id
    label = titles.option(name, decision.option) if decision.option else ""
    text = retelling.answer(titles.scenario, name, decision.text, decision.at, titles.language)
    return " – ".join(filter(None, (label, text)))
