"""Every decision, from being sent to having an effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from simulator.engine import desk
from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.aftermath import heaviest
from simulator.engine.annals import Follower
from simulator.engine.elsewhere import others_knew
from simulator.engine.knowledge import Known
from simulator.engine.past import Past
from simulator.engine.subjects import of_inject
from simulator.engine.titles import Titles
from simulator.review.course import happened
from simulator.review.desks.hands import By, Held, asked_by, held
from simulator.review.desks.letters import Letter, letters, openings, subject
from simulator.review.desks.questions import Question, best, effect, followed, questions
from simulator.review.findings import DecisionFound, Happened, Knew
from simulator.review.recorded import Person, Take


def decisions(take: Take, language: str, people: tuple[Person, ...]) -> tuple[DecisionFound, ...]:
    """All that were ever asked, in that order."""
    asked, hands = questions(take), held(take)
    sent = letters(take, hands)
    by_role: dict[str, list[Letter]] = {role: [] for role in take.scenario.roles}
    for letter in sent:
        by_role[letter.role].append(letter)
    after, windows = followed(take, asked), _windows(take, language, asked)
    led = {name: heaviest(windows[it.role].known, after[name]) for name, it in asked.items()}
    told = happened(take, language, chain.from_iterable(led.values()))
    desks = _Desks(
        take, Titles(take.scenario, language, take.run.state.orders), windows, after, led,
        {it.place: it for it in told}, asked_by(take, people), hands, by_role, openings(sent),
    )  # fmt: skip
    return tuple(desks.found(question) for question in asked.values())


@dataclass(frozen=True, slots=True)
class _Window:
    """What a role knows at the end, how its decisions stand then, and what others knew by each."""

    known: Known
    stands: dict[str, v.DecisionView]
    elsewhere: dict[str, tuple[tuple[int, v.Elsewhere], ...]]


def _windows(take: Take, language: str, asked: Mapping[str, Question]) -> dict[str, _Window]:
    found, run, end = {}, take.run, len(take.log)
    for role in dict.fromkeys(question.role for question in asked.values()):
        past = Past(take.scenario, role, language)
        past.hear(run.known_to(role))
        known = Known(take.scenario, run.state, past, run.now, role, language, run.annals)
        stands = {view.id: view for view in desk.decisions(known)}
        places = {name: it.settled for name, it in asked.items() if it.role == role}
        closed = {name: end if place is None else place for name, place in places.items()}
        found[role] = _Window(known, stands, others_knew(known, closed))
    return found


@dataclass(frozen=True, slots=True)
class _Desks:
    """All that a decision is told from; most of it is by decision, by role or by place."""

    take: Take
    titles: Titles
    windows: dict[str, _Window]
    after: dict[str, list[Follower]]
    led: dict[str, list[int]]
    told: dict[int, Happened]
    by: dict[int, By]
    hands: list[Held]
    letters: dict[str, list[Letter]]
    opened: dict[tuple[str, str], int]

    def found(self, question: Question) -> DecisionFound:
        log, name, role = self.take.log, question.decision, question.role
        view = self.windows[role].stands[name]
        option = self.take.run.state.decisions[name].option or ""
        settled = None if question.settled is None else log[question.settled]
        by = By() if question.settled is None else self.by.get(question.settled, By())
        read = self.opened.get((question.inject, role))
        came = effect(self.take, self.after[name])
        return DecisionFound(
            id=name,
            inject=question.inject,
            role=role,
            role_title=self.titles.role(role),
            ask=view.ask,
            sent=log[question.sent].at,
            read=None if read is None else log[read].at,
            due=view.due,
            decided=settled and settled.at,
            effect=None if came is None else log[came].at,
            phase=view.phase,
            option=option,
            option_title=view.chosen,
            best=best(self.take.scenario, name, option) if view.phase == "taken" else None,
            text=view.text,
            reason=view.reason,
            confidence=view.confidence,
            person=by.person,
            bot=isinstance(settled, e.DecisionTaken) and settled.bot,
            led_to=tuple(self.told[place] for place in self.led[name]),
            others_knew=tuple(
                Knew(knew.role, knew.at, knew.words, place)
                for place, knew in self.windows[role].elsewhere[name]
            ),
            unread=tuple(self._unread(question)),
            dissents=tuple(dissent.text for dissent in view.dissents),
            cites=question.cites,
            fate=view.fate,
            stand_in=by.stand_in,
        )

    def _unread(self, question: Question) -> Iterator[str]:
        """Only people leave messages unread."""
        role, place, scenario = question.role, question.settled, self.take.scenario
        if place is None or role not in self.hands[place]:
            return
        subjects = of_inject(scenario, question.inject)
        for letter in self.letters[role]:
            if letter.inject == question.inject or not letter.lies(place):
                continue
            if not subjects.isdisjoint(of_inject(scenario, letter.inject)):
                yield subject(self.titles, self.take, letter)
