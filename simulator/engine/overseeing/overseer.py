"""Control's panel of one run in one language, made anew only where something has changed."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine.overseeing import world
from simulator.engine.overseeing.chronicle import Chronicle
from simulator.engine.overseeing.judgement import Judgement
from simulator.engine.overseeing.msel import Msel
from simulator.engine.overseeing.paces import Paces
from simulator.engine.overseeing.people import roles
from simulator.engine.overseeing.run import Run, steady, titles_of
from simulator.engine.overseeing.steps import Steps
from simulator.engine.titles import Titles
from simulator.engine.views.overview import Panel
from simulator.engine.views.script import FormRow


class Overseer:
    """Sees all of a run. What did not change from one panel to the next is the very same thing."""

    def __init__(self, run: Run, language: str) -> None:
        self._run = run
        self._titles = titles_of(run, language)
        self._paces = Paces(run.scenario.length)
        self._msel = Msel(run, language, self._paces)
        self._steps = Steps(self._titles, self._paces)
        self._judgement = Judgement(run, self._titles)
        self._chronicle = Chronicle(self._titles)
        self._last_acts: dict[str, int] = {}
        self._counted = 0
        self._stand: tuple[int, int, int] | None = None
        self._panel = Panel(
            team="", end=0, tempo=0, over=False, module="", msel=(), assets=(), gauges=(),
            steps=(), crews=(), orders=(), consents=(), roles=(), objectives=(), cards=(),
            rulings=(), log=(), reports=_reports(self._titles),
        )  # fmt: skip

    def panel(self) -> Panel:
        """All as it stands now."""
        run = self._run
        stand = run.now, len(run.log), len(run.asked)
        if stand != self._stand:
            if self._stand is None or self._stand[1:] != stand[1:]:
                self._hear()
                self._panel = self._of_events(self._panel)
            new = self._of_time(self._panel)
            self._panel = self._panel if self._panel == new else new
            self._stand = stand
        return self._panel

    def _hear(self) -> None:
        run = self._run
        self._paces.hear(run.log)
        self._chronicle.hear(run.log)
        self._judgement.hear(run.log)
        for deed in run.asked[self._counted :]:
            if deed.stand_in is None:
                self._last_acts[deed.command.role] = deed.at
        self._counted = len(run.asked)

    def _of_events(self, before: Panel) -> Panel:
        """With what only events change."""
        titles, state = self._titles, self._run.state
        module = titles.scenario.modules[state.module] if state.module else None
        return replace(
            before,
            end=state.end,
            tempo=state.share,
            over=state.over,
            module=titles.words(module.title if module else None),
            assets=steady(before.assets, tuple(world.assets(titles, state))),
            gauges=steady(before.gauges, tuple(world.gauges(titles, state))),
            crews=steady(before.crews, tuple(world.crews(titles, state))),
            orders=steady(before.orders, tuple(world.orders(titles, state))),
            consents=steady(before.consents, tuple(world.consents(titles, state))),
            cards=steady(before.cards, tuple(self._judgement.cards())),
            rulings=self._judgement.rulings,
            log=self._chronicle.lines,
            places=self._chronicle.places,
            facts=steady(before.facts, tuple(world.facts(titles, state))),
        )

    def _of_time(self, before: Panel) -> Panel:
        """With what the clock changes too: moments that have come, gauges that have moved."""
        run, titles = self._run, self._titles
        state, now = run.state, run.now
        return replace(
            before,
            msel=self._msel.told(),
            steps=steady(before.steps, tuple(self._steps.told(state, now))),
            roles=steady(before.roles, tuple(roles(run, titles, self._last_acts))),
            objectives=steady(before.objectives, tuple(world.objectives(titles, state, now))),
        )


def _reports(titles: Titles) -> tuple[FormRow, ...]:
    return tuple(
        FormRow(name, titles.words(report.title), report.by)
        for name, report in titles.scenario.reports.items()
    )
