"""What is different where the same run has come to two ends. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.evidence import has_evidence
from simulator.engine.results import met
from simulator.engine.standing import Level, Stand, ending, levels, title
from simulator.engine.titles import Titles
from simulator.engine.views.foresight import Changed, Moved, Preview
from simulator.speech import say
from simulator.speech.habits import figure


def differences(usual: Stand, other: Stand, language: str) -> Preview:
    """From how a run came out to how it came out once control had done something."""
    before, after = (Titles(end.scenario, language, end.state.orders) for end in (usual, other))
    moved = [
        Moved(inject, after.inject(inject), usual.sent.get(inject), other.sent.get(inject))
        for inject in dict.fromkeys((*usual.sent, *other.sent))
        if usual.sent.get(inject) != other.sent.get(inject)
    ]
    return Preview(
        refused="",
        dies=tuple(one for one in moved if one.after is None),
        comes=tuple(one for one in moved if one.before is None),
        moves=tuple(one for one in moved if None not in (one.before, one.after)),
        changes=tuple(_changes((usual, other), (before, after))),
        unproven=tuple(
            after.words(objective.title)
            for name, objective in other.scenario.objectives.items()
            if has_evidence(usual.scenario, usual.state, name)
            and not has_evidence(other.scenario, other.state, name)
        ),
    )


def _changes(ends: tuple[Stand, Stand], titles: tuple[Titles, Titles]) -> Iterator[Changed]:
    usual, other = ends
    language = titles[0].language
    for name, kept in _measures(usual).items():
        lost = _measures(other)[name]
        if kept != lost:
            yield Changed("measure", titles[1].measure(name), *_fates(language, kept, lost))
    for before, after in zip(levels(usual), levels(other), strict=True):
        told = _number(language, before), _number(language, after)
        if before.kind != "points" and told[0] != told[1]:
            kind = before.kind
            yield Changed(kind, title(titles[1], after), *told)
    endings = ending(titles[0], usual.state.outcome), ending(titles[1], other.state.outcome)
    if endings[0] != endings[1]:
        yield Changed("ending", say(language, "How it ends"), *endings)
    if usual.now != other.now:
        times = titles[0].moment(usual.now), titles[1].moment(other.now)
        yield Changed("end", say(language, "ENDEX"), *times)


def _measures(end: Stand) -> dict[str, bool]:
    return {
        f"{name}/{number}": met(measure, end.state.measures[f"{name}/{number}"], end.now)
        for name, objective in end.scenario.objectives.items()
        for number, (_, measure) in enumerate(objective.every_measure())
    }


def _fates(language: str, *both: bool) -> tuple[str, str]:
    first, second = (say(language, "met") if fate else say(language, "not met") for fate in both)
    return first, second


def _number(language: str, level: Level) -> str:
    if level.kind == "service":
        return say(language, "{number} %", number=figure(language, f"{level.number / 10:.0f}"))
    return figure(language, f"{level.number / 1000:.0f}")
