"""Forks of a run: what it comes to from here on, by chance, or if control did something.

A fork is the run played again from STARTEX. The run itself is never touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median_low
from typing import Final

from simulator.engine.commands import CONTROL, Command, Instruct, Lead, Proceed, Rule, Vacate
from simulator.engine.differences import differences
from simulator.engine.errors import Refused
from simulator.engine.exercise import Asked, Exercise, Setup, Turn
from simulator.engine.standing import Stand, ending, first_sent, levels, title
from simulator.engine.titles import Titles
from simulator.engine.views.foresight import Ahead, Ending, InjectAhead, Outlook, Preview, Spread
from simulator.scenario.scenario import Scenario

RUNS: Final = 24
"""So many forks make an outlook."""
FAR: Final = 1_000_000_000
"""A second after every ENDEX."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """All it takes, beside the scenario, to play a run again up to second `now`."""

    setup: Setup
    asked: tuple[Asked, ...]
    now: int
    turns: tuple[Turn, ...] = ()

    @classmethod
    def of(cls, run: Exercise) -> Recipe:
        return cls(run.setup, tuple(run.asked), run.now, tuple(run.turns))


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How one fork went on: when each inject was first sent since, and how all stood then.
    `outcome` is None where the exercise is not over then."""

    sent: dict[str, int]
    levels: tuple[int, ...]
    outcome: str | None
    ends_at: int


def fork(scenario: Scenario, recipe: Recipe, *, luck: int = 0) -> Exercise:
    """The run as it stands, to be played on apart from it.

    It plays on exactly as the run itself would; with `luck`, chance falls otherwise from now on.
    """
    run = Exercise.again(
        scenario, recipe.setup, recipe.asked, recipe.now, inclusive=True, turns=recipe.turns
    )
    if luck:
        run.reseed(luck)
    return run


def outlook(
    scenario: Scenario, recipe: Recipe, until: int, acting: bool, runs: int, language: str
) -> Outlook:
    """What so many forks come to up to second `until`, or to their ENDEX where that is sooner.

    If `acting`, bots take the seats of people and do what doctrine says; else nobody acts in
    them. Discussions close as soon as they open.
    """
    seen = [glimpse(scenario, recipe, until, acting, luck) for luck in range(1, runs + 1)]
    return gathered(scenario, recipe, until, acting, seen, language)


def glimpse(scenario: Scenario, recipe: Recipe, until: int, acting: bool, luck: int) -> Glimpse:
    """How the fork of this luck goes on."""
    run = fork(scenario, recipe, luck=luck)
    since = len(run.log)
    if acting:
        _leave_to_bots(run)
    _play_on(run, until)
    stand = _stand(run, since)
    numbers = tuple(level.number for level in levels(stand))
    if run.over:
        return Glimpse(dict(stand.sent), numbers, run.state.outcome, run.now)
    return Glimpse(dict(stand.sent), numbers, None, run.state.end)


def gathered(
    scenario: Scenario, recipe: Recipe, until: int, acting: bool, seen: Sequence[Glimpse],
    language: str,
) -> Outlook:  # fmt: skip
    """What all the glimpses come to together."""
    run = fork(scenario, recipe)
    titles = Titles(run.scenario, language, run.state.orders)
    return Outlook(
        acting=acting,
        runs=len(seen),
        now=run.now,
        until=until,
        injects=tuple(_injects(run, titles, seen)),
        values=tuple(
            Ahead(now.kind, now.id, title(titles, now), now.number, _spread(then))
            for now, *then in zip(
                levels(_stand(run, 0)), *(one.levels for one in seen), strict=True
            )
        ),
        endings=tuple(
            Ending(outcome or "", ending(titles, outcome), runs)
            for outcome, runs in Counter(one.outcome for one in seen).most_common()
        ),
        ends_at=_spread([one.ends_at for one in seen]),
    )


def preview(
    scenario: Scenario, recipe: Recipe, command: Command, stand_in: str | None, language: str
) -> Preview:
    """What a command that is given now changes up to ENDEX, if bots by doctrine then take the
    seats of people, and discussions close as soon as they open."""
    usual, other = fork(scenario, recipe), fork(scenario, recipe)
    since = len(usual.log)
    if isinstance(command, Lead) and not command.reason:
        # It is looked at first, and confirmed with its reason then.
        command = replace(command, reason="?")
    if isinstance(command, Rule) and command.chance:
        # As if it worked: else one could look at how the dice will fall, and choose the odds by it.
        command = replace(command, chance=100)
    try:
        other.submit(command, stand_in)
    except Refused as refused:
        return Preview(refused.into(language), (), (), (), (), ())
    for run in usual, other:
        _leave_to_bots(run)
        _play_on(run, FAR)
    return differences(_stand(usual, since), _stand(other, since), language)


def _leave_to_bots(run: Exercise) -> None:
    """Let bots by doctrine take all seats of people."""
    for seat in () if run.over else run.state.staffed:
        run.submit(Vacate(CONTROL, seat))
        if run.state.policies.get(seat, run.setup.bots) != "doctrine":
            run.submit(Instruct(CONTROL, seat, "doctrine"))


def _play_on(run: Exercise, until: int) -> None:
    run.advance(until)
    while run.held and not run.over and run.now < until:
        run.submit(Proceed(CONTROL))
        run.advance(until)


def _stand(run: Exercise, since: int) -> Stand:
    return Stand(run.scenario, run.state, run.now, first_sent(run.log[since:]))


def _injects(run: Exercise, titles: Titles, seen: Sequence[Glimpse]) -> Iterator[InjectAhead]:
    """What was not sent nor struck by now, the soonest first; last, what no run sends."""
    waiting = [name for name, it in run.state.injects.items() if not (it.sent or it.skipped)]
    found = {name: [one.sent[name] for one in seen if name in one.sent] for name in waiting}
    for name in sorted(waiting, key=lambda name: median_low(found[name] or [FAR])):
        times = found[name]
        at = _spread(times) if times else None
        yield InjectAhead(name, titles.inject(name), len(times), at)


def _spread(found: Sequence[int]) -> Spread:
    return Spread(min(found), median_low(found), max(found))
