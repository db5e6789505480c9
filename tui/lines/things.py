"""What can be named in a command, as choices with their numbers."""

from collections.abc import Sequence

from simulator.engine.views import (
    ActionView,
    DecisionView,
    FieldView,
    Item,
    ModuleView,
    RoleView,
)
from tui.labour import name_of
from tui.lines.choosing import Choice
from tui.lines.numbers import Numbers
from tui.waiting import unbegun


def messages(view: RoleView, numbers: Numbers) -> Sequence[Choice]:
    return [
        Choice(item.key, numbers.of("message", item.key), item.subject, (item.sender, item.inject))
        for item in view.inbox
    ]


def attachments(item: Item) -> Sequence[Choice]:
    return [
        Choice(str(number), number, attachment.name)
        for number, attachment in enumerate(item.attachments, 1)
    ]


def decisions(view: RoleView, numbers: Numbers) -> Sequence[Choice]:
    """All that were asked, by the numbers of the messages that ask them."""
    return [Choice(d.id, numbers.of_decision(d.id, view) or 0, d.ask) for d in view.decisions]


def open_decisions(view: RoleView, numbers: Numbers) -> Sequence[Choice]:
    waiting = {decision.id for decision in view.decisions if decision.phase == "open"}
    return [choice for choice in decisions(view, numbers) if choice.id in waiting]


def options(decision: DecisionView) -> Sequence[Choice]:
    return [
        Choice(option.id, number, option.label, (), option.why_not)
        for number, option in enumerate(decision.options, 1)
    ]


def actions(view: RoleView, numbers: Numbers) -> Sequence[Choice]:
    return [Choice(a.id, numbers.of("action", a.id), a.title) for a in view.actions]


def targets(action: ActionView) -> Sequence[Choice]:
    return [
        Choice(target.id, number, target.title, (), target.why_not)
        for number, target in enumerate(action.targets, 1)
    ]


def unbegun_orders(view: RoleView, numbers: Numbers) -> Sequence[Choice]:
    """The orders that can still be taken back or moved."""
    return [
        Choice(order.id, numbers.of("order", order.id), name_of(order))
        for order in view.orders
        if unbegun(order.id, view)
    ]


def requests(view: RoleView, numbers: Numbers) -> Sequence[Choice]:
    return [
        Choice(r.id, numbers.of("request", r.id), r.subject, (r.asker, r.of)) for r in view.requests
    ]


def reports(view: RoleView, numbers: Numbers) -> Sequence[Choice]:
    return [Choice(r.id, numbers.of("report", r.id), r.title) for r in view.reports]


def assets(view: RoleView, numbers: Numbers) -> Sequence[Choice]:
    return [Choice(a.id, numbers.of("asset", a.id), a.title) for a in view.assets]


def of_field(field: FieldView, view: RoleView) -> Sequence[Choice]:
    """What can be named in a field of a report."""
    found = [(pick.id, pick.label) for pick in field.choices]
    if field.kind == "assets":
        found = [(asset.id, asset.title) for asset in view.assets]
    return [Choice(id, number, title) for number, (id, title) in enumerate(found, 1)]


def seats(view: RoleView) -> Sequence[Choice]:
    return [
        Choice(seat.id, number, seat.title, (seat.short,))
        for number, seat in enumerate(view.seats, 1)
    ]


def questions(module: ModuleView) -> Sequence[Choice]:
    return [
        Choice(question.id, number, question.ask)
        for number, question in enumerate(module.questions, 1)
    ]
