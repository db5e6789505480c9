"""One line that always says what waits for the player soonest."""

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.reactive import reactive
from textual.widget import Widget

from simulator.engine.views import RoleView
from tui import words
from tui.acts import key_of
from tui.marks import ends, joined
from tui.messages import FormWanted
from tui.plain import line, plain
from tui.seat import Standing
from tui.speech import _, many
from tui.waiting import Due, dues, when

HURRY = 600


class DueBar(Widget):
    """In an emergency it takes as many lines as the words need that everybody is to read."""

    view: reactive[RoleView | None] = reactive(None)
    standing: reactive[Standing] = reactive(Standing())

    def watch_standing(self, standing: Standing) -> None:
        self.set_class(standing.stands == "no-duff", "-emergency")

    def render(self) -> RenderableType:
        if self.view is None:
            return Text()
        if self.standing.stands == "waiting":
            return _waiting_for_startex()
        if self.standing.stands == "no-duff":
            return _emergency(self.standing.why)
        waiting = dues(self.view)
        opens = not self.standing.watches
        return _due(waiting, self.view, opens) if waiting else _quiet(self.view)

    def on_click(self, event: events.Click) -> None:
        waiting = dues(self.view) if self.view else ()
        if waiting:
            self.post_message(FormWanted(waiting[0].kind, waiting[0].id))


def _waiting_for_startex() -> Text:
    key = key_of("pane-brief")
    return joined((_("■ Waiting for STARTEX. Your brief is under {key}.", key=key), "call"))


def _emergency(why: str) -> Text:
    return joined((f" {_('NO DUFF – REAL EMERGENCY')} ", "alarm"), " ", plain(why, "bad"))


def _due(waiting: tuple[Due, ...], view: RoleView, opens: bool) -> RenderableType:
    first = waiting[0]
    more = len(waiting) - 1
    rest = many("{number} more waits", "{number} more wait", more) if more else ""
    key = _("{key} opens it", key=key_of("due")) if opens else ""
    title = joined(_countdown(first, view.now), line(first.title, "strong"))
    return ends(title, joined((rest, "mute"), "  " if rest and key else "", (key, "call")))


def _countdown(first: Due, now: int) -> tuple[str, str]:
    if first.kind == "module":
        return ("■ " + _("Discussion:") + " ", "call")
    hurry = first.due is not None and first.due - now < HURRY
    return (f"▲ {when(first, now)}: ", "bad" if hurry else "call")


def _quiet(view: RoleView) -> RenderableType:
    said = joined((_("✓ Nothing waits for you."), "good"))
    if view.over:
        said = joined((_("■ The exercise is over."), "call"))
        return ends(said, joined((_("{key} shows the summary", key=key_of("summary")), "call")))
    if not view.log:
        return said
    last = view.log[-1]
    return joined(said, (f"  {words.short_time(view.start, last.at)} ", "mute"), line(last.words))
