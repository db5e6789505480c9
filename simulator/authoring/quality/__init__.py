"""Whether it plays well: pace, load, fairness, and texts that people can read in time."""

from collections.abc import Iterator
from typing import Final

from simulator.authoring.quality.answers import in_answers
from simulator.authoring.quality.completeness import in_completeness
from simulator.authoring.quality.courses import in_courses, stuck
from simulator.authoring.quality.indicators import in_indicators
from simulator.authoring.quality.linchpins import in_linchpins
from simulator.authoring.quality.never import in_reach
from simulator.authoring.quality.pacing import in_pace
from simulator.authoring.quality.parts_played import in_roles
from simulator.authoring.quality.questions import in_questions
from simulator.authoring.quality.tables import in_tables
from simulator.authoring.quality.texts import in_texts
from simulator.authoring.quality.trials import Trials
from simulator.authoring.quality.workload import in_teams
from simulator.rehearsal.rehearsing import Rehearsal
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding

CODES: Final[dict[str, str]] = {
    "Q01": "a deadline too short to read and think",
    "Q02": "a choice of one option",
    "Q03": "a choice of too many options",
    "Q04": "a question without an expected answer",
    "Q05": "a question without a hint",
    "Q06": "defaults that are always best",
    "Q07": "a role that nobody tells anything",
    "Q08": "a role that can do nothing",
    "Q09": "a role that hears by one channel only",
    "Q10": "a claim without a source",
    "Q11": "an inject that serves no objective",
    "Q13": "an indicator that may be somebody's address",
    "Q40": "something that no run comes to",
    "Q41": "a role that is idle for too long",
    "Q42": "a role that gets too much at once",
    "Q43": "a stretch that is dull for everybody",
    "Q44": "a single point of failure in the plot",
    "Q45": "a default that beats every answer",
    "Q46": "an option that is best on every measure",
    "Q47": "a best option that another one beats",
    "Q48": "an exercise in which it doesn't matter what one does",
    "Q49": "an exercise that always ends in one way",
    "Q50": "an exercise that ends too early",
    "Q51": "a team that has nothing to do",
    "Q52": "a team whose work always waits",
    "Q53": "a run that gets stuck",
    "T10": "a text that lacks a language",
    "T11": "languages that say much more and much less",
    "T12": "a text too long for its channel",
    "T13": "a text that is hard to read",
    "T14": "a table whose rows don't fit its head",
}
"""What the codes of quality mean, in a few words each: Q01 and up, texts T10 and up."""


def found(scenario: Scenario) -> Iterator[Finding]:
    """Everything that can be found without playing."""
    yield from in_questions(scenario)
    yield from in_roles(scenario)
    yield from in_completeness(scenario)
    yield from in_indicators(scenario)
    yield from in_texts(scenario)
    yield from in_tables(scenario)


def found_in_play(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Everything that only runs show; where one gets stuck, only that."""
    if any(run.stuck for run in rehearsal.runs) or not rehearsal.runs:
        yield from stuck(rehearsal)
        return
    trials = Trials(rehearsal)
    yield from in_pace(rehearsal)
    yield from in_linchpins(rehearsal)
    yield from in_courses(rehearsal)
    yield from in_teams(rehearsal)
    yield from in_answers(trials)
    yield from in_reach(rehearsal, trials)
