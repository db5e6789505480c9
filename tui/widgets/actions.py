"""What the role can order, what it has ordered, and what is known of the one under the cursor."""

from typing import ClassVar, Final

from rich.console import Group, RenderableType
from textual.app import ComposeResult
from textual.reactive import var

from simulator.engine.views import ActionView, OrderView, RoleView
from tui import words
from tui.letters import fields
from tui.marks import DONE, NOT, joined
from tui.plain import line, plain
from tui.widgets.beside import Beside
from tui.widgets.grid import Column, Grid, Row

PHASES: Final = {
    "waiting": ("… waits", "call"),
    "queued": ("… queued", "call"),
    "running": ("► running", "strong"),
    "done": ("✓ done", "good"),
    "refused": ("✗ refused", "bad"),
    "cancelled": ("– cancelled", "mute"),
}


class Actions(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 1),
        Column("Action"),
        Column("People", 14, least=70),
        Column("Takes", 11),
        Column("Consent of", 14, least=78),
        Column("Now", 24, least=110),
    )
    NOTHING = "Your role has nothing to order."

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_action_row(action) for action in view.actions])


class Orders(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column("State", 11),
        Column("Order"),
        Column("Since", 9, least=50),
        Column("About until", 11, least=60),
        Column("Waits for", 20, least=90),
    )
    NOTHING = "No orders yet."

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_order_row(order, view) for order in view.orders])


class ActionsPane(Beside):
    TITLE = "Actions: enter orders one"
    FORM = "action"

    def table(self) -> Grid:
        return Actions(id="actions", classes="pane")

    def beneath(self) -> ComposeResult:
        orders = Orders(id="orders", classes="pane")
        orders.border_title = "Orders: x takes back one that waits"
        yield orders.data_bind(Beside.view)

    def tell(self, key: str, view: RoleView) -> RenderableType | None:
        found = next((action for action in view.actions if action.id == key), None)
        return about(found) if found else None


def about(action: ActionView) -> RenderableType:
    """All that is known of an action, for the one who thinks of ordering it."""
    rows = [
        ("People", words.people(action.people) or "nobody"),
        ("Takes", words.between(action.shortest, action.longest)),
        ("Consent of", ", ".join(action.consent) or "nobody"),
    ]
    if action.expect:
        rows.append(("Expect", action.expect))
    if action.targets:
        rows.append(("Targets", f"{len(action.targets)} to choose from"))
    parts: list[RenderableType] = [plain(action.title, "head")]
    parts += [plain(action.about), joined("")] if action.about else []
    parts.append(fields(rows))
    if action.irreversible:
        parts.append(joined(("▲ Can't be undone.", "fair")))
    if action.why_not:
        parts.append(plain(f"{NOT} Not now: {action.why_not}", "bad"))
    return Group(*parts)


def _action_row(action: ActionView) -> Row:
    possible = not action.why_not
    ink = "" if possible else "mute"
    return Row(
        action.id,
        {
            " ": joined((DONE, "good") if possible else (NOT, "bad")),
            "Action": line(action.title, ink),
            "People": line(words.people(action.people), ink),
            "Takes": joined((words.between(action.shortest, action.longest), ink)),
            "Consent of": line(", ".join(action.consent), ink),
            "Now": line(action.why_not or "possible", ink),
        },
    )


def _order_row(order: OrderView, view: RoleView) -> Row:
    target = f": {order.target}" if order.target else ""
    until = order.usual_end if order.phase in {"queued", "running"} else None
    return Row(
        order.id,
        {
            "State": joined(PHASES[order.phase]),
            "Order": line(f"{order.title}{target}"),
            "Since": joined(words.short_time(view.start, order.since)),
            "About until": joined(words.short_time(view.start, until) if until else ""),
            "Waits for": line(order.waits_for),
        },
    )
