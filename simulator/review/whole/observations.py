"""Notes of control and of evaluators."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.review.evaluation.carried import carried
from simulator.review.findings import Cites, Observation
from simulator.review.recorded import Recorded, Take
from simulator.session.room import NoteRow


def observations(recorded: Recorded, shown: Iterable[Take]) -> tuple[Observation, ...]:
    """Those about the teams that are shown, in the order in which they were made, whichever take
    the team was in. They cite what the take that is shown has as well."""
    takes = {take.team: take for take in shown}
    return tuple(
        Observation(
            note.id, note.team, note.take, note.at, note.utc, note.by, note.objective, note.role,
            note.text, note.marks, _cites(note, takes[note.team], recorded),
        )
        for note in recorded.session.notebook.notes
        if note.team in takes
    )  # fmt: skip


def _cites(note: NoteRow, shown: Take, recorded: Recorded) -> Cites:
    return carried(note.evidence, note.take, shown, recorded.takes[note.team])
