"""Checks of a contest: its times, what it lets win and lose, and challenges that look alike."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.contest import Contest
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc
from simulator.scenario.scenario import Scenario


def in_contest(scenario: Scenario) -> Iterator[Finding]:
    """What is wrong in the times, points and challenges of the contest, where there is one."""
    if scenario.contest:
        yield from _times(scenario, scenario.contest)
        yield from _worth(scenario.contest)
        yield from _alike(scenario.language, scenario.contest)


def without_winners(scenario: Scenario) -> Iterator[Finding]:
    """A contest in which nobody can win, or nothing; to be asked where no part was left out."""
    if scenario.contest and not scenario.contestants:
        sentence = "only response cells are left, so nobody can solve; name some under 'roles'"
        yield Finding(("contest",), "L80", sentence)
    if scenario.contest and not scenario.contest.challenges:
        sentence = "there is nothing to solve; give it 'challenges'"
        yield Finding(("contest",), "L80", sentence)


def _times(scenario: Scenario, contest: Contest) -> Iterator[Finding]:
    last = min(contest.closes or scenario.length, scenario.length)
    for key in ("opens", "closes"):
        if (getattr(contest, key) or 0) > scenario.length:
            sentence = "this is after the end of the exercise; choose an earlier time"
            yield Finding(("contest", key), "L08", sentence)
            return
    if contest.opens >= last:
        key = "opens" if contest.closes is None else "closes"
        sentence = "the board would close before it opens; leave time between the two"
        yield Finding(("contest", key), "L81", sentence)
    elif contest.freezes >= last - contest.opens:
        sentence = "the scores would stand still from the beginning; choose a shorter time"
        yield Finding(("contest", "freezes"), "L81", sentence)


def _worth(contest: Contest) -> Iterator[Finding]:
    if contest.decay and contest.decay.to in (0, 1):
        what = "loses nothing" if contest.decay.to else "is worth nothing in the end"
        sentence = f"with this a challenge {what}; write a share between 0% and 100%"
        yield Finding(("contest", "decay", "to"), "L82", sentence)
    for name, challenge in contest.challenges.items():
        price = sum(hint.costs for hint in challenge.hints)
        if price > challenge.points:
            sentence = (
                f"all hints together cost {price}, and it brings {challenge.points}; "
                "let them cost less"
            )
            yield Finding(("contest", "challenges", name, "hints"), "L83", sentence)


def _alike(language: str, contest: Contest) -> Iterator[Finding]:
    """Titles that stand twice, and salts, which would show that two answers are the same."""
    titles = dict[str, str]()
    salts = set[str]()
    for name, challenge in contest.challenges.items():
        loc: Loc = ("contest", "challenges", name)
        title = challenge.title.into(language).casefold()
        if title in titles:
            sentence = f"'{titles[title]}' has this title already; choose another"
            yield Finding((*loc, "title"), "L84", sentence)
        titles.setdefault(title, name)
        for number, answer in enumerate(challenge.answers):
            if answer.salt in salts:
                sentence = "another answer has this salt; let 'kulla flag' make each line anew"
                yield Finding((*loc, "answers", number, "salt"), "L85", sentence)
            salts.add(answer.salt)
