"""The executive summary: a draft from the numbers, in plain sentences with what backs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.paper.blocks import Block, Claim, Claims, Frame, Words
from simulator.review.findings import Findings, Observation
from simulator.review.report.discussion import urgent
from simulator.review.report.early import cut_short
from simulator.review.report.figures import figures
from simulator.review.report.notes import NONE, Notes, blocks
from simulator.review.report.overview import people
from simulator.review.report.telling import Telling, section, tellings
from simulator.review.report.times import Times, between, span
from simulator.speech import many, say

CITED: Final = 8
"""So many events at most stand behind one; the sections have them all."""


def summary(findings: Findings, notes: Notes, anchors: frozenset[str]) -> tuple[Block, ...]:
    own = tuple(blocks(notes.part("summary"), anchors))
    found: tuple[Block, ...] = own or tuple(_drafted(findings))
    return section(say(findings.language, "Executive summary"), (*_urgent(findings), *found))


def _drafted(findings: Findings) -> Iterator[Block]:
    """The draft; what is said of one team of several stands beneath its name."""
    teams = tellings(findings, NONE)
    if len(teams) == 1:
        yield Claims(draft(findings), listed=False)
        return
    yield Claims((Claim(_what(findings)),), listed=False)
    for t in teams:
        yield Words(t.team.title, "mute")
        yield Claims(tuple(_team(t)))
    yield Claims((Claim(_planned(findings)),), listed=False)


def _urgent(findings: Findings) -> Iterator[Block]:
    """Before everything else, in a box."""
    found = urgent(findings)
    if found:
        by_team = {t.team.team: t for t in tellings(findings, NONE)}
        items = tuple(
            Claim(
                f"{one.text} ({_by(findings, one)})",
                by_team[one.team].anchors(one.cites) if one.team in by_team else (),
            )
            for one in found
        )
        title = say(findings.language, "Urgent findings, not to wait for this report")
        yield Frame(title, (Claims(items),), "call")


def _by(findings: Findings, one: Observation) -> str:
    """Who noted it and, where there are several teams, of which."""
    title = next((team.title for team in findings.teams if team.team == one.team), "")
    return ", ".join(filter(None, (one.by, title if len(findings.teams) > 1 else "")))


def draft(findings: Findings) -> tuple[Claim, ...]:
    """Five to nine sentences on a team; what is said of all of them stands once."""
    teams = tellings(findings, NONE)
    return (
        Claim(_what(findings)),
        *(Claim(_named(t, claim.words), claim.cites) for t in teams for claim in _team(t)),
        Claim(_planned(findings)),
    )


def _what(findings: Findings) -> str:
    """What was exercised, when and by whom."""
    language, whole = findings.language, findings.overview
    took_part = people(findings)
    told = {
        "title": whole.title, "day": between(language, whole.began, whole.ended),
        "length": span(language, whole.length), "start": Times(language, whole.start).whole(0),
    }  # fmt: skip
    if not took_part and findings.integrity.forked and _people(findings):
        return say(
            language, "The exercise “{title}” was taken up on {day} from where another session had "
            "brought it. In its own time it lasts {length} from {start}.", **told,
        )  # fmt: skip
    if not took_part and any(team.until for team in findings.teams):
        return say(
            language, "The exercise “{title}” was played by the computer alone on {day}. In its "
            "own time it lasts {length} from {start}.", **told,
        )  # fmt: skip
    return say(
        language, "The exercise “{title}” was held on {day} with {people}. In its own time it "
        "lasts {length} from {start}.",
        people=took_part or say(language, "nobody in a seat"), **told,
    )  # fmt: skip


def _people(findings: Findings) -> bool:
    """Whether anybody ever had a seat, be it where another session was played."""
    return any(one.people for team in findings.teams for one in team.times)


def _team(t: Telling) -> Iterator[Claim]:
    if not t.team.until:
        yield Claim(say(t.language, "It was not played."))
        return
    yield t.claim(_ended(t), _last(t))
    for claim in figures(t):
        yield Claim(claim.words, claim.cites[:CITED])


def _named(t: Telling, words: str) -> str:
    """Said of a team by its name, where there are several."""
    if not t.number:
        return words
    return say(t.language, "{team}: {words}", team=t.team.title, words=words)


def _last(t: Telling) -> tuple[int, ...]:
    """The event with which it ended, where that is cited."""
    return tuple(it.place for it in t.team.cited[-1:] if it.at == t.team.until)


def _ended(t: Telling) -> str:
    language, team = t.language, t.team
    at = t.times.about(team.until)
    if not team.over and team.take < len(team.takes):
        told = say(language, "It was played up to {moment}, from where control went back.",
                   moment=at)  # fmt: skip
    elif not team.over:
        told = say(language, "It was played up to {moment} and has not ended.", moment=at)
    elif team.outcome:
        told = say(
            language, "It ended on {moment} with the outcome “{outcome}”.", moment=at,
            outcome=team.outcome,
        )  # fmt: skip
    else:
        told = say(language, "It ended on {moment}.", moment=at)
    if early := cut_short(t.findings, team):
        told += " " + say(language, "That is {time} before the planned end.",
                          time=span(language, early))  # fmt: skip
    if len(team.takes) == 1:
        return told
    back = many(
        language, "Control went back once; this tells of take {take}.",
        "Control went back {number} times; this tells of take {take}.", len(team.takes) - 1,
        take=team.take,
    )  # fmt: skip
    return f"{told} {back}"


def _planned(findings: Findings) -> str:
    language = findings.language
    if not findings.plan:
        return say(language, "No corrective action has been agreed yet.")
    told = many(
        language, "The improvement plan has {number} corrective action.",
        "The improvement plan has {number} corrective actions.", len(findings.plan),
    )  # fmt: skip
    checked = sum(bool(it.check) for it in findings.plan)
    if not checked:
        return told
    if checked == len(findings.plan):
        more = many(
            language, "A check in the next run will show whether it has worked.",
            "Checks in the next run will show whether they have worked.", checked,
        )  # fmt: skip
    else:
        more = many(
            language, "For {number} of them a check in the next run will show whether it worked.",
            "For {number} of them checks in the next run will show whether they worked.", checked,
        )  # fmt: skip
    return f"{told} {more}"
