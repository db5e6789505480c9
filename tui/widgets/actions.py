"""What the role can order, what it has ordered, who works on it, and all about each of them."""

from collections.abc import Iterator
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var

from simulator.engine.commands import Prioritise
from simulator.engine.views import ActionView, RoleView, TargetView, TeamView
from tui import labour, queues, words
from tui.acts import act
from tui.letters import fields
from tui.marks import DONE, NOT, joined
from tui.messages import Asked
from tui.plain import clean, flowing, line, plain
from tui.speech import _, mark
from tui.widgets.beside import Beside
from tui.widgets.grid import Column, Grid, Row
from tui.widgets.orders import Orders, about_order
from tui.widgets.teams import Teams, about_team


class Actions(Grid):
    """`possible_only` leaves out what can't be ordered now."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 1),
        Column(mark("Action")),
        Column(mark("People"), 16, least=90),
        Column(mark("Takes"), 11),
        Column(mark("Consent of"), 14, least=70),
        Column(mark("Now"), 12, least=56, most=109),
        Column(mark("Why not"), 26, least=110),
    )
    NOTHING = mark("Nothing to order now.")

    view: var[RoleView | None] = var(None)
    possible_only: var[bool] = var(False)

    def watch_view(self, before: RoleView | None, after: RoleView | None) -> None:
        if before is None or after is None or _work_of(before) != _work_of(after):
            self._draw()

    def watch_possible_only(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if self.view is not None:
            shown = (a for a in self.view.actions if not (self.possible_only and a.why_not))
            self.show([_row(action, self.view) for action in shown])


class ActionsPane(Beside):
    TITLE = mark("Actions: enter orders one")
    FORM = "action"
    ACTS: ClassVar[list[Binding]] = [
        act("f", "possible_only", mark("Possible"), mark("Only what can be ordered now, or all")),
        act("left_square_bracket", "earlier", mark("Earlier"),
            mark("Bring the order under the cursor forward in its queue"), shown="["),
        act("right_square_bracket", "later", mark("Later"),
            mark("Put the order under the cursor back in its queue"), shown="]"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    def table(self) -> Grid:
        return Actions(id="actions", classes="pane")

    def beneath(self) -> ComposeResult:
        orders, teams = Orders(id="orders", classes="pane"), Teams(classes="pane crews")
        orders.border_title, teams.border_title = _("Orders"), _("My teams")
        yield orders.data_bind(Beside.view)
        yield teams.data_bind(Beside.view)

    def tell(self, key: str, view: RoleView) -> RenderableType | None:
        found = next((action for action in view.actions if action.id == key), None)
        return Group(about(found, view), *_targets(found)) if found else None

    def tell_of(self, table: Grid, key: str, view: RoleView) -> RenderableType | None:
        match table:
            case Orders():
                order = next((order for order in view.orders if order.id == key), None)
                return about_order(order, view) if order else None
            case Teams():
                team = next((team for team in view.teams if team.id == key), None)
                return about_team(team, view) if team else None
            case _:
                return self.tell(key, view)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Who only watches moves no orders: that the screen knows."""
        return self.screen.check_action(action, parameters)

    def action_possible_only(self) -> None:
        actions = self.query_one(Actions)
        actions.possible_only = not actions.possible_only
        title = _("Actions possible now") if actions.possible_only else _(self.TITLE)
        actions.border_title = title

    def action_earlier(self) -> None:
        self._move(sooner=True)

    def action_later(self) -> None:
        self._move(sooner=False)

    def _move(self, *, sooner: bool) -> None:
        """Ask for the order under the cursor to be moved, or say why it can't be."""
        at = self.query_one(Orders).current
        orders = self.view.orders if self.view else ()
        order = next((order for order in orders if order.id == at), None)
        if order is None or self.view is None:
            self._say(_("There is no order to move."))
            return
        asked = (queues.earlier if sooner else queues.later)(order, self.view)
        if isinstance(asked, Prioritise):
            self.post_message(Asked(asked))
        else:
            self._say(asked)

    def _say(self, sentence: str) -> None:
        self.app.clear_notifications()
        self.notify(clean(sentence), timeout=4, markup=False)


def about(action: ActionView, view: RoleView) -> RenderableType:
    """All that is known of an action, for the one who thinks of ordering it: first whether it can
    be ordered, and whether its people are free."""
    rows = [
        (_("People"), words.people(action.people) or _("nobody")),
        (_("Takes"), words.between(action.shortest, action.longest)),
        (_("Consent of"), ", ".join(action.consent) or _("nobody")),
    ]
    if action.expect:
        rows.append((_("Expect"), action.expect))
    parts: list[RenderableType] = [plain(action.title, "head"), _now(action)]
    if not action.why_not:
        parts += [plain(said, "call") for said in labour.waits(action, view)]
    if action.irreversible:
        parts.append(joined((_("▲ Can't be undone."), "fair")))
    parts += [flowing(action.about), joined("")] if action.about else []
    return Group(*parts, fields(rows))


def _now(action: ActionView) -> Text:
    if action.why_not:
        return plain(f"{NOT} {_('Not now: {why}', why=action.why_not)}", "bad")
    return joined((f"{DONE} {_('Can be ordered now.')}", "good"))


def _targets(action: ActionView) -> Iterator[RenderableType]:
    if action.targets:
        yield joined("")
        yield joined((_("Targets"), "mute"))
        yield from map(_target, sorted(action.targets, key=lambda target: bool(target.why_not)))


def _target(target: TargetView) -> Text:
    if target.why_not:
        return plain(f"{NOT} {target.title}: {target.why_not}", "mute")
    return plain(f"{DONE} {target.title}")


def _work_of(view: RoleView) -> tuple[tuple[ActionView, ...], tuple[TeamView, ...]]:
    """What the table of actions is drawn from."""
    return view.actions, view.teams


def _row(action: ActionView, view: RoleView) -> Row:
    possible = not action.why_not
    sign, now, ink = (DONE, _("possible"), "good") if possible else (NOT, _("not now"), "bad")
    if possible and labour.waits(action, view):
        sign, now, ink = "…", _("would wait"), "call"
    muted = "" if possible else "mute"
    return Row(
        action.id,
        {
            " ": joined((sign, ink)),
            "Action": line(action.title, muted),
            "People": line(words.people(action.people), muted),
            "Takes": joined((words.between(action.shortest, action.longest), muted)),
            "Consent of": line(", ".join(action.consent), muted),
            "Now": joined((now, ink)),
            "Why not": line(action.why_not or now, "mute" if action.why_not else ink),
        },
    )
