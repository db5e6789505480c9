"""The improvement plan of a session, and what the next one says to its checks."""

from pathlib import Path
from typing import Final

import pytest

from simulator.engine import events as e
from simulator.review.evaluation import last_plan, plan
from simulator.review.evaluation.trials import Trials
from simulator.review.findings import Planned
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.folder import SCENARIO
from tests.simulator.review.rich import EVERYTHING, rich
from tests.simulator.session.journal.golden import unpacked
from tests.simulator.session.journal.scribe import Scribe

TESTS: Final = """
- test: The readers stay
  then: [{outcome: saved}]
- test: A report of the damage is sent before noon
  then: [{ever: {report: damage, is: sent}, by: 4h}]
- test: The archive lights the lamp
  then:
    - {holds: {decision: lamp, chose: archive}, at: end}
    - {never: {asset: vault, leaked: {above: 40}}}
- test: Nobody runs out of patience
  until: 24h
  then: [{never: {gauge: patience, below: 1}}]
- test: Whoever lets it burn is sorry
  given: [{decision: lamp, choose: burn-it}]
  then: [{outcome: closed}]
- test: The archive is asked, and answers
  given: [{decision: lamp, choose: archive}]
  then: [{holds: {decision: lamp, chose: archive}, at: end}]
- test: The archive is asked, and answers in time
  given: [{decision: lamp, choose: archive}]
  then: [{ever: {decision: lamp, chose: archive}, by: 12h}]
- test: The archive is asked, and answers in time as it did there
  seeds: [3, 12]
  given: [{decision: lamp, choose: archive}]
  then: [{ever: {decision: lamp, chose: archive}, by: 12h}]
- test: The archive is asked at once
  given: [{decision: lamp, choose: archive, after: 10m}]
  then: [{ever: {decision: lamp, chose: archive}}]
- test: On a hard day
  level: hard
  then: [{outcome: saved}]
"""
GIVEN: Final = (
    "The archive is asked, and answers",
    "The archive is asked, and answers in time",
    "The archive is asked, and answers in time as it did there",
    "The archive is asked at once",
    "On a hard day",
)
CHECKS: Final = (
    "keep-pages/1", "keep-pages/2", "serve-readers/1", "keep-pages/9", "", "The readers stay",
    "A report of the damage is sent before noon", "The archive lights the lamp",
    "Whoever lets it burn is sorry", "Nobody knows this test",
    "Nobody runs out of patience",
)  # fmt: skip


def planned(path: Path, *checks: str, scenario: Path = EVERYTHING) -> Recorded:
    """A session that was never played, and whose plan has these checks."""
    scribe = Scribe.begin(path, scenario)
    control = scribe.sit(Place("control"), "Besa Hoxha")
    for check in checks:
        row = acts.Plan(issue="An issue.", element="training", action="An action.", check=check)
        assert scribe.do(control, row).done
    scribe.keep_head()
    scribe.close()
    return recorded(path)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = rich(tmp_path_factory.mktemp("planning") / "rich")
    tests = path / SCENARIO / "tests"
    tests.mkdir()
    (tests / "all.yaml").write_text(TESTS)
    return path


@pytest.fixture(scope="module")
def now(played: Path) -> Recorded:
    return recorded(played)


@pytest.fixture(scope="module")
def closed(
    played: Path, now: Recorded, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Planned]:
    before = planned(tmp_path_factory.mktemp("before") / "session", *CHECKS, *GIVEN)
    return {row.check: row for row in last_plan(before, now, played, "en")}


def test_rows_stand_as_they_were_written_with_their_check_in_words(now: Recorded):
    takes = tuple(now.take(team) for team in now.takes)
    one, two = plan(now, takes, "en")

    assert one.issue.startswith("Nobody knew whom to call.")
    assert (one.element, one.owner, one.starts, one.due) == (
        "planning", "=1+1", "2030-06-01", "2030-07-01",
    )  # fmt: skip
    assert (one.check, one.check_in_words, one.team) == ("keep-pages/1", "And soon", "north")
    assert [type(takes[0].log[place]).__name__ for place in one.cites] == ["ReportSent"] * 2
    assert (two.check_in_words, two.team, two.cites) == ("the lamp is lit", "", ())
    assert [row.closed for row in (one, two)] == [None, None]


def test_rows_about_a_team_that_is_not_shown_are_left_out(now: Recorded):
    assert [row.id for row in plan(now, (now.take("south"),), "en")] == ["2"]


