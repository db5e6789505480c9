"""The report in brief says what the whole says, and only as much as somebody reads."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from simulator.paper.blocks import Block, Claims, Figure, Frame, Grid, Head, Pairs, Paper, Words
from simulator.paper.charts import Curves
from simulator.review.findings import Findings, Series
from simulator.review.report.brief import LINES, MOST, brief
from simulator.review.report.notes import NONE, Notes, Passage
from simulator.review.report.whole import report
from tests.simulator.review.report.found import folder, of

SESSIONS = ("rich", "control-room")


def short(found: Findings, notes: Notes = NONE) -> Paper:
    return brief(found, notes, report(found, notes))


def sentences(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Claims():
                yield from (claim.words for claim in block.items)
            case Frame():
                yield from sentences(block.blocks)
            case Grid():
                yield from (cell for row in block.rows for cell in row)
            case _:
                pass


def pictures(paper: Paper) -> list[Curves]:
    charts = [block.chart for block in paper.blocks if isinstance(block, Figure)]
    return [chart for chart in charts if isinstance(chart, Curves)]


@pytest.mark.parametrize("name", SESSIONS)
def test_it_says_nothing_that_the_whole_does_not(name: str):
    told = [*sentences(short(of(name)).blocks)]
    assert len(told) > 15
    assert {*told} <= {*sentences(report(of(name)).blocks)}


@pytest.mark.parametrize("name", SESSIONS)
def test_it_is_vouched_for_by_the_same_chain(name: str):
    last = (folder(name) / "journal.jsonl").read_text("utf-8").splitlines()[-1]
    vouched = [dict(block.rows) for block in short(of(name)).blocks if isinstance(block, Pairs)][-1]
    assert f'"{vouched["Head of the chain"]}"' in last
    assert vouched["Records"] in last


def test_all_ratings_stand_in_it_without_measures():
    [table] = [
        block for block in short(of("control-room")).blocks
        if isinstance(block, Grid) and block.caption == "Objectives, and how they were met"
    ]  # fmt: skip
    [team] = of("control-room").teams
    assert [row[0] for row in table.rows] == [it.title for it in team.objectives]
    stand = table.heads.index("Rating that stands")
    rated = [row[stand][0] for row in table.rows if " – " in row[stand]]
    assert rated == [it.stands for it in team.objectives if it.by != "nothing"]


def test_one_picture_has_the_services_that_were_down_the_longest():
    # given eight services of which each is down a minute longer than the one before
    def service(n: int) -> Series:
        points = ((0, 100.0), (60, 100.0), (60, 10.0), (60 + 60 * n, 10.0), (60 + 60 * n, 100.0))
        return replace(one, id=f"s{n}", title=f"Service {n}", points=points, lowest=10.0)

    [team] = of("control-room").teams
    one = next(it for it in of("rich").teams[0].series if it.kind == "service")
    one = replace(one, at_end=100.0, shown=(), normal=(None, None), defence=False)
    found = replace(
        of("control-room"), teams=(replace(team, series=tuple(map(service, range(1, 9)))),)
    )
    # then the two that were down the least are not in it, nor would be what was cut off in defence
    [chart] = pictures(short(found))
    assert [line.label for line in chart.lines] == [f"Service {n}" for n in range(8, 2, -1)]
    own = replace(service(99), defence=True)
    cut = replace(found, teams=(replace(found.teams[0], series=(own, *found.teams[0].series)),))
    assert pictures(short(cut)) == [chart]
    assert len(chart.lines) == LINES
    assert ("Service 8", "10 %", "8 min") in {
        (row[0], row[1], row[3])
        for block in short(found).blocks if isinstance(block, Figure) for row in block.table.rows
    }  # fmt: skip
    # and where there is no service, it is of the gauge that strayed
    calm = replace(one, kind="gauge", title="Calm", points=((0, 1.0), (9, 2.0)))
    gauge = replace(calm, title="Hot", normal=(None, 1.0))
    found = replace(found, teams=(replace(team, series=(calm, gauge)),))
    figures = [block.title for block in short(found).blocks if isinstance(block, Figure)]
    assert figures == ["Hot"]


def test_of_a_long_list_it_has_the_first_and_says_how_many_there_are():
    [team] = of("control-room").teams
    one = replace(team.strengths[0], objective="")
    more = tuple(replace(one, words=f"Well done {n}") for n in range(MOST + 3))
    found = replace(of("control-room"), teams=(replace(team, strengths=more),))
    told = [*sentences(short(found).blocks)]
    assert [words for words in told if words.startswith("Well done")] == [
        f"Well done {n}" for n in range(MOST)
    ]
    mute = [block.text for block in short(found).blocks if isinstance(block, Words)]
    assert "3 more stand in the whole report." in mute
    # but what people wrote stands there as a whole
    own = tuple(Passage(f"Own {n}", True) for n in range(MOST + 3))
    told = [*sentences(short(found, Notes((("strengths", own),))).blocks)]
    assert [words for words in told if words.startswith("Own")] == [one.words for one in own]


def test_what_explains_is_said_once_where_it_is_first_needed():
    # given three teams, of which the first decided nothing
    first, *rest = of("rich").teams
    for teams in ((first, *rest), (replace(first, decisions=()), *rest)):
        paper = report(replace(of("rich"), teams=teams))
        texts = [block.text for block in paper.blocks if isinstance(block, Words)]
        told = [text for text in texts if len(text) > 60]
        assert len(told) == len({*told})
        assert any(text.startswith("A decision counts from") for text in told)
        heads = [block for block in paper.blocks if isinstance(block, Head)]
        assert sum(head.text == "Decisions and their consequences" for head in heads) >= 2
