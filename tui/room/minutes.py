"""Everything that was observed, rated and planned, as text for the review. Pure."""

from collections.abc import Iterator, Mapping

from simulator.engine.views.overview import Panel
from simulator.session.room import NoteRow, PlanRow, RatingRow, Room, SetAsideRow
from tui import words
from tui.room.duties import ELEMENTS, GRADES, MARKS
from tui.room.learning import given_in, measures, take_of
from tui.speech import _


def minutes(room: Room, panel: Panel | None = None) -> str:
    """The observations, urgent ones first, then the ratings of each objective, and the plan. The
    panel, of any team, knows tasks and measures by their titles."""
    aims = panel.objectives if panel else ()
    tasks = {(aim.id, task): title for aim in aims for task, title in aim.tasks}
    known = dict(measures(panel)) if panel else {}
    head = _("NOTES: {title}", title=room.title)
    parts = [f"{head}\n{_('Session {session}', session=room.session)}"]
    urgent = [note for note in room.notes if "urgent" in note.marks]
    rest = [note for note in room.notes if "urgent" not in note.marks]
    parts.append(section(_("Urgent findings"), (_note(note, room) for note in urgent)))
    parts.append(section(_("Observations"), (_note(note, room) for note in rest)))
    parts.append(section(_("Ratings"), _ratings(room, tasks)))
    if room.set_aside:
        parts.append(section(_("In place of all ratings"), _aside(room)))
    if room.plan:
        parts.append(section(_("Improvement plan"), (_planned(row, known) for row in room.plan)))
    return "\n\n".join(parts) + "\n"


def section(title: str, lines: Iterator[str]) -> str:
    """A part of a text with its title, whose lines are each a point of a list."""
    told = [f"- {line}" for line in lines] or [f"- {_('nothing')}"]
    return "\n".join([title, "-" * len(title), *told])


def _note(note: NoteRow, room: Room) -> str:
    """One observation with its moment, what it is about and what it is marked for."""
    objectives, roles = dict(room.objectives), {seat.role: seat.title for seat in room.seats}
    when = words.full_time(room.start, note.at)
    take = take_of(note, room)
    team = note.team if len(room.teams) > 1 else ""
    about = (team, take, objectives.get(note.objective, ""), roles.get(note.role, ""))
    marks = (_(said) for mark, said in MARKS.items() if mark in note.marks)
    told = ", ".join(filter(None, (when, note.by, *about, *marks)))
    return f"{told}\n  " + note.text.replace("\n", "\n  ")


def _ratings(room: Room, tasks: Mapping[tuple[str, str], str]) -> Iterator[str]:
    objectives = dict(room.objectives)
    ordered = sorted(room.ratings, key=lambda one: (one.team, one.objective, one.task, one.by))
    for rating in ordered:
        title = objectives.get(rating.objective, rating.objective)
        team = f"{rating.team}: " if len(room.teams) > 1 else ""
        comment = f": {rating.text}" if rating.text else ""
        if rating.task:
            task = tasks.get((rating.objective, rating.task), rating.task)
            title = f"{title} → {task}"
        yield f"{team}{title} – {_graded(rating)}{comment}"


def _aside(room: Room) -> Iterator[str]:
    objectives = dict(room.objectives)
    for row in room.set_aside:
        title = objectives.get(row.objective, row.objective)
        team = f"{row.team}: " if len(room.teams) > 1 else ""
        yield f"{team}{title} – {_graded(row)}: {row.why}"


def _graded(row: RatingRow | SetAsideRow) -> str:
    """A grade in words, with who gave it and in which earlier take."""
    who = ", ".join(filter(None, (row.by, given_in(row))))
    return f"{_(GRADES[row.grade])} ({who})"


def _planned(row: PlanRow, known: Mapping[str, str]) -> str:
    """A row of the plan: the issue, and beneath it what is done, by whom and when."""
    when = " – ".join(filter(None, (row.starts, row.due)))
    check = known.get(row.check, row.check)
    more = (_(ELEMENTS[row.element]), row.capability, row.owner, when, check)
    action = row.action.replace("\n", "\n  ")
    return f"{row.issue}\n  → {action}\n  {', '.join(filter(None, more))}"