def test_a_check_by_a_measure_is_closed_where_every_team_met_it(closed: dict[str, Planned]):
    row = closed["keep-pages/1"]

    assert (row.closed, row.check_in_words, row.cites) == (True, "And soon", ())
    assert row.why == "It came true."


def test_a_check_by_a_measure_is_open_where_one_team_did_not_meet_it(closed: dict[str, Planned]):
    row = closed["keep-pages/2"]

    assert row.closed is False
    assert row.why == "It did not come true for south, harbour."


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("The readers stay", False),  # south is closed for good
        ("A report of the damage is sent before noon", False),  # harbour sends none
        ("The archive lights the lamp", False),
        ("Whoever lets it burn is sorry", None),  # it says itself what people do
        ("Nobody knows this test", None),
        ("Nobody runs out of patience", True),  # they were at the end before the test was
        ("keep-pages/9", None),
        ("", None),
    ],
)
def test_a_check_by_a_test_is_judged_by_what_was_played(
    closed: dict[str, Planned], check: str, so: bool | None
):
    assert closed[check].closed is so
    assert closed[check].why


def test_a_test_is_asked_where_what_it_takes_as_given_was_so(
    closed: dict[str, Planned], now: Recorded
):
    asked = [
        team for team in now.takes
        if now.take(team).run.state.decisions["lamp"].option == "archive"
    ]  # fmt: skip
    assert 0 < len(asked) < len(now.takes)
    came_true = f"It came true for {', '.join(asked)}; others it asks nothing."
    assert [(closed[check].closed, closed[check].why) for check in GIVEN] == [
        (True, came_true),
        (None, "The test says at what times things follow with another luck, so only playing it "
               "can tell."),
        (True, came_true),
        (None, "The test says when people do something, so only playing it can tell."),
        (None, "The test is about another level of difficulty."),
    ]  # fmt: skip
    sorry = closed["Whoever lets it burn is sorry"].why
    assert sorry.startswith("What the test takes as given was not done: ")


def test_one_team_alone_can_close_what_it_was(played: Path, now: Recorded, tmp_path: Path):
    """North was the best of the three."""
    north = Recorded(now.written, now.session, {"north": now.takes["north"]}, now.people, now.hosts)
    before = planned(tmp_path / "session", *CHECKS)

    closed = {row.check: row.closed for row in last_plan(before, north, played, "en")}

    assert [closed[check] for check in CHECKS[:8]] == [
        True,
        True,
        True,
        None,
        None,
        True,
        True,
        True,
    ]


def test_another_exercise_says_nothing_to_a_measure(tmp_path: Path):
    before = planned(tmp_path / "before", "keep-pages/1")
    path = unpacked("control-room", tmp_path / "now")

    (row,) = last_plan(before, recorded(path), path, "en")

    assert row.closed is None
    assert row.why == "This session plays another exercise."


def test_a_session_that_still_runs_says_nothing_yet(tmp_path: Path):
    before = planned(tmp_path / "before", "keep-pages/1", "No such thing")
    path = tmp_path / "now"
    now = planned(path)

    one, two = last_plan(before, now, path, "en")

    assert (one.closed, one.why) == (None, "The exercise has not come to its end.")
    assert (two.closed, two.why) == (None, "The session holds no measure and no test of this name.")


def test_a_level_that_is_passed_while_nothing_happens_is_seen_at_its_second(tmp_path: Path):
    """In south patience was 52.249 at second 2700 and lost a point an hour. Values are rounded
    down to thousandths, so that 749 of them are gone when more than 748 are: after 2692.8 seconds.
    Nothing happens from 4801 to 6000."""
    path = rich(tmp_path / "rich")
    take = recorded(path).take("south")
    log = [event for event in take.log if isinstance(event, e.GaugeMoved)]
    assert any(it[2:] == ("patience", 52_249, -1000) and it.at == 2700 for it in log)
    assert not any(4801 < event.at < 6000 for event in take.log)
    tests = path / SCENARIO / "tests"
    tests.mkdir()
    line = "- test: by {by}\n  then: [{{ever: {{gauge: patience, at_most: 51.5}}, by: {by}s}}]\n"
    (tests / "all.yaml").write_text(line.format(by=5392) + line.format(by=5393))

    trials = Trials(take.scenario, path / SCENARIO)

    assert [trials.met(name, take) for name in ("by 5392", "by 5393")] == [False, True]
