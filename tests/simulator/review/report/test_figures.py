"""What the summary says of numbers that are easily misread."""

from dataclasses import replace

import pytest

from simulator.paper.blocks import Claims
from simulator.paper.markdown import markdown
from simulator.review.findings import Findings, Series
from simulator.review.report.early import cut_short
from simulator.review.report.figures import figures
from simulator.review.report.happened import happened
from simulator.review.report.notes import NONE
from simulator.review.report.summary import draft
from simulator.review.report.telling import tellings
from simulator.review.report.whole import report
from tests.simulator.review.report.found import of

HOUR = 3600


def service(title: str, down: int, defence: bool) -> Series:
    """One that was away for so many hours."""
    points = ((0, 100.0), (0, 20.0), (down * HOUR, 20.0), (down * HOUR, 100.0))
    return Series(
        title, "service", title, "%", 0, 100, points, (), 20, 100, (None, None), (), defence
    )  # fmt: skip


def said(found: Findings) -> str:
    (telling,) = tellings(found, NONE)
    return " ".join(claim.words for claim in figures(telling))


@pytest.mark.parametrize(
    ("services", "told"),
    [
        ((("Post", 2, False), ("Bell", 9, True)),
         "2 of 2 services fell below 50 %, 1 of them only because it was cut off or switched off "
         "in defence. The other, Post, stayed there for 2 hours."),
        ((("Post", 2, False), ("Bell", 9, True), ("Lamp", 3, False)),
         "3 of 3 services fell below 50 %, 1 of them only because it was cut off or switched off "
         "in defence. Of the others, Lamp stayed there the longest, for 3 hours."),
        ((("Post", 2, False), ("Bell", 9, False)),
         "2 of 2 services fell below 50 %; Bell stayed there the longest, for 9 hours."),
        ((("Post", 2, True), ("Bell", 9, True)),
         "2 of 2 services fell below 50 %; Bell stayed there the longest, for 9 hours. All of them "
         "were cut off or switched off in defence."),
    ],
)  # fmt: skip
def test_what_was_cut_off_in_defence_is_told_apart(services, told: str):
    found = of("control-room")
    (team,) = found.teams
    series = tuple(service(*each) for each in services)
    assert told in said(replace(found, teams=(replace(team, series=series),)))


def test_a_clock_that_the_computer_kept_is_told_as_its():
    found = of("rich")
    north, *_ = found.teams
    clock = replace(north.clocks[0], open=False, sent=60, met=True)
    sent = replace(north.reports[0], report=clock.report, at=60)
    for bot in (True, False):
        team = replace(north, clocks=(clock,), reports=(replace(sent, bot=bot),))
        told = said(replace(found, teams=(team,)))
        assert "The one reporting clock was met." in told
        assert ("1 of these was the computer's" in told) == bot


@pytest.mark.parametrize(
    ("took", "told"),
    [
        ((0,), "People took 1 decision, at once."),
        ((3,), "People took one decision, after 3 hours: “After 3?”."),
        ((0, 0), "People took 2 decisions, all of them at once."),
        ((0, 3), "one at once (“After 0?”) and one after 3 hours (“After 3?”)."),
        ((1, 3), "one after 1 hour (“After 1?”) and one after 3 hours (“After 3?”)."),
        ((0, 0, 0), "People took 3 decisions, all of them at once."),
        ((0, 1, 3), "People took 3 decisions, usually 1 hour after they were put to them; some "
                    "were taken at once, the slowest took 3 hours (“After 3?”)."),
    ],
)  # fmt: skip
def test_a_decision_that_took_no_time_is_taken_at_once(took: tuple[int, ...], told: str):
    found = of("control-room")
    (team,) = found.teams
    one = team.decisions[0]
    its = tuple(
        replace(one, phase="taken", bot=False, ask=f"After {hours}?", sent=0, decided=hours * HOUR)
        for hours in took
    )
    summed_up = said(replace(found, teams=(replace(team, decisions=its),)))
    assert told in summed_up
    assert "0 seconds" not in summed_up


def test_an_end_before_the_planned_one_is_said_with_what_it_left_open():
    found = of("control-room")
    (team,) = found.teams
    late = replace(found, overview=replace(found.overview, length=team.until + 5 * HOUR))
    ended = replace(late, teams=(replace(team, over=True),))

    assert cut_short(ended, ended.teams[0]) == 5 * HOUR
    assert "That is 5 hours before the planned end." in draft(ended)[1].words
    open_then = [
        measure.title
        for one in team.objectives
        for task in one.tasks
        for measure in task.measures
        if not measure.met and measure.at == team.until
    ]
    told = markdown(report(ended))
    assert open_then
    number = len(open_then)
    assert f"{number} {'was' if number == 1 else 'were'} still open when ENDEX" in said(ended)
    assert all(f"“{title}”" in told for title in open_then)
    assert told.count("| not yet met | – |") == number
    assert "5 hours before it was planned" in told
    # and where it came as planned nothing is said of it
    whole = replace(found, overview=replace(found.overview, length=team.until))
    assert "before it was planned" not in markdown(report(whole))
    assert "still open when" not in said(whole)
    assert all(f"“{title}”" in said(whole) for title in open_then[:4])


def test_what_an_early_end_left_open_is_not_told_as_what_had_failed_before():
    (team,) = of("control-room").teams
    harbour = of("rich").teams[2]
    for found, told in ((team, "Not yet met when ENDEX came early: "), (harbour, "Not met: ")):
        areas = [it.words for it in found.areas if it.words.startswith("Not ")]
        assert areas
        assert all(words.startswith(told) for words in areas)


def test_what_the_computer_decided_is_told_as_its():
    found = of("rich")
    north, *_ = found.teams
    (step,) = [it for it in north.course if it.kind == "decision"]
    one = replace(north.decisions[0], cites=(step.place,))
    for bot in (True, False):
        telling = tellings(
            replace(found, teams=(replace(north, decisions=(replace(one, bot=bot),)),)), NONE
        )[0]
        (told,) = [
            claim.words
            for block in happened(telling) if isinstance(block, Claims)
            for claim in block.items if claim.cites == (f"e{step.place}",)
        ]  # fmt: skip
        assert step.words in told
        assert told.endswith("(the computer in an empty seat)") == bot
