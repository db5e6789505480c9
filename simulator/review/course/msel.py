"""The MSEL as it was played: what was planned, what was sent, and what control did to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from simulator.engine import events as e
from simulator.engine.fold.steering import ACTS_ON_INJECTS
from simulator.engine.phrases import CHANNELS
from simulator.engine.titles import Titles
from simulator.review.course.acts import whole
from simulator.review.course.subjects import subject
from simulator.review.findings import MselRow
from simulator.review.recorded import Take
from simulator.scenario.injects import Inject
from simulator.speech import say

MESSAGE: Final = "message"
"""The channel of an inject that names none."""


def msel(take: Take, language: str) -> tuple[MselRow, ...]:
    """A row for each inject: what was sent by when it first was, then the rest by when it was
    planned. Injects that control wrote stand among them."""
    titles = Titles(take.scenario, language, take.run.state.orders)
    heard = _heard(take)
    rows = [
        _row(take, titles, number, inject, heard[inject.id])
        for number, inject in enumerate(take.scenario.inject.values(), start=1)
    ]
    return tuple(sorted(rows, key=_order))


def _order(row: MselRow) -> tuple[bool, int, bool, int, int]:
    return (
        row.actual is None, row.actual or 0, row.planned is None, row.planned or 0, row.number,
    )  # fmt: skip


@dataclass
class _Heard:
    """What the log tells of an inject; `read` are the roles that opened it, `acts` what control
    did to it, `why` what the plot said where it was not sent."""

    sent: list[e.InjectSent] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    acts: list[e.Steered] = field(default_factory=list)
    why: str = ""
    hand: bool = False
    cites: list[int] = field(default_factory=list)


def _heard(take: Take) -> defaultdict[str, _Heard]:
    found: defaultdict[str, _Heard] = defaultdict(_Heard)
    for place, event in enumerate(take.log):
        match event:
            case e.InjectSent():
                found[event.inject].sent.append(event)
            case e.InjectRead():
                if event.role not in found[event.inject].read:
                    found[event.inject].read.append(event.role)
                continue
            case e.InjectSkipped():
                found[event.inject].why = event.why
            case e.InjectWritten():
                found[event.inject].hand = True
            case e.InjectWithdrawn() | e.InjectHeld() | e.InjectReleased() | e.InjectPostponed():
                pass
            case e.Steered() if event.act in ACTS_ON_INJECTS and event.of:
                found[event.of].acts.append(event)
                found[event.of].cites.append(place)
                continue
            case _:
                continue
        found[event.inject].cites.append(place)
    return found


def _row(take: Take, titles: Titles, number: int, inject: Inject, heard: _Heard) -> MselRow:
    scenario, state = take.scenario, take.run.state.injects[inject.id]
    expected = (inject.decision and inject.decision.expected) or inject.expected
    objectives = (titles.words(scenario.objectives[it].title) for it in inject.objective)
    status = (
        "withdrawn" if state.withdrawn else "sent" if heard.sent else "skipped" if state.skipped
        else "held" if state.held else "not sent"
    )  # fmt: skip
    return MselRow(
        number=number,
        inject=inject.id,
        title=subject(titles, inject.id, heard.sent[0] if heard.sent else None),
        planned=inject.at,
        actual=heard.sent[0].at if heard.sent else None,
        channel=say(titles.language, CHANNELS[inject.channel or MESSAGE]),
        sender=titles.words(inject.sender),
        to=titles.roles(inject.to),
        expected=titles.words(expected),
        objective=", ".join(objectives),
        status=status,
        read_by=titles.roles(heard.read),
        hand=heard.hand,
        remarks="; ".join(_remarks(take, titles, heard)),
        cites=tuple(heard.cites),
    )


def _remarks(take: Take, titles: Titles, heard: _Heard) -> Iterable[str]:
    if len(heard.sent) > 1:
        times = ", ".join(titles.moment(it.at) for it in heard.sent[1:])
        yield say(titles.language, "sent again: {times}", times=times)
    if heard.why and not heard.sent and not heard.acts:
        yield say(titles.language, heard.why)
    for act in heard.acts:
        yield f"{titles.moment(act.at)} {whole(take, titles, act)}"
