"""Whether a recorded run comes out as a test of its scenario expects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from simulator.authoring.trying.judging import Watch
from simulator.authoring.trying.reading import stories_of
from simulator.authoring.trying.story import Story
from simulator.engine.lines import next_turn
from simulator.engine.recall import Recall
from simulator.engine.titles import Titles
from simulator.review.recorded import Take
from simulator.scenario.scenario import Scenario


class Trials:
    """The tests in the folder of a scenario."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self._scenario = scenario
        self._folder = folder

    @cached_property
    def names(self) -> dict[str, Story]:
        """Those that can be read, by what they say must stay true."""
        files = stories_of(self._folder, self._scenario)
        return {told.story.test: told.story for file in files for told in file.told}

    def met(self, name: str, take: Take) -> bool | None:
        """Whether all came true that follows in the test, whoever did what in this take; None
        where it went less far than the test, and nothing failed yet that can't come any more."""
        story = self.names[name]
        run = Recall(take.run)
        end = take.until if story.until is None else min(story.until, take.until)
        watches = [Watch(hope) for hope in story.then]
        titles = Titles(run.scenario, "en", run.state.orders)
        for at in _moments(run, watches, end):
            run.go_to(at)
            for watch in watches:
                watch.look(titles, run.state, at)
        whole = run.over or (story.until is not None and story.until <= take.until)
        so = all(watch.verdict(titles, run.state, run.now).met for watch in watches)
        return so if whole else None


def _moments(run: Recall, watches: list[Watch], end: int) -> Iterator[int]:
    """The seconds at which something may have become otherwise, as the run comes to each."""
    levels = [level for watch in watches if watch.test for level in watch.test.levels]
    own = {at for watch in watches for at in watch.moments}
    known = sorted({0, end, *own, *(event.at for event in run.events)})
    for at in known:
        if at > end:
            return
        while True:
            turns = (next_turn(run.state.gauges[g], (level,), run.now) for g, level in levels)
            sooner = min((turn for turn in turns if turn is not None), default=at)
            if not run.now < sooner < at:
                break
            yield int(sooner)
        yield at
