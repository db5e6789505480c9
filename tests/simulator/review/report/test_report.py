"""The report says what the journal says: each number is counted here on another way."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from simulator.engine import events as e
from simulator.engine.results import results
from simulator.paper.blocks import Block, Claims, Figure, Grid, Head, Paper, Register, Words
from simulator.paper.markdown import markdown
from simulator.paper.page import page
from simulator.review.findings import Findings
from simulator.review.found import findings
from simulator.review.reading import recorded
from simulator.review.report.brief import brief
from simulator.review.report.notes import NONE, Notes, Passage, read
from simulator.review.report.summary import draft
from simulator.review.report.whole import report
from tests.simulator.review.report.found import of, played
from tests.simulator.review.rich import GONE, SECRET
from tests.simulator.session.journal.scribe import Scribe

SESSIONS = ("rich", "control-room")


def grids(paper: Paper, caption: str) -> list[Grid]:
    tables = (block.table if isinstance(block, Figure) else block for block in paper.blocks)
    return [one for one in tables if isinstance(one, Grid) and one.caption == caption]


def under(paper: Paper, title: str) -> Iterator[Block]:
    """The blocks beneath a heading, up to the next one as high."""
    level = 0
    for block in paper.blocks:
        if isinstance(block, Head):
            if level and block.level <= level:
                return
            if block.text == title:
                level = block.level
        if level:
            yield block


def said(findings: Findings) -> str:
    return "\n".join(claim.words for claim in draft(findings))


# What it says


def test_points_of_objectives_are_those_of_the_engine():
    paper = report(of("rich"))
    tables = grids(paper, "Objectives, and how they were met")
    for name, table in zip(played("rich").takes, tables, strict=True):
        run = played("rich").take(name).run
        expected = [
            f"{found.rating}\n{found.points} of {found.of} points"
            for found in results(run.scenario, run.state, run.now)
        ]
        at = table.heads.index("Computed")
        assert [row[at] for row in table.rows] == expected


def test_the_msel_has_what_was_sent_and_when():
    paper = report(of("rich"))
    tables = grids(paper, "The master scenario events list (MSEL) as it was played")
    for name, table in zip(played("rich").takes, tables, strict=True):
        take = played("rich").take(name)
        sent = {event.inject for event in take.log if isinstance(event, e.InjectSent)}
        at = table.heads.index("Actual")
        assert len(table.rows) == len(take.scenario.inject)
        assert sum(row[at] != "–" for row in table.rows) == len(sent)


def test_clocks_that_were_missed_are_those_of_the_log():
    told = said(of("rich"))
    for team in of("rich").teams:
        log = played("rich").take(team.team).log
        missed = {event.report for event in log if isinstance(event, e.ReportMissed)}
        none = "None of the 2 reporting clocks was met."
        wanted = none if missed else "2 of 2 reporting clocks were met."
        assert f"{team.title}: {wanted}" in told


def test_the_contest_is_counted():
    log = played("rich").take("north").log
    solved = {event.challenge for event in log if isinstance(event, e.ChallengeSolved)}
    told = [getattr(block, "text", "") for block in under(report(of("rich")), "The contest")]
    assert f"{len(solved)} of 2 challenges was solved." in told


def test_ratings_of_evaluators_are_those_of_the_journal():
    paper = report(of("rich"))
    rows = [row for table in grids(paper, "What evaluators rated, and why") for row in table.rows]
    rated = Counter(
        record.draft.body["grade"]
        for record in played("rich").records
        if record.draft.kind == "rated" and not record.draft.body.get("off")
    )
    grades = Counter(cell[0] for row in rows for cell in row if re.match("[PSMU] – ", cell))
    assert grades == rated


def test_participants_are_those_who_came():
    [table] = grids(
        report(of("rich")),
        "Who took part. For evaluators and observers the role is the one that they looked at; "
        "acts are whatever they asked for, from an order to a note.",
    )
    arrived = [it for it in played("rich").records if it.draft.kind == "arrived"]
    assert len(table.rows) == len(arrived)
    assert table.rows[0][0] == "Besa Hoxha"


def test_a_take_that_control_left_is_told_as_that():
    north = replace(of("rich").teams[0], take=1, over=False, until=3000)
    told = said(replace(of("rich"), teams=(north,)))
    assert "It was played up to Mon 08:50 (T+00:50), from where control went back." in told
    assert "Control went back once; this tells of take 1." in told
    assert "has not ended" not in told


def test_feedback_is_counted():
    [table] = grids(report(of("rich")), "How many gave each score")
    pace = next(row for row in table.rows if row[0] == "The pace was right.")
    assert pace == ("The pace was right.", "1", "1", "0", "0", "0", "1.5")


def test_feedback_is_said_to_be_of_so_many():
    found = of("rich")
    [said] = [it for it in under(report(found), "Discussion")
              if isinstance(it, Words) and "returned the form" in it.text]  # fmt: skip
    asked = {(it.name, it.part) for it in found.participants if it.part in ("player", "observer")}
    assert said.text.startswith(f"3 of {len(asked)} players and observers returned the form.")
    veiled = replace(found, feedback=replace(found.feedback, veiled=True))
    assert "no form has a name here" in markdown(report(veiled))


def test_a_note_of_what_both_takes_have_is_of_no_take():
    # given a note of the first take, of a second before and of one after that control went back to
    found = of("rich")
    [note] = [it for it in found.observations if not it.counts]
    assert note.back is not None
    both = replace(note, at=note.back - 1, counts=True, marks=())
    told = markdown(report(replace(found, observations=(note, both))))
    assert told.count("in take 1, before control went back to") == 1


def test_urgent_findings_come_first_of_all():
    paper = report(of("rich"))
    titles = [block.text for block in under(paper, "Discussion") if isinstance(block, Head)]
    assert titles[:2] == ["Discussion", "Urgent findings"]
    # and what was noted in a take that control took back says so
    said = "T+00:50<br>in take 1, before control went back to T+00:21 | The north shelf | They"
    assert said in markdown(paper)
    assert "They burnt the post." in page(paper).partition("Exercise overview</h2>")[0]


@pytest.mark.parametrize("name", SESSIONS)
def test_the_draft_has_a_handful_of_sentences_a_team(name: str):
    found = of(name)
    claims = draft(found)
    per_team = (len(claims) - 2) / len(found.teams)
    assert 2 <= per_team <= 7
    assert all(claim.words.endswith((".", "”.")) for claim in claims)
    assert all("  " not in claim.words and "{" not in claim.words for claim in claims)


def test_times_of_decisions_are_told_from_the_log():
    # given when north was asked and when it answered in its second take
    log = played("rich").take("north").log
    asked = {it.decision: it.at for it in log if isinstance(it, e.DecisionOpened)}
    taken = {it.decision: it.at for it in log if isinstance(it, e.DecisionTaken)}
    waits = sorted(taken[name] - asked[name] for name in taken)

    # then the quickest and the slowest stand in the summary
    assert waits[0] == 4 * 60
    assert waits[-1] == 60 * 60
    two = "one after 4 minutes (“Who lights the lamp?”) and one after 1 hour"
    assert two in said(of("rich"))

    # and of three the one in the middle
    north = of("rich").teams[0]
    third = replace(north.decisions[0], decided=north.decisions[0].sent + 600)
    more = replace(north, decisions=(*north.decisions, third))
    told = said(replace(of("rich"), teams=(more,)))
    assert "People took 3 decisions, usually 10 minutes after they were put to them" in told


# Notes


def test_what_people_wrote_takes_the_place_of_what_was_computed():
    # given notes for a session of one team
    written = (
        ("summary", (Passage("A good evening."),)),
        ("strengths", (Passage("They asked.", True, ("e1",)),)),
        ("recommendations", (Passage("Buy a lamp."),)),
    )
    paper = report(of("control-room"), Notes(written))

    # then they stand there, and what nobody wrote is as it was
    [summary] = [it for it in under(paper, "Executive summary") if isinstance(it, Claims)]
    [strengths] = [it for it in under(paper, "Strengths") if isinstance(it, Claims)]
    assert [one.words for one in summary.items] == ["A good evening."]
    assert [(one.words, one.cites) for one in strengths.items] == [("They asked.", ("e1",))]
    assert "Buy a lamp." in markdown(paper)
    assert [*under(paper, "Areas for improvement")] == [
        *under(report(of("control-room")), "Areas for improvement")
    ]


def test_what_people_wrote_of_several_teams_stands_once():
    paper = report(of("rich"), Notes((("areas", (Passage("They hurried."),)),)))
    told = [it.words for block in paper.blocks if isinstance(block, Claims) for it in block.items]
    assert told.count("They hurried.") == 1


# Links, and nothing else that leads or does anything


class Reader(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(told)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        given = dict(attrs)
        self.ids += [str(given["id"])] if "id" in given else []
        self.links += [str(given[name]) for name in ("href", "src", "xlink:href") if name in given]


@pytest.mark.parametrize("name", SESSIONS)
def test_every_link_leads_to_an_event_that_is_there_once(name: str):
    whole = report(of(name))
    read, short = Reader(page(whole)), Reader(page(brief(of(name), NONE, whole)))
    assert len(read.ids) == len({*read.ids})
    assert {link.removeprefix("#") for link in read.links} <= {*read.ids}
    assert sum(link.startswith("#e") for link in read.links) > 20
    # and what the brief one cites stands in the whole
    assert {link.removeprefix("report.html#") for link in short.links} <= {*read.ids}
    assert sum(link.startswith("report.html#e") for link in short.links) > 10


@pytest.mark.parametrize("name", SESSIONS)
def test_what_an_event_followed_from_stands_in_the_register_too(name: str):
    registers = [block for block in report(of(name)).blocks if isinstance(block, Register)]
    assert len(registers) == len(of(name).teams)
    for register in registers:
        there = {entry.anchor for entry in register.entries}
        causes = {entry.cells[3] for entry in register.entries} - {""}
        assert causes
        assert {f"e{cause}" for cause in causes} <= there


def in_short(findings: Findings) -> Paper:
    return brief(findings, NONE, report(findings))


@pytest.mark.parametrize("made", [report, in_short])
def test_hostile_words_are_nothing_but_words_in_a_page(made: Callable[[Findings], Paper]):
    told = page(made(of("rich")))
    read = Reader(told)
    assert not read.tags & {"script", "img", "iframe", "object", "embed", "form", "link", "base"}
    assert not [name for name in read.attributes if name.startswith("on")]
    assert all(link.startswith(("#", "report.html#e")) for link in read.links)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert not [gone for gone in (SECRET, GONE) if gone in told], "taken out"
    assert "#read(" in told
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told


@pytest.mark.parametrize("made", [report, in_short])
def test_hostile_words_are_nothing_but_words_in_markdown(made: Callable[[Findings], Paper]):
    told = markdown(made(of("rich")))
    read = Reader(MarkdownIt("commonmark", {"html": True}).enable("table").render(told))
    assert not read.tags & {"script", "img", "iframe", "form"}
    assert read.tags & {"table", "a", "h1", "ul"} == {"table", "a", "h1", "ul"}
    assert all(link.startswith(("#", "report.md#e")) for link in read.links)
    assert "\x1b" not in told


@pytest.mark.parametrize("name", SESSIONS)
def test_every_page_says_how_it_may_be_passed_on(name: str):
    paper = report(of(name))
    assert paper.label == f"TLP:{of(name).overview.tlp}"
    assert paper.marking.startswith(paper.label)


def test_it_is_said_in_albanian_as_a_whole(foreign: str):
    found = replace(of("control-room"), language=foreign)
    whole = report(found)
    both = (*whole.blocks, *brief(found, NONE, whole).blocks)
    heads = [block.text for block in both if isinstance(block, Head)]
    own = {one.title for team in found.teams for one in team.objectives}
    asked = {it.ask for team in found.teams for it in team.decisions}
    assert [
        it for it in heads if "«" not in it and it not in own and not any(a in it for a in asked)
    ] == []


def test_a_session_that_never_began_is_told_as_that(tmp_path):
    scribe = Scribe.begin(tmp_path / "session")
    scribe.keep_head()
    scribe.close()
    found = findings(recorded(tmp_path / "session"), tmp_path / "session", "en")
    told = said(found)
    assert "It was not played." in told
    assert "nobody in a seat" in told
    assert page(report(found)).endswith("</html>\n")


def test_who_sponsored_it_is_for_people_to_say():
    notes = read("# Exercise overview\n- Sponsor: the library's council\n")
    told = markdown(report(of("rich"), notes))
    overview = told.partition("</a>Exercise overview")[2].partition("## ")[0]
    assert "- Sponsor: the library's council" in overview
    assert "The situation at the beginning" not in overview


def test_clocks_and_checks_that_the_computer_met_are_not_peoples():
    # given the north shelf without anybody, and an earlier plan with a check that is met
    found = of("rich")
    north = found.teams[0]
    bots = tuple(replace(it, people=False) for it in north.times)
    sent = tuple(replace(it, bot=True) for it in north.reports)
    alone = replace(found, participants=(), teams=(replace(north, times=bots, reports=sent),),
                    last_plan=(replace(found.plan[0], closed=True),))  # fmt: skip
    assert "All of them were the computer's, in empty seats." in " ".join(
        claim.words for claim in draft(alone)
    )
    for paper in (report(alone), brief(alone, NONE, report(alone))):
        told = markdown(paper)
        assert "the checks can be met, and not that people meet them" in told
        assert "personal data" not in told
    assert "not that people" not in markdown(
        report(replace(alone, participants=found.participants))
    )
