"""Messages that people did not open, or only when a decision that they touch had been taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from simulator.engine.subjects import of_inject
from simulator.engine.titles import Titles
from simulator.review.desks.hands import Held, held
from simulator.review.desks.letters import Letter, letters, subject
from simulator.review.desks.questions import Question, questions
from simulator.review.findings import Unread
from simulator.review.recorded import Take


def unread(take: Take, language: str) -> tuple[Unread, ...]:
    """In the order in which they were sent."""
    hands = held(take)
    titles = Titles(take.scenario, language, take.run.state.orders)
    asked, found = defaultdict[str, list[Question]](list), []
    for question in questions(take).values():
        asked[question.role].append(question)
    for letter in letters(take, hands):
        if not letter.people or letter.again is not None or letter.withdrawn is not None:
            continue
        touched = _touched(take, hands, asked[letter.role], letter)
        if touched or letter.read is None:
            found.append(_found(take, titles, letter, touched))
    return tuple(found)


def _touched(
    take: Take, hands: list[Held], asked: Iterable[Question], letter: Letter
) -> Question | None:
    """The first of the role's decisions that people took, or let pass, without it: what it asks
    itself, or what is about the same assets and steps."""
    found = [
        question
        for question in asked
        if question.settled is not None
        and letter.lies(question.settled)
        and letter.role in hands[question.settled]
        and _touches(take, letter.inject, question.inject)
    ]
    return min(found, key=lambda question: question.settled or 0, default=None)


def _touches(take: Take, inject: str, other: str) -> bool:
    scenario = take.scenario
    return inject == other or not of_inject(scenario, inject).isdisjoint(of_inject(scenario, other))


def _found(take: Take, titles: Titles, letter: Letter, question: Question | None) -> Unread:
    log, places = take.log, [letter.sent]
    settled = question.settled if question else None
    places += [place for place in (settled, letter.read) if place is not None]
    return Unread(
        role=letter.role,
        role_title=titles.role(letter.role),
        inject=letter.inject,
        subject=subject(titles, take, letter),
        sent=log[letter.sent].at,
        read=None if letter.read is None else log[letter.read].at,
        decision=question.decision if question else "",
        decided=None if settled is None else log[settled].at,
        cites=tuple(sorted(places)),
    )
