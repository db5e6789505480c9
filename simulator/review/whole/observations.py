"""Notes of control and of evaluators."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.review.evaluation.carried import carried
from simulator.review.findings import Observation
from simulator.review.recorded import Recorded, Take, parted
from simulator.session.room import NoteRow


def observations(recorded: Recorded, shown: Iterable[Take]) -> tuple[Observation, ...]:
    """Those about the teams that are shown, in the order in which they were made, whichever take
    the team was in. They cite what the take that is shown has as well."""
    takes = {take.team: take for take in shown}
    return tuple(
        _observation(note, takes[note.team], recorded.takes[note.team])
        for note in recorded.session.notebook.notes
        if note.team in takes
    )


def _observation(note: NoteRow, shown: Take, takes: tuple[Take, ...]) -> Observation:
    back = parted(takes, note.take, shown.number)
    return Observation(
        note.id, note.team, note.take, note.at, note.utc, note.by, note.objective, note.role,
        note.text, note.marks, carried(note.evidence, note.take, shown, takes),
        back if note.take < shown.number else None, back is None or note.at < back,
    )  # fmt: skip
