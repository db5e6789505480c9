"""What is new between two views, a line each, as it happened. Nothing is told twice."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from simulator.engine.views import Item, LogLine, RoleView
from tui import words
from tui.lines.letters import message_line, state
from tui.lines.lists import due_line
from tui.lines.numbers import Numbers
from tui.lines.phrases import one, say, stopped
from tui.waiting import Due, newly_due

MOST: Final = 10
"""So many lines of the log are told at once; messages and what is due are never left out."""

LOGGED_AS: Final = {"request": "consent", "report": "report", "module": "module"}
"""The kind of line in the log that tells of something to be answered."""


class Change(NamedTuple):
    """`own` is whether the first thing that happened is what was asked for just now."""

    before: RoleView
    after: RoleView
    own: bool = False

    @property
    def letters(self) -> Sequence[Item]:
        heard = {item.key for item in self.before.inbox}
        return [item for item in self.after.inbox if item.key not in heard]

    @property
    def again(self) -> bool:
        """Whether a message that was heard before is withdrawn now, or lies there once more."""
        heard = {item.key: (item.withdrawn, item.reminded) for item in self.before.inbox}
        seen = {item.key: (item.withdrawn, item.reminded) for item in self.after.inbox}
        return any(seen[key] != stood for key, stood in heard.items() if key in seen)

    @property
    def lines(self) -> Sequence[LogLine]:
        return self.after.log[len(self.before.log) + self.own :]

    @property
    def dues(self) -> Sequence[Due]:
        return newly_due(self.before, self.after)


def news(change: Change, numbers: Numbers) -> Iterator[str]:
    """Messages and whatever else was learned, in order, and then what now waits."""
    letters, view = change.letters, change.after
    told = [(item.at, _letter(item, view, numbers)) for item in letters]
    lines = [line for line in change.lines if not _told_elsewhere(line, change)]
    told += [(line.at, _line(line, view)) for line in lines[-MOST:]]
    yield from (text for _, text in sorted(told, key=lambda pair: pair[0]))
    if len(lines) > MOST:
        yield say("news-more", count=len(lines) - MOST)
    asked = {item.decision.id for item in letters if item.decision is not None}
    for due in change.dues:
        if due.kind != "decision" or due.id not in asked:
            yield say("due-waits", title=due_line(due, view, numbers))


def _letter(item: Item, view: RoleView, numbers: Numbers) -> str:
    number = say("number", number=numbers.of("message", item.key))
    waits = state(item.decision, view, numbers) if item.decision is not None else ""
    return stopped(message_line(item, view), number, waits)


def _line(line: LogLine, view: RoleView) -> str:
    return stopped(say("news-line", time=words.short_time(view.start, line.at), words=line.words))


def _told_elsewhere(line: LogLine, change: Change) -> bool:
    """Whether a message or something due says the same, and more of it."""
    match line.kind:
        case "inject":
            return not change.again or any(
                item.at == line.at and one(item.subject or item.text) in one(line.words)
                for item in change.letters
            )
        case "decision":
            asked = [d for d in change.after.decisions if d.opened == line.at]
            return any(one(decision.ask) in line.words for decision in asked)
        case "message" | "report" if any(
            item.at == line.at and item.channel == line.kind for item in change.letters
        ):
            return True
        case _:
            return any(_speaks_of(line, due, change.after) for due in change.dues)


def _speaks_of(line: LogLine, due: Due, view: RoleView) -> bool:
    if LOGGED_AS.get(due.kind) != line.kind:
        return False
    if due.kind == "request":
        subject = next(request.subject for request in view.requests if request.id == due.id)
        return one(subject).partition(":")[0] in line.words
    return one(due.title) in line.words
