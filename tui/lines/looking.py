"""Looking at things: what each command of this kind tells. Nothing is changed by it."""

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.engine.commands import Read
from simulator.engine.views import ActionView, AssetView, Item, RoleView
from tui import words
from tui.cleaning import unbroken
from tui.lines import lists, situation, things
from tui.lines.asking import named
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.letters import kind_of, letter
from tui.lines.paper import Prose
from tui.lines.phrases import one, say, stopped

ALL: Final = "all"
LOGGED: Final = 20
"""How many lines of the log are shown where nobody asks for more."""


def inbox(desk: Desk, given: str) -> None:
    found = [item for item in desk.view.inbox if _wanted(item, given.casefold())]
    if not found:
        count = len(desk.view.inbox)
        desk.tell(say("inbox-none", count=count) if count else say("inbox-empty"))
        return
    most = len(found) if given else lists.RECENT
    desk.tell(*lists.inbox(found, desk.view, desk.numbers, most))


def _wanted(item: Item, given: str) -> bool:
    match given:
        case "" | "all":
            return True
        case "unread":
            return not item.read
        case "due":
            return item.decision is not None and item.decision.phase == "open"
        case _:
            told = (item.sender, item.subject, item.text, kind_of(item))
            return any(given in one(text).casefold() for text in told)


def read(desk: Desk, given: str) -> None:
    """Show a message, and say that it was read."""
    if not given and all(item.read for item in desk.view.inbox):
        raise Unclear(say("inbox-all-read"))
    unread = [str(desk.numbers.of("message", i.key)) for i in desk.view.inbox if not i.read]
    choices = things.messages(desk.view, desk.numbers)
    key = named(given or unread[0], choices, "a-message").id
    item = _item(key, desk.view)
    if not item.read and item.inject and desk.seat.may_act:
        desk.submit(Read(desk.role, item.inject))
    desk.tell(*letter(_item(key, desk.view), desk.view, desk.numbers))


def _item(key: str, view: RoleView) -> Item:
    return next(item for item in view.inbox if item.key == key)


def due(desk: Desk, given: str) -> None:
    desk.tell(*lists.dues(desk.view, desk.numbers))


def actions(desk: Desk, given: str) -> None:
    """All of them, those that hold some words, or all about one."""
    held = [action for action in desk.view.actions if _holds(action, given)]
    if given and len(held) != 1:
        held = _only(desk, given, held)
    if given and len(held) == 1:
        desk.tell(*lists.about_action(held[0], desk.numbers))
    else:
        desk.tell(*lists.actions(held, desk.view, desk.numbers))


def _holds(thing: ActionView | AssetView, given: str) -> bool:
    told = (thing.id, thing.title, thing.about)
    return any(one(given).casefold() in one(text).casefold() for text in told)


def _only(desk: Desk, given: str, held: Sequence[ActionView]) -> list[ActionView]:
    if held and not given.isdigit():
        return list(held)
    id = named(given, things.actions(desk.view, desk.numbers), "an-action").id
    return [action for action in desk.view.actions if action.id == id]


def orders(desk: Desk, given: str) -> None:
    desk.tell(*lists.orders(desk.view, desk.numbers))


def teams(desk: Desk, given: str) -> None:
    desk.tell(*lists.teams(desk.view))


def assets(desk: Desk, given: str) -> None:
    """All of them, or all about one."""
    if not given:
        desk.tell(*situation.assets(desk.view.assets, desk.numbers))
        return
    id = named(given, things.assets(desk.view, desk.numbers), "an-asset").id
    asset = next(asset for asset in desk.view.assets if asset.id == id)
    desk.tell(*situation.about_asset(asset, desk.numbers))


def gauges(desk: Desk, given: str) -> None:
    desk.tell(*situation.gauges(desk.view))


def consents(desk: Desk, given: str) -> None:
    """All requests, or one."""
    if not given:
        desk.tell(*lists.requests(desk.view, desk.numbers))
        return
    id = named(given, things.requests(desk.view, desk.numbers), "a-request").id
    request = next(request for request in desk.view.requests if request.id == id)
    desk.tell(lists.request_line(request, desk.view, desk.numbers))


def reports(desk: Desk, given: str) -> None:
    """All of them, or what one asks for."""
    if not given:
        desk.tell(*lists.reports(desk.view, desk.numbers, desk.drafts))
        return
    id = named(given, things.reports(desk.view, desk.numbers), "a-report").id
    report = next(report for report in desk.view.reports if report.id == id)
    desk.tell(lists.report_line(report, desk.view, desk.numbers, desk.drafts), report.about)
    for number, field in enumerate(report.fields, 1):
        desk.tell("  " + lists.field_line(number, field))


def log(desk: Desk, given: str) -> None:
    """The last lines, all of them, or those that hold some words."""
    wanted = "" if given.casefold() == ALL else one(given).casefold()
    found = [line for line in desk.view.log if wanted in f"{line.kind} {line.words}".casefold()]
    shown = found if given else found[-LOGGED:]
    if not shown:
        desk.tell(say("log-none"))
        return
    desk.tell(say("log-head", shown=len(shown), count=len(desk.view.log)))
    for line in shown:
        time = words.short_time(desk.view.start, line.at)
        desk.tell(say("log-line", time=time, kind=line.kind, words=line.words))


def brief(desk: Desk, given: str) -> None:
    desk.tell(*brief_lines(desk.view))


def brief_lines(view: RoleView) -> Iterator[str]:
    """Which exercise, who I am, what I am told to do, and who sits where."""
    length, start = words.duration(view.length), words.day_time(view.start, 0)
    yield stopped(say("exercise", title=view.title, tlp=view.tlp, length=length, start=start))
    yield stopped(say("role", role=view.role.title))
    yield Prose(f"\n{unbroken(view.brief) or say('no-brief')}\n")
    if view.seats:
        yield say("seats")
    for seat in view.seats:
        who = "seat-person" if seat.staffed else "seat-bot"
        yield "  " + say("seat-you" if seat.id == view.role.id else who, title=seat.title)


def time(desk: Desk, given: str) -> None:
    desk.tell_time()


def summary(desk: Desk, given: str) -> None:
    desk.sum_up()
