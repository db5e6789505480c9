"""What control and evaluators write down for the review: observations, and ratings.

Changed only while records are applied; no rewinding changes it.
"""

from __future__ import annotations

from simulator.session.journal.record import Record
from simulator.session.room import NoteRow, RatingRow


class Notebook:
    """Of one session."""

    def __init__(self) -> None:
        self._notes: list[NoteRow] = []
        self._ratings: dict[tuple[str, str, str], RatingRow] = {}

    @property
    def notes(self) -> tuple[NoteRow, ...]:
        """In the order in which they were made."""
        return tuple(self._notes)

    @property
    def ratings(self) -> tuple[RatingRow, ...]:
        """The last of each rater, of each objective, for each team."""
        return tuple(self._ratings.values())

    def observe(self, record: Record, by: str, take: int) -> None:
        """Somebody called `by` has made an observation, while their team was at this take."""
        draft = record.draft
        body = draft.body
        note = NoteRow(
            len(self._notes) + 1, draft.team, take, body["moment"], record.utc, draft.by, by,
            body["objective"], body["role"], draft.words.get("text", ""),
            tuple(body["marks"]), tuple(body["evidence"]),
        )  # fmt: skip
        self._notes.append(note)

    def rate(self, record: Record, by: str) -> None:
        """Somebody called `by` has rated an objective; it takes the place of their last rating."""
        draft = record.draft
        objective, text = draft.body["objective"], draft.words.get("text", "")
        self._ratings[draft.by, objective, draft.team] = RatingRow(
            objective, draft.team, draft.by, by, draft.body["grade"], text, draft.at
        )
