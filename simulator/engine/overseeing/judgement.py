"""What waits for a ruling, each with all that helps to judge it, and what was ruled before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from simulator.engine import events as e
from simulator.engine.overseeing.run import Run
from simulator.engine.state import DecisionState
from simulator.engine.titles import Titles
from simulator.engine.views.overview import Card, Ruling
from simulator.engine.views.script import CardOption
from simulator.engine.wording import deeds
from simulator.engine.wording.leaves import fact
from simulator.scenario.injects import Decision
from simulator.speech import say

NEAREST: Final = 5
"""So many precedents lie beside a card."""

_WORD: Final = re.compile(r"\w{4,}")


class Judgement:
    """Answers and wishes in people's own words, and the rulings on them, told in one language."""

    def __init__(self, run: Run, titles: Titles) -> None:
        self.rulings: tuple[Ruling, ...] = ()
        self._run = run
        self._titles = titles
        self._ruled: list[tuple[Ruling, set[str]]] = []
        self._of_people: set[str] = set()
        self._heard = 0

    def hear(self, log: Sequence[e.Event]) -> None:
        """Take up what has happened since."""
        for place in range(self._heard, len(log)):
            event = log[place]
            if isinstance(event, e.DecisionTaken) and not event.bot:
                self._of_people.add(event.decision)
            elif isinstance(event, e.RulingGiven):
                ruling = self._ruling(event)
                self.rulings += (ruling,)
                self._ruled.append((ruling, _words(f"{ruling.asked} {ruling.said}")))
        self._heard = len(log)

    def cards(self) -> Iterator[Card]:
        """Those that wait, in the order in which they were written."""
        facts = self._facts()
        found = [*self._answers(facts), *self._proposals(facts)]
        yield from sorted(found, key=lambda card: card.at)

    def _answers(self, facts: tuple[str, ...]) -> Iterator[Card]:
        scenario, titles = self._run.scenario, self._titles
        for name, answer in self._run.state.decisions.items():
            inject, asked = scenario.decision[name]
            if not (asked.free_text or not asked.options) or not self._waits(name, answer):
                continue
            ask = titles.words(asked.ask)
            yield Card(
                subject=name,
                kind="decision",
                role=answer.role,
                at=answer.at,
                asked=ask,
                said=" – ".join(filter(None, (self._chosen(name, answer), answer.text))),
                reason=answer.reason,
                expected=titles.words(asked.expected or inject.expected),
                hint=titles.words(inject.hint),
                options=options(titles, asked),
                facts=facts,
                precedents=self._nearest(name, answer.role, f"{ask} {answer.text}"),
            )

    def _waits(self, name: str, answer: DecisionState) -> bool:
        """Whether people have answered it in words that nobody has ruled on, and may now."""
        if answer.phase != "taken" or not answer.text or answer.ruled:
            return False
        request = self._run.state.requests.get(f"decision/{name}")
        asks = request is not None and request.phase in ("asked", "questioned")
        return name in self._of_people and not asks

    def _chosen(self, name: str, answer: DecisionState) -> str:
        return self._titles.option(name, answer.option) if answer.option else ""

    def _proposals(self, facts: tuple[str, ...]) -> Iterator[Card]:
        for name, proposal in self._run.state.proposals.items():
            if not proposal.outcome:
                yield Card(
                    subject=name,
                    kind="proposal",
                    role=proposal.role,
                    at=proposal.at,
                    asked="",
                    said=proposal.text,
                    reason="",
                    expected="",
                    hint="",
                    options=(),
                    facts=facts,
                    precedents=self._nearest(name, proposal.role, proposal.text),
                )

    def _facts(self) -> tuple[str, ...]:
        """What is so first: that is less, and says more."""
        language = self._titles.language
        return tuple(
            say(language, "{fact}: yes", fact=fact(self._titles, name))
            if so
            else say(language, "{fact}: no", fact=fact(self._titles, name))
            for name, so in sorted(self._run.state.facts.items(), key=lambda told: not told[1])
        )

    def _nearest(self, subject: str, role: str, text: str) -> tuple[Ruling, ...]:
        """Earlier rulings that have most in common with it, the newest first among equals."""
        words, near = _words(text), []
        for ruling, own in self._ruled:
            common = len(words & own) + 2 * (ruling.role == role) + 4 * (ruling.subject == subject)
            if common:
                near.append((common, ruling.at, ruling))
        near.sort(key=lambda found: found[:2], reverse=True)
        return tuple(ruling for _, _, ruling in near[:NEAREST])

    def _ruling(self, given: e.RulingGiven) -> Ruling:
        state, titles, decision = self._run.state, self._titles, ""
        if given.subject in state.proposals:
            said = state.proposals[given.subject].text
        else:
            said, decision = state.decisions[given.subject].text, given.subject
        return Ruling(
            subject=given.subject,
            role=given.role,
            at=given.at,
            asked=titles.ask(decision) if decision else "",
            said=said,
            outcome=given.outcome,
            chance=given.chance,
            option=titles.option(decision, given.option) if decision and given.option else "",
            text=given.text,
            by=given.by,
        )


def options(titles: Titles, asked: Decision) -> tuple[CardOption, ...]:
    """The options of a decision, with what each does to the world."""
    return tuple(
        CardOption(
            option.id, titles.words(option.label), option.best, deeds(titles, option.then)
        )
        for option in asked.options
    )  # fmt: skip


def _words(text: str) -> set[str]:
    """Those that carry a meaning: short ones stand in every text."""
    return set(_WORD.findall(text.casefold()))
