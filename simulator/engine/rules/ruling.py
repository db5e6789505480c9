"""Whether control may judge and intervene now, and a player propose. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.engine.handset import check_effects
from simulator.engine.policies import POLICIES
from simulator.engine.rules.steering import control, seat
from simulator.engine.rules.texts import says, wants
from simulator.engine.state import DecisionState, State
from simulator.scenario.scenario import Scenario
from simulator.speech import Saying

MOST_OPEN: Final = 20
"""So many proposals of a role wait for a ruling at most."""

OWN: Final = (c.Read, c.Note, c.Propose)
"""What only those who hold a seat do: nobody reads, notes or wants something in their place."""


def check_stand_in(state: State, command: c.Command) -> None:
    """Whether control may give this in the place of its role. Raises Refused."""
    if isinstance(command, c.Lead) or command.role == c.CONTROL:
        raise Refused("stand-in", "say for which seat you act")
    if isinstance(command, OWN):
        name = type(command).__name__.lower()
        raise Refused("stand-in", "'{name}' can't be done in the place of a seat", name=name)
    if command.role in state.staffed:
        raise Refused("stand-in", "people hold the seat '{seat}' themselves", seat=command.role)


def _propose(scenario: Scenario, state: State, now: int, asked: c.Propose) -> None:
    if asked.role == c.CONTROL:
        raise Refused("control", "control does not propose; it rules")
    wants(asked.text, Saying("write what you want to do"))
    waiting = [p for p in state.proposals.values() if p.role == asked.role and not p.outcome]
    if len(waiting) >= MOST_OPEN:
        raise Refused("many", "{number} proposals of yours wait already", number=MOST_OPEN)


def _intervene(scenario: Scenario, state: State, now: int, asked: c.Intervene) -> None:
    control(scenario, state, now, asked)
    wants(asked.reason, Saying("say why"))
    if not asked.effects:
        raise Refused("empty", "say what is to be set")
    says(*asked.effects)
    check_effects(scenario, state, asked.effects)


def _rule(scenario: Scenario, state: State, now: int, asked: c.Rule) -> None:
    control(scenario, state, now, asked)
    says(asked.text, *asked.effects)
    if asked.subject in state.proposals:
        if state.proposals[asked.subject].outcome:
            raise Refused("closed", "'{subject}' is ruled on already", subject=asked.subject)
        if asked.option:
            raise Refused("option", "a proposal has no options")
    else:
        _judged(scenario, state, asked)
    if asked.verdict not in ("allow", "refuse"):
        raise Refused("option", "a ruling is 'allow' or 'refuse'")
    if not 0 <= asked.chance <= 100:
        raise Refused("range", "a chance is 0 to 100")
    if asked.verdict == "refuse" and (asked.option or asked.effects):
        raise Refused("effect", "what is refused has no effects and chooses no option")
    check_effects(scenario, state, asked.effects)


def _judged(scenario: Scenario, state: State, asked: c.Rule) -> None:
    """The decision was answered in words, and the option is one of its own."""
    decision = state.decisions.get(asked.subject)
    if decision is None:
        raise Refused(
            "unknown", "there is no decision or proposal '{subject}'", subject=asked.subject
        )
    if decision.ruled:
        raise Refused("closed", "'{subject}' is ruled on already", subject=asked.subject)
    if not _in_words(decision):
        raise Refused("closed", "'{subject}' was not answered in words", subject=asked.subject)
    request = state.requests.get(f"decision/{asked.subject}")
    if request and request.phase in ("asked", "questioned"):
        raise Refused("closed", "'{subject}' still waits for consent", subject=asked.subject)
    if asked.option and scenario.option(asked.subject, asked.option) is None:
        raise Refused(
            "option", "'{subject}' has no option '{option}'",
            subject=asked.subject, option=asked.option,
        )  # fmt: skip
    if asked.option and asked.option == decision.option:
        raise Refused("option", "'{option}' was chosen, and stands", option=asked.option)


def _in_words(decision: DecisionState) -> bool:
    return decision.phase == "taken" and (decision.option is None or bool(decision.text))


def _instruct(scenario: Scenario, state: State, now: int, asked: c.Instruct) -> None:
    seat(scenario, state, now, asked)
    if asked.policy not in POLICIES:
        raise Refused("unknown", "bots are one of {names}", names=", ".join(POLICIES))
    if state.policies.get(asked.seat) == asked.policy:
        raise Refused(
            "closed", "the bot of '{seat}' is '{policy}' already",
            seat=asked.seat, policy=asked.policy,
        )  # fmt: skip


RULES: Final[dict[type, Callable[[Scenario, State, int, Any], None]]] = {
    c.Propose: _propose, c.Intervene: _intervene, c.Rule: _rule, c.Instruct: _instruct,
}  # fmt: skip
