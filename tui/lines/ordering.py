"""Ordering an action, and what can be done with an order that has not begun."""

from simulator.engine.commands import Cancel, Order, Prioritise
from simulator.engine.views import ActionView, OrderView
from tui import queues
from tui.lines import things
from tui.lines.asking import Steps, certain, chosen, named, possible
from tui.lines.choosing import Choice, Unclear
from tui.lines.desk import Desk
from tui.lines.grammar import Errand, errand
from tui.lines.lists import about_action
from tui.lines.phrases import say


def order(desk: Desk, given: str) -> Steps:
    """In one line, or asked for line by line."""
    asked = errand(given)
    action, target = _meant(desk, asked)
    desk.about = ("action", action.id)
    missing = bool(action.targets) and target is None
    if missing or not asked.whole:
        desk.tell(*about_action(action, desk.view, desk.numbers))
    if missing:
        desk.tell(say("ask-target"))
        target = yield from chosen(desk, "prompt-target", things.targets(action), "a-target")
    reason = asked.reason
    if not asked.whole:
        desk.tell(say("ask-reason"))
        reason = yield say("prompt-reason")
    question = say("ask-yes", title=action.title)
    if action.irreversible and not (yield from certain(desk, question)):
        return ()
    return (Order(desk.role, action.id, target.id if target else None, reason),)


def _meant(desk: Desk, asked: Errand) -> tuple[ActionView, Choice | None]:
    """The action and the target that are named. Raises Unclear."""
    choices = things.actions(desk.view, desk.numbers)
    wrong = Unclear("")
    for what, on in asked.ways:
        try:
            id = named(what, choices, "an-action").id
        except Unclear as no:
            wrong = no
            continue
        action = next(action for action in desk.view.actions if action.id == id)
        if action.why_not:
            raise Unclear(say("not-now", title=action.title, why=action.why_not))
        if on and not action.targets:
            raise Unclear(say("no-target"))
        return action, possible(named(on, things.targets(action), "a-target")) if on else None
    raise wrong


def cancel(desk: Desk, given: str) -> Steps:
    yield from ()
    return (Cancel(desk.role, _order(desk, given).id),)


def first(desk: Desk, given: str) -> Steps:
    yield from ()
    return (Prioritise(desk.role, _order(desk, given).id, queues.FIRST),)


def last(desk: Desk, given: str) -> Steps:
    yield from ()
    return (Prioritise(desk.role, _order(desk, given).id, queues.LAST),)


def earlier(desk: Desk, given: str) -> Steps:
    yield from ()
    return _moved(queues.earlier(_order(desk, given), desk.view))


def later(desk: Desk, given: str) -> Steps:
    yield from ()
    return _moved(queues.later(_order(desk, given), desk.view))


def _moved(asked: Prioritise | str) -> tuple[Prioritise]:
    """The command that moves an order, where there is one. Raises Unclear."""
    if isinstance(asked, str):
        raise Unclear(asked)
    return (asked,)


def _order(desk: Desk, given: str) -> OrderView:
    """The order that is named, or the only one that has not begun."""
    known = things.unbegun_orders(desk.view, desk.numbers)
    only = known[0].id if len(known) == 1 else ""
    id = named(given or only, known, "an-order").id
    return next(order for order in desk.view.orders if order.id == id)
