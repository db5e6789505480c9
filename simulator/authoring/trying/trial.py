"""Plays one test with one seed: doing what is given, watching what is expected."""

from __future__ import annotations

from typing import NamedTuple

from simulator.authoring.trying.acting import Act
from simulator.authoring.trying.judging import Watch
from simulator.authoring.trying.story import Story
from simulator.authoring.trying.wording import never_done
from simulator.engine.commands import CONTROL, Proceed
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.lines import next_turn
from simulator.engine.titles import Titles
from simulator.engine.wording import moment
from simulator.rehearsal.playing import Played, Refusal
from simulator.rehearsal.script import Cue
from simulator.scenario import Scenario


class Failure(NamedTuple):
    """What failed in one run: a part of `given` or `then` by its number, or the `test` as such."""

    part: str
    number: int
    instead: str
    at: int


class Tried(NamedTuple):
    """One run of a test, and what failed in it; `met` says it of every expectation."""

    seed: int
    run: Played
    failures: tuple[Failure, ...]
    met: tuple[bool, ...]


def tried(story: Story, scenario: Scenario, seed: int) -> Tried:
    """Play the test with this seed. Raises Refused where its setup is wrong."""
    return Trial(story, scenario, seed).play()


class Trial:
    """One run of a test while it is played."""

    def __init__(self, story: Story, scenario: Scenario, seed: int) -> None:
        acts = [Act(deed, scenario) for deed in story.given]
        people = {act.role for act in acts} if story.people is None else set(story.people)
        self.setup = Setup(
            seed, tuple(role for role in scenario.roles if role in people), story.bots,
            story.having, story.lacking, story.level or "", story.side or "",
        )  # fmt: skip
        self._run = run = Exercise(scenario, self.setup)
        self._titles = Titles(run.scenario, "en", run.state.orders)
        self._acts = acts
        self._watches = [Watch(hope) for hope in story.then]
        self._until = story.until
        self._failures: list[Failure] = []
        self._refused: list[Refusal] = []
        asked = [*(act.test for act in acts), *(watch.test for watch in self._watches)]
        self._moments = [at for watch in self._watches for at in watch.moments]
        self._moments += [at for test in asked if test for at in test.times]
        self._levels = [level for test in asked if test for level in test.levels]

    def play(self) -> Tried:
        """To the end, or as far as the test goes."""
        run = self._run
        self._look()
        while not run.over and (self._until is None or run.now < self._until):
            run.advance(self._next())
            self._look()
            if run.held and not run.over:
                run.submit(Proceed(CONTROL))
                self._look()
        return self._judged()

    def _next(self) -> int:
        """The next second at which something may have become otherwise."""
        run = self._run
        turns = [
            next_turn(run.state.gauges[gauge], (level,), run.now) for gauge, level in self._levels
        ]
        own = (*(act.due for act in self._acts if not act.done), *self._moments, *turns)
        later = [at for at in own if at is not None and at > run.now]
        to = int(min([run.next_at(), *later]))
        return to if self._until is None else min(to, self._until)

    def _look(self) -> None:
        """Watch, and do what is to be done, until there is no more of it at this second."""
        run = self._run
        self._watch()
        while not run.over:
            act = next((act for act in self._acts if act.ready(run.state, run.now)), None)
            if act is None:
                return
            self._do(act)
            self._watch()

    def _watch(self) -> None:
        for watch in self._watches:
            watch.look(self._titles, self._run.state, self._run.now)

    def _do(self, act: Act) -> None:
        run, act.done = self._run, True
        command = act.command(run.state)
        in_place = act.role not in (*run.state.staffed, CONTROL)
        try:
            run.submit(command, "test" if in_place else None)
        except Refused as refusal:
            self._refused.append(Refusal(Cue(run.now, command, ""), refusal.saying, len(run.log)))
            if not (act.deed.refused or act.deed.maybe):
                self._fail(act, f"refused at {moment(run.now)}: {refusal.sentence}")
        else:
            if act.deed.refused:
                self._fail(act, f"it was not refused at {moment(run.now)}")

    def _fail(self, act: Act, why: str) -> None:
        self._failures.append(Failure("given", self._acts.index(act), why, self._run.now))

    def _judged(self) -> Tried:
        run, setup = self._run, self.setup
        for act in self._acts:
            if not (act.done or act.deed.maybe):
                self._fail(act, never_done(self._titles, act.deed, run.now))
        verdicts = [watch.verdict(self._titles, run.state, run.now) for watch in self._watches]
        for number, (met, instead, at) in enumerate(verdicts):
            if not met:
                self._failures.append(Failure("then", number, instead, at))
        played = Played(run.scenario, setup, run.log, run.state, run.now, tuple(self._refused))
        if played.stuck:
            why = f"the same things happened again and again: {played.stuck}"
            self._failures.append(Failure("test", 0, why, run.now))
        met_all = tuple(verdict.met for verdict in verdicts)
        return Tried(setup.seed, played, tuple(self._failures), met_all)
