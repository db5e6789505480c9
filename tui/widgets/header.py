"""The two lines at the top: which exercise, who I am, what time it is, what the clock does."""

from rich.console import Group, RenderableType
from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from simulator.engine.views import RoleView
from simulator.session.clock import Clock
from tui import words
from tui.marks import ends, joined
from tui.plain import line
from tui.seat import Standing
from tui.speech import _


class ExerciseHeader(Widget):
    view: reactive[RoleView | None] = reactive(None)
    clock: reactive[Clock | None] = reactive(None)
    waiting: reactive[str] = reactive("")
    """Why the clock was stopped for the player; empty when the player stopped it."""
    standing: reactive[Standing] = reactive(Standing())

    def render(self) -> RenderableType:
        if self.view is None or self.clock is None:
            return Text()
        view = self.view
        role = view.role.title if self.size.width >= 100 else view.role.short
        watching = (_("watching") + "  ", "call") if self.standing.watches else ""
        who = joined(watching, line(role, "strong"), ("  TLP:", "mute"), (view.tlp, "strong"))
        name = joined((f" {_('EXERCISE')} ", "badge"), " ", line(view.title, "strong"))
        when = joined(
            (words.full_time(view.start, view.now), "strong"),
            (f"  {words.since_startex(view.now)}", "mute"),
            (" " + _("of {length}", length=words.duration(view.length)), "mute"),
        )
        return Group(ends(name, who), ends(when, self._state(view, self.clock)))

    def _state(self, view: RoleView, clock: Clock) -> Text:
        count, trouble = self.standing.unanswered, self.standing.trouble
        sending = (_("{count} being sent", count=count) + "  ", "call") if count else ""
        said = joined((f"▲ {trouble}", "call")) if trouble else self._clock(view, clock)
        return joined(sending, said)

    def _clock(self, view: RoleView, clock: Clock) -> Text:
        pace = ("  " + words.pace(clock.pace), "mute")
        if self.standing.stands == "no-duff":
            return joined((f" {_('NO DUFF')} ", "alarm"))
        if view.over:
            return joined((_("■ OVER"), "call"))
        if self.standing.stands == "waiting":
            return joined((_("■ WAITING for STARTEX"), "call"))
        if view.held:
            return joined((_("■ HELD for discussion"), "call"))
        if self.standing.stands == "frozen":
            return joined((_("‖ waiting for the host's clock"), "call"))
        if clock.running:
            return joined((_("► running"), "good"), pace)
        why = self.waiting or self.standing.why
        said = _("‖ PAUSED: {why}", why=why) if why else _("‖ PAUSED")
        return joined((said, "call"), pace)
