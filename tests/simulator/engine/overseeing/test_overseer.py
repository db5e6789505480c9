"""The panel over a whole exercise: it is complete, it stays itself, and no player ever gets it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from simulator.engine.exercise import Exercise, Setup
from simulator.engine.overseeing import Overseer
from simulator.engine.views import RoleView, overview
from simulator.engine.views.overview import InjectRow, Panel
from simulator.scenario.load import load
from simulator.scenario.scenario import Scenario

MOMENTS = (0, 8 * 3600, 20 * 3600, 30 * 3600, 60 * 3600, 80 * 3600)


@cache
def wiper() -> Scenario:
    return load(Path("scenarios/wiper-2022"))


def moments(seed: int = 0) -> Iterator[Exercise]:
    run = Exercise(wiper(), Setup(seed, staffed=("akshi", "media")))
    for moment in MOMENTS:
        run.advance(moment)
        yield run


@cache
def ids() -> frozenset[str]:
    """Ids that no word of a title could be."""
    told = wiper()
    names = (
        told.roles, told.assets, told.gauges, told.capabilities, told.facts, told.step, told.inject,
        told.decision, told.team, told.actions, told.reports, told.modules, told.outcomes,
        (o.id for _, asked in told.decision.values() for o in asked.options),
    )  # fmt: skip
    return frozenset(name for some in names for name in some if "-" in name) - TITLED


TITLED = {"e-albania"}
"""Ids that are what people call the thing."""


@pytest.mark.parametrize("language", ["en", "sq"])
def test_every_inject_that_waits_says_for_what_in_words_and_never_by_an_id(language):
    for run in moments():
        panel = run.panel(language)
        for row in panel.msel:
            assert bool(row.waits) == (row.sent_at is None), row
            _reads_well(row, row.waits)
            assert row.title
        for step in panel.steps:
            due = step.phase in ("waiting", "planned", "blocked", "ready")
            assert bool(step.waits) == due, step
            _reads_well(step, step.waits)


def test_every_script_tells_its_trigger_and_its_effects_in_words():
    *_, run = moments()
    for inject in [*run.scenario.inject][::5]:
        script = run.script(inject)
        assert script.trigger
        for told in (script.trigger, *(e for o in script.options for e in o.effects)):
            _reads_well(inject, told)


def _reads_well(of: Any, words: str) -> None:
    assert "{" not in words, of
    told = set(words.replace("“", " ").replace("”", " ").replace(",", " ").split())
    assert not told & ids(), of


@pytest.mark.parametrize("seed", range(2))
def test_a_panel_that_is_kept_up_is_the_one_that_is_made_anew(seed):
    for run in moments(seed):
        assert run.panel() == Overseer(run, "en").panel()


def test_what_did_not_change_is_the_very_same_thing():
    run = Exercise(wiper(), Setup())
    run.advance(30 * 3600)
    before = run.panel()
    assert run.panel() is before
    quiet = int(run.next_at()) - 1
    if quiet > run.now:
        run.advance(quiet)
        for part in ("msel", "assets", "gauges", "steps", "crews", "orders", "consents", "log"):
            assert getattr(run.panel(), part) is getattr(before, part), part
    run.advance(31 * 3600)
    after = run.panel()
    old = {row.id: row for row in before.msel}
    assert all((row is old[row.id]) == (row == old[row.id]) for row in after.msel)
    assert sum(row is old[row.id] for row in after.msel) > len(after.msel) * 0.9


def test_the_log_has_the_newest_of_all_that_has_happened():
    run = Exercise(wiper(), Setup())
    run.advance(60 * 3600)
    log = run.panel().log
    assert len(log) == 300
    assert log[-1].at == run.log[-1].at
    assert {"adversary", "order", "decision"} <= {line.kind for line in log}


def _reachable(kind: Any, seen: set[Any]) -> set[Any]:
    if kind in seen:
        return seen
    seen.add(kind)
    hints = get_type_hints(kind).values() if is_dataclass(kind) else get_args(kind)
    for part in hints:
        _reachable(part, seen)
    return seen


def test_nothing_of_the_panel_can_be_reached_from_a_players_view():
    own = {
        kind
        for kind in vars(overview).values()
        if getattr(kind, "__module__", "") == overview.__name__
    }
    assert {Panel, InjectRow} <= own
    assert not _reachable(RoleView, set()) & own
    assert len(fields(Panel)) == len(get_type_hints(Panel))
