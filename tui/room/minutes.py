"""Everything that was observed and rated, as text for the review. Pure."""

from collections.abc import Iterator

from simulator.session.room import NoteRow, Room
from tui import words
from tui.room.duties import GRADES, MARKS
from tui.speech import _


def minutes(room: Room) -> str:
    """The observations, urgent ones first, then the ratings of each objective."""
    head = _("NOTES: {title}", title=room.title)
    parts = [f"{head}\n{_('Session {session}', session=room.session)}"]
    urgent = [note for note in room.notes if "urgent" in note.marks]
    rest = [note for note in room.notes if "urgent" not in note.marks]
    parts.append(section(_("Urgent findings"), (_note(note, room) for note in urgent)))
    parts.append(section(_("Observations"), (_note(note, room) for note in rest)))
    parts.append(section(_("Ratings"), _ratings(room)))
    return "\n\n".join(parts) + "\n"


def section(title: str, lines: Iterator[str]) -> str:
    """A part of a text with its title, whose lines are each a point of a list."""
    told = [f"- {line}" for line in lines] or [f"- {_('nothing')}"]
    return "\n".join([title, "-" * len(title), *told])


def _note(note: NoteRow, room: Room) -> str:
    """One observation with its moment, what it is about and what it is marked for."""
    objectives, roles = dict(room.objectives), {seat.role: seat.title for seat in room.seats}
    when = words.full_time(room.start, note.at)
    take = _("take {number}", number=note.take) if note.take > 1 else ""
    team = note.team if len(room.teams) > 1 else ""
    about = (team, take, objectives.get(note.objective, ""), roles.get(note.role, ""))
    marks = (_(said) for mark, said in MARKS.items() if mark in note.marks)
    told = ", ".join(filter(None, (when, note.by, *about, *marks)))
    return f"{told}\n  " + note.text.replace("\n", "\n  ")


def _ratings(room: Room) -> Iterator[str]:
    objectives = dict(room.objectives)
    for rating in sorted(room.ratings, key=lambda one: (one.team, one.objective, one.by)):
        title = objectives.get(rating.objective, rating.objective)
        team = f"{rating.team}: " if len(room.teams) > 1 else ""
        comment = f": {rating.text}" if rating.text else ""
        yield f"{team}{title} – {_(GRADES[rating.grade])} ({rating.by}){comment}"
