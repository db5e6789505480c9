"""How fast a team should go on, by what it has done beside the others and beside doctrine. Pure.

Four shares are compared: points, decisions in time, steps of the adversary that were stopped,
and service. Each is laid beside what the other teams have on average, and beside what the author's
doctrine would have by now. Shares are exact, so that a team at the very bound is told the same in
whatever order teams stand. Control decides; this only says what it would look at first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from statistics import mean
from typing import Final, NamedTuple

from simulator.engine.views.comparing import Advice, Standing, Verdict
from simulator.speech import mark, say

APART: Final = Fraction(1, 10)
"""So far apart, on average over all shares, a team is ahead or behind."""
FAR_APART: Final = Fraction(1, 4)
TEMPOS: Final[dict[Verdict, tuple[int, int]]] = {"ahead": (85, 70), "behind": (120, 150)}
"""What is suggested, in per cent, and where a team is far ahead or behind."""
REASONS: Final = 2
"""So many reasons are told at most."""


class Share(NamedTuple):
    """From 0 to 1; None where nothing can be said yet. `more` and `less` are what is told."""

    of: Callable[[Standing], Fraction | None]
    more: str
    less: str


SHARES: Final = (
    Share(lambda it: _share(it.points, it.of), mark("more points"), mark("fewer points")),
    Share(
        lambda it: _share(it.answered, it.answered + it.missed),
        mark("decides in time"), mark("lets decisions pass"),
    ),
    Share(
        lambda it: _share(it.stopped, it.stopped + it.done),
        mark("stops more of the adversary"), mark("stops less of the adversary"),
    ),
    Share(lambda it: Fraction(it.service, 1000), mark("keeps services up"), mark("loses services")),
)  # fmt: skip


def advised(
    standings: Sequence[Standing], doctrine: Sequence[Standing | None], language: str
) -> tuple[Standing, ...]:
    """The same, each with advice; `doctrine` is how bots by doctrine would stand in each place."""
    return tuple(
        replace(own, advice=advice(own, [*standings[:at], *standings[at + 1 :]], usual, language))
        for at, (own, usual) in enumerate(zip(standings, doctrine, strict=True))
    )


def advice(
    own: Standing, others: Sequence[Standing], usual: Standing | None, language: str
) -> Advice:
    """What to do about the team's tempo."""
    found = [(_apart(share.of, own, others, usual), share) for share in SHARES]
    known = [(apart, share) for apart, share in found if apart is not None]
    if not known:
        return Advice()
    total = mean(apart for apart, _ in known)
    verdict: Verdict = "level"
    if abs(total) >= APART:
        verdict = "ahead" if total > 0 else "behind"
    weighty = sorted((one for one in known if one[0] * total > 0), key=lambda one: -abs(one[0]))
    told = [share.more if apart > 0 else share.less for apart, share in weighty[:REASONS]]
    reasons = tuple(say(language, words) for words in told) if verdict != "level" else ()
    return Advice(verdict, reasons, _tempo(verdict, abs(total) >= FAR_APART, own.tempo // 10))


def _tempo(verdict: Verdict, far: bool, now: int) -> int:
    """Who goes fast or slowly enough already, and who is level, stays as he is."""
    if verdict == "ahead":
        return min(now, TEMPOS[verdict][far])
    return max(now, TEMPOS[verdict][far]) if verdict == "behind" else now


def _apart(
    of: Callable[[Standing], Fraction | None],
    own: Standing,
    others: Sequence[Standing],
    usual: Standing | None,
) -> Fraction | None:
    """How far it lies above what others have, and doctrine would have; both weigh the same."""
    mine = of(own)
    theirs = [share for share in map(of, others) if share is not None]
    by_doctrine = of(usual) if usual else None
    lies = [mean(theirs)] if theirs else []
    lies += [] if by_doctrine is None else [by_doctrine]
    if mine is None or not lies:
        return None
    return mine - mean(lies)


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
