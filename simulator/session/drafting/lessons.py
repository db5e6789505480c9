"""What is written down once it is over: ratings set aside, the improvement plan, feedback.

Feedback without a name. Its record has no seat, name, team, role or second of the exercise, and
neither the id with which it was sent nor its place in anybody's chain of answers; the sheet is in
it as a hash, and what the host remembers of who has sent which sheet is never written down. What
can still tell is the record's place and its moment: whoever saw that one person only was connected
or typing, or asks who came before and after it, may guess, as may who knows somebody's way to
write. A host that was changed could keep anything.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.answers import Answer
from simulator.session.asking import cleaned
from simulator.session.drafting.desk import NOT_YOURS, Desk, Drafted, drafted, of, one_team
from simulator.session.drafting.notes import objective_named, said, team_meant
from simulator.session.feedback import QUESTIONS, STATEMENTS, TAKING_PART
from simulator.session.grants import Grant, hashed
from simulator.session.journal.record import Draft
from simulator.session.notebook import returned
from simulator.session.team import Team

SHEET: Final = "kulla-feedback"


@drafted.register
def _set_aside(act: acts.SetAside, desk: Desk) -> Drafted:
    team, objective = team_meant(act.team, desk), objective_named(act.objective, desk.session)
    ratings = desk.session.notebook.told({team.name: team.way})
    standing = {(row.objective, row.team) for row in ratings.set_aside}
    if act.off and (objective, team.name) not in standing:
        raise Refused("closed", "no rating is set aside there")
    if not act.off and act.grade is None:
        raise Refused("text", "a grade is wanted")
    grade = None if act.off else act.grade
    draft = of("set-aside", desk, team, objective=objective, grade=grade)
    return Drafted((draft if act.off else replace(draft, words={"why": said(act.why)}),))


@drafted.register
def _reveal(act: acts.Reveal, desk: Desk) -> Drafted:
    team = team_meant(act.team, desk)
    if not team.over:
        raise Refused("not-now", "the exercise is not over")
    if desk.session.notebook.opened(team.name, team.take):
        raise Refused("closed", "the ratings are open")
    return Drafted((of("revealed", desk, team),))


@drafted.register
def _plan(act: acts.Plan, desk: Desk) -> Drafted:
    notebook = desk.session.notebook
    row = next((row for row in notebook.plan if row.id == act.item), None)
    if row is None and (act.item or act.off):
        raise Refused("unknown", "the plan has no row '{item}'", item=act.item)
    team = _about(row.team if row and act.off else act.team, desk)
    return Drafted((_row(act, desk, team),))


def _about(name: str, desk: Desk) -> Team | None:
    """The team that a row is about; none where it is about all of several."""
    teams = desk.session.teams
    return one_team(desk.session, name) if name in teams or len(teams) == 1 or name else None


def _row(act: acts.Plan, desk: Desk, team: Team | None) -> Draft:
    body: dict[str, Any] = {
        "item": act.item or desk.session.notebook.next_item, "element": None, "starts": "",
        "due": "", "evidence": [],
    }  # fmt: skip
    words = {}
    if not act.off:
        _check_row(act, team)
        body |= {"element": act.element, "starts": act.starts, "due": act.due}
        body["evidence"] = [*act.evidence]
        told = {name: cleaned(getattr(act, name)).strip() for name in act.WRITTEN}
        words = {name: told[name] for name in sorted(told) if told[name]}
    if team is None:
        return Draft("planned", desk.grant.id, body=body, words=words)
    return replace(of("planned", desk, team, **body), words=words)


def _check_row(act: acts.Plan, team: Team | None) -> None:
    """Raises Refused where nobody could carry it out or read where it comes from."""
    said(act.issue)
    said(act.action)
    if act.element is None:
        raise Refused("text", "the capability element is wanted")
    starts, due = _day(act.starts), _day(act.due)
    if starts and due and due < starts:
        raise Refused("text", "it is due before it starts")
    places = len(team.exercise.log) if team else 0
    if any(place >= places for place in act.evidence):
        raise Refused("unknown", "the log has no such place")


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise Refused("text", "there is no day '{day}'", day=written) from None


def takes_part(grant: Grant) -> bool:
    """Whether feedback is asked of this seat."""
    return grant.part in TAKING_PART


@drafted.register
def _feedback(act: acts.Feedback, desk: Desk) -> Drafted:
    scores, words = _form(act, desk)
    team = desk.session.teams[desk.grant.team]
    return Drafted((replace(of("fed-back", desk, team, sheet="", scores=scores), words=words),))


def unnamed(act: acts.Feedback, desk: Desk) -> Drafted | Answer:
    """The same from somebody who is not named. What is wrong with it is told them, and written
    nowhere. Raises Refused."""
    scores, words = _form(act, desk)
    sheet = hashed(f"{SHEET}\n{act.sheet}")
    draft = Draft("fed-back", body={"sheet": sheet, "scores": scores}, words=words)
    known = desk.session.notebook.unnamed
    if sheet not in known and len(known) >= sum(map(_came, desk.session.grants)):
        raise Refused("closed", "as many forms without a name have come as people")
    before = known.get(sheet)
    if before and before == returned(draft):
        return Answer(desk.id, True)
    return Drafted((draft,))


def _came(grant: Grant) -> bool:
    return takes_part(grant) and grant.spent


def _form(act: acts.Feedback, desk: Desk) -> tuple[list[list[Any]], dict[str, str]]:
    """What a form says, in the order of the form. Raises Refused where nobody asked for it."""
    if not takes_part(desk.grant):
        raise Refused.because("unknown", NOT_YOURS)
    if not desk.session.teams[desk.grant.team].over:
        raise Refused("not-now", "the exercise is not over")
    scores, texts = dict(act.scores), dict(act.texts)
    for name in (*(scores.keys() - STATEMENTS.keys()), *(texts.keys() - QUESTIONS.keys())):
        raise Refused("unknown", "the form has no '{name}'", name=name)
    written = {name: cleaned(texts[name]).strip() for name in QUESTIONS if name in texts}
    words = {name: text for name, text in written.items() if text}
    if not (scores or words):
        raise Refused("text", "there is nothing to read in it")
    return [[name, scores[name]] for name in STATEMENTS if name in scores], words
