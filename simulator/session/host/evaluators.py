"""What an evaluator is shown beside and instead of what the role sees that they watch.

Two ratings can be compared only where neither was given in sight of the other, nor of what was
computed. So until control opens the ratings an evaluator is told of no other's, and of what was
computed nothing even when all else is told.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from simulator.session.delta import inside
from simulator.session.peers import PEERS, PeerRow, Peers
from simulator.session.room import RatingRow
from simulator.session.session import Session
from simulator.session.team import Team


def shared(session: Session, team: Team) -> int:
    """How much of ratings evaluators are told by now; 0 as long as control has not opened them."""
    book = session.notebook
    return book.given + 1 if book.opened(team.name, team.take) else 0


def shown(session: Session, team: Team, view: dict[str, Any]) -> dict[str, Any]:
    """The view of a role, as an evaluator of this team is told it."""
    if shared(session, team):
        return view | inside(PEERS, _plain(peers(session, team)))
    return view | {"debrief": _unrated(view["debrief"])} | inside(PEERS, _plain(Peers()))


def peers(session: Session, team: Team) -> Peers:
    """Who rated what in this take."""
    told = session.notebook.told({team.name: team.way}).ratings
    return Peers(tuple(_peer(session, row) for row in told if row.counts))


def _peer(session: Session, row: RatingRow) -> PeerRow:
    """By numbers: no role is told what an objective or a task is called in the scenario."""
    aims = session.scenario.objectives
    objective = [*aims].index(row.objective) + 1
    task = [*aims[row.objective].tasks].index(row.task) + 1 if row.task else 0
    return PeerRow(objective, task, row.by, row.grade)


def _plain(told: Peers) -> dict[str, Any]:
    return {"ratings": [asdict(row) for row in told.ratings]}


def _unrated(debrief: dict[str, Any] | None) -> dict[str, Any] | None:
    """Without ratings, without what was right in reports, and without the lines by which a decision
    is said to have met a measure; they stand among those of the frame of the exercise, which all
    go with them."""
    if debrief is None:
        return None
    decisions = [
        one | {"led_to": [line for line in one["led_to"] if line["kind"] != "control"]}
        for one in debrief["decisions"]
    ]
    return debrief | {"objectives": [], "decisions": decisions, "reports": []}
