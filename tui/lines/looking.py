"""Looking at things: what each command of this kind tells. Nothing is changed by it."""

from collections.abc import Sequence

from simulator.engine.commands import Read
from simulator.engine.views import ActionView, Item, RoleView
from tui import company
from tui.changes import changes as changes_between
from tui.lines import labour, lists, situation, things
from tui.lines.asking import named
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.grammar import numbered
from tui.lines.letters import attached, decision_lines, letter
from tui.lines.phrases import one, say, written


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
    desk.has_open(key)
    item = _item(key, desk.view)
    together = company.told(desk.seat.mates(), item)
    desk.tell(*letter(item, desk.view, desk.numbers), *([together] if together else []))


def attachment(desk: Desk, given: str) -> None:
    """One thing that hangs on a message, by itself."""
    number, which = numbered(given)
    items = {item.key for item in desk.view.inbox if item.attachments}
    every = things.messages(desk.view, desk.numbers)
    choices = [choice for choice in every if choice.id in items]
    item = _item(named(number, choices, "a-message-attached").id, desk.view)
    hanging = things.attachments(item)
    only = hanging[0].id if len(hanging) == 1 else ""
    place = int(named(which or only, hanging, "an-attachment").id) - 1
    desk.tell(*attached(item.attachments[place]))


def _item(key: str, view: RoleView) -> Item:
    return next(item for item in view.inbox if item.key == key)


def due(desk: Desk, given: str) -> None:
    desk.tell(*lists.dues(desk.view, desk.numbers))


def asked(desk: Desk, given: str) -> None:
    """All of them, or all about one."""
    if not given:
        desk.tell(*lists.decisions(desk.view, desk.numbers))
        return
    id = named(given, things.decisions(desk.view, desk.numbers), "a-decision-ever").id
    decision = next(decision for decision in desk.view.decisions if decision.id == id)
    desk.tell(*decision_lines(decision, desk.view, desk.numbers))


def clocks(desk: Desk, given: str) -> None:
    desk.tell(*lists.clocks(desk.view, desk.numbers))


def actions(desk: Desk, given: str) -> None:
    """All of them, those that are possible or hold some words, or all about one."""
    if given.casefold() in written("possible"):
        possible = [action for action in desk.view.actions if not action.why_not]
        desk.tell(*lists.actions(possible, desk.view, desk.numbers))
        return
    held = [action for action in desk.view.actions if _holds(action, given)]
    if given and len(held) != 1:
        held = _only(desk, given, held)
    if given and len(held) == 1:
        desk.tell(*lists.about_action(held[0], desk.view, desk.numbers))
    else:
        desk.tell(*lists.actions(held, desk.view, desk.numbers))


def _holds(action: ActionView, given: str) -> bool:
    told = (action.id, action.title, action.about)
    return any(one(given).casefold() in one(text).casefold() for text in told)


def _only(desk: Desk, given: str, held: Sequence[ActionView]) -> list[ActionView]:
    if held and not given.isdigit():
        return list(held)
    id = named(given, things.actions(desk.view, desk.numbers), "an-action").id
    return [action for action in desk.view.actions if action.id == id]


def orders(desk: Desk, given: str) -> None:
    desk.tell(*labour.orders(desk.view, desk.numbers))


def teams(desk: Desk, given: str) -> None:
    desk.tell(*labour.teams(desk.view, desk.numbers))


def assets(desk: Desk, given: str) -> None:
    """All of them, as a list or by what they need, or all about one."""
    seen = desk.view.assets
    if not given:
        desk.tell(*situation.assets(seen, desk.numbers), *_how_many_changed(desk))
    elif given.casefold() in written("tree"):
        desk.tell(*situation.tree(seen, desk.numbers))
    else:
        id = named(given, things.assets(desk.view, desk.numbers), "an-asset").id
        asset = next(asset for asset in seen if asset.id == id)
        desk.tell(*situation.about_asset(asset, seen, desk.numbers))


def _how_many_changed(desk: Desk) -> list[str]:
    count = len(changes_between(desk.looked, desk.view))
    return [say("changed-count", count=count)] if count else []


def changes(desk: Desk, given: str) -> None:
    """What is different since this was asked last, or since one came to the desk."""
    before, desk.looked = desk.looked, desk.view
    desk.tell(*situation.changed(changes_between(before, desk.view), before))


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
        desk.tell(*lists.reports(desk.view, desk.numbers, desk.drafted()))
        return
    id = named(given, things.reports(desk.view, desk.numbers), "a-report").id
    report = next(report for report in desk.view.reports if report.id == id)
    desk.tell(lists.report_line(report, desk.view, desk.numbers, desk.drafted()), report.about)
    for number, field in enumerate(report.fields, 1):
        desk.tell("  " + lists.field_line(number, field, desk.view))


def time(desk: Desk, given: str) -> None:
    desk.tell_time()


def summary(desk: Desk, given: str) -> None:
    desk.sum_up()
