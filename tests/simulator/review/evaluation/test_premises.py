"""A test of the scenario is asked of a recorded take only where that was as the test wants it."""

from pathlib import Path

import pytest

from simulator.review.evaluation.premises import missing
from simulator.review.evaluation.trials import Trials
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from tests.simulator.review.rich import rich

NOT_DONE = "What the test takes as given was not done: "
TAKES = {"first": ("north", 1), "north": ("north", 2), "south": ("south", 1)}
"""In the first, the lamp was given to be burnt and nothing had ended; in north's second, the
council let the doors be closed, and somebody answered a question in their own words."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    return recorded(rich(tmp_path_factory.mktemp("premises") / "rich"))


@pytest.fixture
def told(played: Recorded, tmp_path: Path):
    """Why a take can't answer a test that begins so."""

    def told(which: str, begins: str) -> str:
        (tmp_path / "tests").mkdir()
        story = f"- {{test: So, then: [{{outcome: saved}}], {begins}}}\n"
        (tmp_path / "tests" / "some.yaml").write_text(story)
        team, number = TAKES[which]
        take = played.take(team, number)
        return missing(Trials(played.scenario, tmp_path).names["So"], take, "en")

    return told


@pytest.mark.parametrize(
    ("take", "begins"),
    [
        ("north", "given: [{decision: lamp, choose: archive}]"),
        ("first", "given: [{decision: lamp, choose: burn-it}]"),
        ("north", "given: [{consent: close-doors, by: council}]"),
        ("north", "given: [{consent: lamp, by: council}]"),
        ("south", "given: [{consent: call-mainland}]"),
        ("south", "given: [{decision: lamp, choose: nobody, maybe: true}]"),
        ("north", "side: north"),
        ("north", "without: [night-porter]"),
    ],
)
def test_where_all_of_it_was_so_nothing_is_missing(told, take: str, begins: str):
    assert told(take, begins) == ""


@pytest.mark.parametrize(
    ("take", "begins"),
    [
        ("north", "given: [{decision: lamp, choose: burn-it}]"),
        ("north", "given: [{consent: close-doors, by: council, grant: false}]"),
        ("south", "given: [{consent: close-doors, by: council}]"),
        ("south", "given: [{consent: lamp, by: council}]"),
        ("south", "given: [{decision: question, answer: Nobody said so.}]"),
        ("north", "given: [{decision: question, answer: Nobody said so.}]"),
    ],
)
def test_what_was_not_done_is_named(told, take: str, begins: str):
    assert told(take, begins).startswith(NOT_DONE)


@pytest.mark.parametrize(
    ("take", "begins", "why"),
    [
        ("first", "given: [{decision: lamp, choose: archive}]",
         "The exercise has not come to its end."),
        ("north", "side: south", "The test is about another side."),
        ("north", "level: kind", "The test is about another level of difficulty."),
        ("north", "with: [night-porter]",
         "The test is about a country that has other means: A porter at night."),
        ("north", "given: [{decision: lamp, choose: burn-it, refused: true}]",
         "The test says itself what people do there, so only playing it can tell."),
        ("north", "given: [{order: call-mainland, at: 1h}]",
         "The test says when people do something, so only playing it can tell."),
    ],
)  # fmt: skip
def test_what_no_other_play_can_be_held_to_is_said(told, take: str, begins: str, why: str):
    assert told(take, begins) == why
