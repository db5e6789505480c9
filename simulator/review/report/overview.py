"""The exercise overview: what was exercised, when, with whom, in what scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.paper.blocks import Block, Grid, Head, Points, Words, marked, paired
from simulator.review.findings import Findings, TeamFound
from simulator.review.report.early import cut_short
from simulator.review.report.times import MINUTE, Times, between, listed, span
from simulator.scenario.characters import rejoined
from simulator.speech import many, mark, say


def overview(findings: Findings, own: Iterable[Block] = ()) -> tuple[Block, ...]:
    """With what people add of their `own`."""
    return (Head(say(findings.language, "Exercise overview")), *_overview(findings, own))


def _overview(findings: Findings, own: Iterable[Block]) -> Iterator[Block]:
    language, whole = findings.language, findings.overview
    yield _block(findings)
    yield from own
    if whole.about.strip():
        yield Head(say(language, "The situation at the beginning"), 2)
        yield Words(rejoined(whole.about))
    if whole.objectives:
        yield Head(say(language, "Objectives"), 2)
        yield Points(whole.objectives)
    yield Head(say(language, "How to read this report"), 2)
    yield Points(tuple(_how(language, len(findings.teams))))


def _block(findings: Findings) -> Block:
    """What was held, when, with whom and in what scope."""
    language, whole = findings.language, findings.overview
    times = Times(language, whole.start)
    teams = ", ".join(team.title for team in findings.teams)
    capabilities = dict.fromkeys(
        found.capability for team in findings.teams for found in team.objectives if found.capability
    )
    bots = say(language, "played by the computer, {how}", how=whole.bots)
    return paired(
        (say(language, "Exercise"), whole.title),
        (say(language, "Type"), say(language, "tabletop exercise in a simulated world")),
        (say(language, "Purpose"), " ".join(whole.purpose.split())),
        (say(language, "Held"), held(findings)),
        (say(language, "Clock ran for"), span(language, whole.played)
         if whole.played >= MINUTE else ""),
        (say(language, "STARTEX"), times.whole(0)),
        (say(language, "ENDEX as planned"), f"{times.whole(whole.length)} "
         f"({span(language, whole.length)})"),
        (say(language, "ENDEX as it came"), endex(findings)),
        (say(language, "Threat"), whole.adversary),
        (say(language, "Modelled on"), whole.modelled_on),
        (say(language, "Core capabilities"), ", ".join(capabilities)),
        (say(language, "Teams"), teams if len(findings.teams) > 1 else ""),
        (say(language, "People"), people(findings)),
        (say(language, "Seats with people"), ", ".join(_seats(findings))),
        (say(language, "Seats without people"), bots),
        (say(language, "Level of difficulty"), whole.level),
        (say(language, "What the organisation has"), ", ".join(whole.having)),
        (say(language, "What it lacks"), ", ".join(whole.lacking)),
        (say(language, "Handling"), marking(findings)),
    )  # fmt: skip


def _seats(findings: Findings) -> Iterable[str]:
    """The roles that players had, in the order in which they came."""
    return dict.fromkeys(it.role_title for it in findings.participants if it.part == "player")


def _how(language: str, teams: int) -> Iterator[str]:
    """What a reader has to know who never saw an exercise."""
    yield say(
        language, "Times are those of the exercise: {hours} is four hours after STARTEX, when it "
        "begins; ENDEX is when it ends. Moments of the real world are in UTC.", hours="T+04:00",
    )  # fmt: skip
    yield say(
        language, "A number in brackets leads to an event in the register at the end of the "
        "report: what happened, when, what it followed from, and which record of the session "
        "asked for it.",
    )  # fmt: skip
    if teams > 1:
        yield say(
            language, "The number before the point is the team's, in the order in which the teams "
            "stand here.",
        )  # fmt: skip
    yield graded(language)
    yield say(
        language, "An inject is a message that the exercise sends; the master scenario events list "
        "(MSEL) has all of them. Control are the people who lead the exercise.",
    )  # fmt: skip
    yield say(
        language, "What is computed follows from the record alone. Ratings, observations, feedback "
        "and the plan are what people wrote.",
    )  # fmt: skip


def graded(language: str) -> str:
    """What the letters of ratings mean."""
    return say(
        language, "P, S, M and U rate how an objective was met: performed without challenges, with "
        "some, with major ones, or unable to be performed.",
    )  # fmt: skip


def marking(findings: Findings) -> str:
    """What stands on every page: how it may be passed on."""
    return marked(findings.overview.tlp, findings.overview.handling)


def endex(findings: Findings) -> str:
    """When it really ended, where that was not as planned; the teams compared have it of each."""
    [team, *others] = findings.teams
    early = cut_short(findings, team)
    if others or not early:
        return ""
    language = findings.language
    return say(
        language, "{moment}, {time} before it was planned",
        moment=Times(language, findings.overview.start).whole(team.until),
        time=span(language, early),
    )  # fmt: skip


def held(findings: Findings) -> str:
    """From when to when, in the real world."""
    language, whole = findings.language, findings.overview
    return between(language, whole.began, whole.ended)


PARTS = {
    "player": mark("player"),
    "control": mark("control"),
    "evaluator": mark("evaluator"),
    "observer": mark("observer"),
}


def people(findings: Findings) -> str:
    """How many took part, by what they did."""
    language = findings.language
    number = dict.fromkeys(PARTS, 0)
    for one in dict.fromkeys((it.name, it.part) for it in findings.participants):
        number[one[1]] = number.get(one[1], 0) + 1
    told = (
        many(language, "{number} player", "{number} players", number["player"]),
        many(language, "{number} controller", "{number} controllers", number["control"]),
        many(language, "{number} evaluator", "{number} evaluators", number["evaluator"]),
        many(language, "{number} observer", "{number} observers", number["observer"]),
    )
    there = [words for words, part in zip(told, PARTS, strict=True) if number[part]]
    return listed(language, there) if there else ""


def compared(findings: Findings) -> Iterator[Block]:
    """The teams beside each other, where there are several."""
    if len(findings.teams) < 2:
        return
    language = findings.language
    yield Head(say(language, "The teams compared"))
    columns = [_column(findings, team) for team in findings.teams]
    names = [name for name, _ in columns[0]]
    rows = tuple((name, *(dict(column).get(name, "") for column in columns)) for name in names)
    heads = (say(language, "What"), *(team.title for team in findings.teams))
    yield Grid(say(language, "How each team fared"), heads, rows)


def _column(findings: Findings, team: TeamFound) -> list[tuple[str, str]]:
    language = findings.language
    rated = [found for found in team.objectives if found.by != "nothing"]
    decided = [found for found in team.decisions if found.phase == "taken" and not found.bot]
    missed = [found for found in team.decisions if found.phase == "missed" and not found.bot]
    clocks = [found for found in team.clocks if not found.open]
    lowest = [found.lowest for found in team.series if found.kind == "service"]
    return [
        (say(language, "How it ended"), ended(language, team)),
        (say(language, "Reached"), Times(language, findings.overview.start).about(team.until)),
        (say(language, "Takes played"), str(len(team.takes))),
        (say(language, "Objectives rated P or S"),
         say(language, "{some} of {all}", some=sum(it.stands in "PS" for it in rated),
             all=len(rated))),
        (say(language, "Decisions taken by people"), str(len(decided))),
        (say(language, "Decisions that people missed"), str(len(missed))),
        (say(language, "Reporting clocks met"),
         say(language, "{some} of {all}", some=sum(it.met for it in clocks), all=len(clocks))),
        (say(language, "Lowest level of any service"), f"{min(lowest):.0f} %" if lowest else "–"),
        *((found.title, found.stands if found.by != "nothing" else "–")
          for found in team.objectives),
    ]  # fmt: skip


def ended(language: str, team: TeamFound) -> str:
    """Its outcome, or that it was not played to the end."""
    if team.outcome:
        return team.outcome
    return say(language, "ENDEX") if team.over else say(language, "not played to its end")
