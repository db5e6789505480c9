"""What control judges and sets by hand, and what people want that no action stands for."""

from __future__ import annotations

from itertools import count

from simulator.engine import events as e
from simulator.engine.commands import Intervene, Propose, Rule
from simulator.engine.consequences import Consequences
from simulator.engine.handset import effects_of
from simulator.engine.machine import Machine


class Rulings:
    """Lets rulings and interventions have their effects, each with chances of its own."""

    def __init__(self, machine: Machine, consequences: Consequences) -> None:
        self._machine = machine
        self._consequences = consequences
        self._interventions = count(1)

    def propose(self, asked: Propose) -> None:
        machine = self._machine
        proposed = e.ActionProposed(
            machine.now, (asked.role,), self._free(asked.role), asked.role, asked.text
        )
        machine.record(proposed)

    def _free(self, role: str) -> str:
        """The next name for a proposal of the role, which counts its own alone; authors may have
        called a decision so."""
        machine = self._machine
        own = sum(proposal.role == role for proposal in machine.state.proposals.values())
        names = (f"proposal-{role}-{number}" for number in count(own + 1))
        taken = machine.scenario.decision, machine.state.proposals
        return next(name for name in names if not any(name in known for known in taken))

    def rule(self, asked: Rule) -> None:
        """Let the ruling stand. Nobody is asked for consent: control has spoken for all."""
        machine, subject = self._machine, asked.subject
        chance = asked.chance if asked.verdict == "allow" else 0
        outcome = "refused"
        if asked.verdict == "allow":
            lucky = machine.chance.happens(chance / 100, "ruling", subject)
            outcome = "done" if lucky else "failed"
        role = self._asker(subject)
        machine.record(
            e.RulingGiven(
                machine.now, (role,), subject, role, outcome, chance, asked.option, asked.text,
                asked.by,
            )
        )  # fmt: skip
        machine.because_of(machine.newest, lambda: self._follow(asked, outcome))

    def _asker(self, subject: str) -> str:
        proposal = self._machine.state.proposals.get(subject)
        return proposal.role if proposal else self._machine.scenario.decider(subject)

    def _follow(self, asked: Rule, outcome: str) -> None:
        scenario, cause = self._machine.scenario, f"ruling/{asked.subject}"
        option = scenario.option(asked.subject, asked.option) if asked.option else None
        if outcome == "done":
            self._consequences.apply(effects_of(scenario, asked.effects), cause)
        if option:
            effects = option.then if outcome == "done" else option.otherwise
            self._consequences.apply(effects, f"{cause}/{option.id}/{outcome}")

    def intervene(self, asked: Intervene) -> None:
        effects = effects_of(self._machine.scenario, asked.effects)
        self._consequences.apply(effects, f"control/{next(self._interventions)}")
