"""What control did, in sentences. The log on the screens of control tells it in catchwords."""

from __future__ import annotations

from typing import Final

from simulator.engine import events as e
from simulator.engine.fields import called
from simulator.engine.fold.steering import ACTS_ON_INJECTS
from simulator.engine.titles import Titles
from simulator.review.course.subjects import subject
from simulator.review.names import named
from simulator.review.recorded import Take
from simulator.speech import mark, say

DONE: Final[dict[str, str]] = {
    "fire": mark("Sent “{thing}” by hand"),
    "hold": mark("Held back “{thing}”"),
    "release": mark("Let go of “{thing}”, which had been held back"),
    "skip": mark("Struck “{thing}” from the plan"),
    "delay": mark("Put off “{thing}”"),
    "repace": mark("Moved ENDEX and what was left of the plot"),
    "tempo": mark("Set the tempo of adversary and plot"),
    "write": mark("Wrote “{thing}”"),
    "amend": mark("Changed “{thing}” before it was sent"),
    "withdraw": mark("Withdrew “{thing}”"),
    "remind": mark("Laid “{thing}” once more before those who had not opened it"),
    "rule": mark("Ruled on the answer to “{thing}”"),
    "intervene": mark("Set by hand: {thing}"),
    "staff": mark("Gave a seat to people: {thing}"),
    "vacate": mark("Left a seat to the computer: {thing}"),
    "instruct": mark("Told the computer how to play a seat: {thing}"),
    "conclude": mark("Called ENDEX"),
}
"""What an act of control is called in a report, by its name in the journal."""
IN_PLACE: Final = mark("Acted in the place of a seat: {thing}")
PROPOSED: Final = mark("Ruled on what {role} had proposed: “{text}”")
ALL: Final = mark("Set something by hand")
"""Where no single thing was set."""


def done(take: Take, titles: Titles, event: e.Steered) -> str:
    """What was done, and why; not by whom."""
    words = _words(take, titles, event)
    if not event.reason:
        return words
    return f"{words} {say(titles.language, '(reason: {text})', text=event.reason)}"


def _words(take: Take, titles: Titles, event: e.Steered) -> str:
    language, proposal = titles.language, take.run.state.proposals.get(event.of)
    if event.act == "rule" and proposal:
        role = titles.role(proposal.role)
        return say(language, PROPOSED, role=role, text=" ".join(proposal.text.split()))
    if event.act == "intervene" and not event.of:
        return say(language, ALL)
    thing = _thing(titles, event)
    if event.act in DONE:
        return say(language, DONE[event.act], thing=thing)
    return say(language, IN_PLACE, thing=thing)


def _thing(titles: Titles, event: e.Steered) -> str:
    if event.act in ACTS_ON_INJECTS:
        return subject(titles, event.of)
    return ", ".join(_named(titles, name) for name in event.of.split(", ") if name)


def _named(titles: Titles, name: str) -> str:
    fact = titles.scenario.facts.get(name)
    about = titles.words(fact.about) if fact else called(titles, name)
    return " ".join(about.split())


def whole(take: Take, titles: Titles, event: e.Steered) -> str:
    """By whom, what and why, as one line."""
    words = done(take, titles, event)
    if not event.by:
        return say(titles.language, "Control, by itself: {words}", words=words)
    name = named(titles.language, event.by)
    return say(titles.language, "Control ({name}): {words}", name=name, words=words)
