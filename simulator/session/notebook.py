"""What people write down for the review: observations, ratings, the improvement plan, feedback.

Changed only while records are applied; no rewinding changes it. Whoever took their own seat over,
as after a session was closed, is known by their name: what they have said is theirs still.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from simulator.session.grants import Grant
from simulator.session.journal.record import Draft, Record
from simulator.session.ratings import Said, Way, told
from simulator.session.room import FeedbackRow, NoteRow, PlanRow, RatingRow, SetAsideRow


class Ratings(NamedTuple):
    """What a take of each team goes by. `blind` are the last ratings that each gave while nobody
    could know another's."""

    ratings: tuple[RatingRow, ...]
    set_aside: tuple[SetAsideRow, ...]
    blind: tuple[RatingRow, ...]


class Notebook:
    """Of one session."""

    def __init__(self) -> None:
        self._notes: list[NoteRow] = []
        self._ratings: list[Said[RatingRow]] = []
        self._set_aside: list[Said[SetAsideRow]] = []
        self._revealed: dict[str, int] = {}
        self._plan: dict[str, PlanRow] = {}
        self._planned = 0
        self._named: dict[str, FeedbackRow] = {}
        self._unnamed: dict[str, FeedbackRow] = {}

    @property
    def notes(self) -> tuple[NoteRow, ...]:
        """In the order in which they were made."""
        return tuple(self._notes)

    @property
    def given(self) -> int:
        """How often anything was rated."""
        return len(self._ratings)

    def told(self, ways: Mapping[str, Way]) -> Ratings:
        """The ratings by which each of these teams goes in the take to which it has come; those of
        earlier takes that no longer count are with them, where nothing has taken their place."""
        return Ratings(
            told(self._ratings, ways),
            told(self._set_aside, ways),
            told([said for said in self._ratings if not said.row.informed], ways),
        )

    def opened(self, team: str, take: int) -> bool:
        """Whether evaluators are shown each other's ratings of this take."""
        return self._revealed.get(team) == take

    @property
    def plan(self) -> tuple[PlanRow, ...]:
        """The improvement plan, in the order in which its rows were begun."""
        return tuple(self._plan.values())

    @property
    def feedback(self) -> tuple[FeedbackRow, ...]:
        """The last of each who is named, then the others, in no order that tells when they came."""
        return (*self._named.values(), *(row for _, row in sorted(self._unnamed.items())))

    @property
    def unnamed(self) -> dict[str, FeedbackRow]:
        """The feedback without names, by the hashes of its sheets."""
        return dict(self._unnamed)

    @property
    def next_item(self) -> str:
        """The id of the next new row of the plan; none is given twice."""
        return str(self._planned + 1)

    def write(self, record: Record, grant: Grant | None, take: int) -> None:
        """Somebody has written; of a team, if it is about one, at this take. Only feedback may be
        nobody's: raises KeyError where anything else is."""
        kind = record.draft.kind
        if kind == "fed-back":
            self._give_back(record.draft, grant)
            return
        if grant is None:
            raise KeyError(record.draft.by)
        match kind:
            case "observed":
                self._observe(record, grant.called, take)
            case "rated":
                self._rate(record, grant, take)
            case "set-aside":
                self._put_aside(record, grant.called, take)
            case "revealed":
                self._revealed[record.draft.team] = take
            case _:
                self._put_down(record, grant.called, take)

    def _observe(self, record: Record, by: str, take: int) -> None:
        draft = record.draft
        body = draft.body
        note = NoteRow(
            len(self._notes) + 1, draft.team, take, body["moment"], record.utc, draft.by, by,
            body["objective"], body["role"], draft.words.get("text", ""),
            tuple(body["marks"]), tuple(body["evidence"]),
        )  # fmt: skip
        self._notes.append(note)

    def _rate(self, record: Record, grant: Grant, take: int) -> None:
        """What was once shown is known in later takes as well; control sees all at all times."""
        draft = record.draft
        self._inherit(grant)
        row = RatingRow(
            draft.body["objective"], draft.team, draft.by, grant.called, draft.body["grade"],
            draft.words.get("text", ""), draft.at, draft.body.get("task", ""), take,
            informed=grant.leads or draft.team in self._revealed,
        )  # fmt: skip
        self._ratings.append(Said(row))

    def _inherit(self, heir: Grant) -> None:
        """What was rated in the seat that this one has taken over, by somebody of the same name."""
        if not heir.replaces:
            return
        for place, (row, _) in enumerate(self._ratings):
            if row.grant == heir.replaces and row.by == heir.called:
                self._ratings[place] = Said(replace(row, grant=heir.id))

    def _put_aside(self, record: Record, by: str, take: int) -> None:
        draft = record.draft
        objective, grade = draft.body["objective"], draft.body["grade"]
        # What is taken back had a grade; nobody reads the one of this row.
        row = SetAsideRow(
            objective, draft.team, draft.by, by, grade or "P", draft.words.get("why", ""),
            draft.at, take,
        )  # fmt: skip
        self._set_aside.append(Said(row, gone=grade is None))

    def _put_down(self, record: Record, by: str, take: int) -> None:
        draft = record.draft
        body, said = draft.body, draft.words
        if body["element"] is None:
            self._plan.pop(body["item"], None)
            return
        if body["item"] not in self._plan:
            self._planned += 1
        self._plan[body["item"]] = PlanRow(
            body["item"], draft.team, take, draft.by, by, said.get("issue", ""),
            said.get("capability", ""), body["element"], said.get("action", ""),
            said.get("owner", ""), body["starts"], body["due"], said.get("check", ""),
            tuple(body["evidence"]),
        )  # fmt: skip

    def _give_back(self, draft: Draft, grant: Grant | None) -> None:
        row = returned(draft, grant)
        if grant:
            before = self._named.get(grant.replaces)
            if before and before.by == grant.called:
                del self._named[grant.replaces]
            self._named[grant.id] = row
        else:
            self._unnamed[draft.body["sheet"]] = row


def returned(draft: Draft, grant: Grant | None = None) -> FeedbackRow:
    """What a participant's form says, and whose it is where they want to be named."""
    scores = tuple((statement, score) for statement, score in draft.body["scores"])
    texts = tuple(draft.words.items())
    if grant is None:
        return FeedbackRow("", "", "", "", scores, texts)
    return FeedbackRow(grant.id, grant.called, grant.team, grant.role, scores, texts)
