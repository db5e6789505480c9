"""The page of what may come: if nobody acts, and if bots act, as runs of the engine say."""

from typing import ClassVar, Final

from rich.console import Group, RenderableType
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from simulator.engine.views.foresight import Outlook
from simulator.engine.views.overview import Panel
from simulator.session.room import Room
from tui import words
from tui.acts import HERE, act, key_shown, with_key
from tui.marks import joined
from tui.room import ahead
from tui.speech import _, mark

TITLES: Final = {False: mark("If nobody acts"), True: mark("If bots act")}
_BOTH: Final = 110
"""From this width on there is room for both side by side."""
_BORDERS: Final = 6
_NARROWEST: Final = 40


class OutlookPane(VerticalScroll):
    """One outlook; `acting` says which."""

    ALLOW_MAXIMIZE = True

    def __init__(self, acting: bool) -> None:
        super().__init__(classes="pane first")
        self.acting = acting

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, title: str, content: RenderableType) -> None:
        self.border_title = Content(title)
        self.query_one(Static).update(content)


class AheadPage(Container):
    """Each outlook is wanted when the page is first looked at, and again at will. `outlooks` are
    those that were told last."""

    ACTS: ClassVar[list[Binding]] = [
        act("r", "refresh", mark("Work out"), mark("Work out anew what may come from now on"),
            HERE, id="ahead-refresh"),
        act("h", "horizon", mark("How far"), mark("Look 2 hours ahead, 6 hours, or to the end"),
            HERE, id="ahead-horizon"),
        act("a", "acting", mark("Bots/nobody"),
            mark("Show what comes if bots act, or if nobody acts"), HERE, id="ahead-acting"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    class Wanted(Message):
        """An outlook is wanted, with bots acting for people or nobody; up to second `until`, None
        for ENDEX."""

        def __init__(self, acting: bool, until: int | None) -> None:
            super().__init__()
            self.acting = acting
            self.until = until

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)
    outlooks: var[tuple[Outlook, ...]] = var(())
    acting: var[bool] = var(False)
    horizon: var[int] = var(0)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._run = ("", 0)
        self._former: tuple[Outlook, ...] = ()
        self._comes: bool | None = None
        self._next: list[bool] = []
        self._astray = False
        self._drawn: dict[bool, tuple[object, ...]] = {}

    def compose(self) -> ComposeResult:
        for acting in TITLES:
            yield OutlookPane(acting)

    def on_mount(self) -> None:
        self._draw()

    def on_show(self) -> None:
        if not self._current():
            self.want()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= _BOTH, "-both")
        self.call_after_refresh(self._draw)

    @property
    def both(self) -> bool:
        """Whether both outlooks are on the screen."""
        return self.has_class("-both")

    def want(self) -> None:
        """Have both outlooks worked out, where there is anything ahead."""
        if self.panel is not None and not self._nothing():
            self._next = [self.acting, not self.acting]
            self._ask()

    def give_up(self) -> None:
        """What is on its way can't be told."""
        self._come()

    def _ask(self) -> None:
        """One after the other: of two at once, the host would tell the later one alone."""
        if self._comes is None and self._next:
            self._comes = self._next.pop(0)
            _words, seconds = ahead.HORIZONS[self.horizon]
            until = self._now() + seconds if seconds else None
            self.post_message(self.Wanted(self._comes, until))
        self._draw()

    def _come(self) -> None:
        self._comes, self._astray = None, False
        self._ask()

    # What changes

    def watch_room(self, room: Room | None) -> None:
        """Another team's outlooks, or another take's, are of no use here, nor are those that are
        on their way."""
        run = _run_of(room) if room else ("", 0)
        if run != self._run:
            self._run, self._former = run, self.outlooks
            self._astray = self._comes is not None
            self._look_ahead()
        self._draw()

    def watch_panel(self, before: Panel | None, after: Panel | None) -> None:
        if before is None:
            self._look_ahead()
        self._draw()

    def watch_outlooks(self, before: tuple[Outlook, ...], after: tuple[Outlook, ...]) -> None:
        new = [told for told in after if not any(told is old for old in before)]
        if self._astray:
            self._former += tuple(new)
        if new:
            self._come()
        self._draw()

    def watch_acting(self) -> None:
        self._draw()

    def _look_ahead(self) -> None:
        """For whoever has this page open."""
        if self.is_mounted and self.is_on_screen:
            self.want()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not (action == "acting" and self.both)

    def action_refresh(self) -> None:
        self.want()

    def action_horizon(self) -> None:
        self.horizon = (self.horizon + 1) % len(ahead.HORIZONS)
        self.want()

    def action_acting(self) -> None:
        self.acting = not self.acting
        for column in self.query(OutlookPane):
            if column.acting == self.acting:
                column.focus()

    # What is drawn

    def _now(self) -> int:
        """Of the team that is watched, though the panel of another may still be here."""
        teams = self.room.teams if self.room else ()
        return next((team.now for team in teams if team.name == self._run[0]), 0)

    def _current(self) -> dict[bool, Outlook]:
        """The outlooks on the team that is watched, in its newest take, by who acts."""
        former = self._former
        return {
            told.acting: told
            for told in self.outlooks
            if not any(told is old for old in former)
        }  # fmt: skip

    def _nothing(self) -> str:
        """Why nothing is ahead; empty where something is."""
        room, panel = self.room, self.panel
        if panel is not None and panel.over:
            return _("The exercise is over.")
        teams = room.teams if room else ()
        if any(team.name == self._run[0] and team.stands == "waiting" for team in teams):
            return _("After STARTEX you read here what may come.")
        return ""

    def _draw(self) -> None:
        if not self.is_mounted or self.room is None:
            return
        current = self._current()
        for column in self.query(OutlookPane):
            acting = column.acting
            column.display = self.both or acting == self.acting
            told = current.get(acting)
            width = column.scrollable_content_region.width or self.size.width - _BORDERS
            said = self._title(acting, told)
            seen = (said, told, width, self._nothing(), self._is_awaited(acting))
            if seen != self._drawn.get(acting):
                self._drawn[acting] = seen
                column.show(said, self._content(acting, told, max(_NARROWEST, width)))

    def _is_awaited(self, acting: bool) -> bool:
        return acting == self._comes or acting in self._next

    def _title(self, acting: bool, told: Outlook | None) -> str:
        far = _(ahead.HORIZONS[self.horizon][0])
        if told is None or self.room is None:
            return f"{_(TITLES[acting])}, {far}"
        seen = words.short_time(self.room.start, told.now)
        age = (self._now() - told.now) // 60 * 60
        said = _("as of {time}, {age} ago", time=seen, age=words.duration(age))
        if age <= 0:
            said = _("as of {time}", time=seen)
        return f"{_(TITLES[acting])}, {far}: {said}"

    def _content(self, acting: bool, told: Outlook | None, width: int) -> RenderableType:
        if nothing := self._nothing():
            return joined((nothing, "mute"))
        lines = ahead.told(told, self.room.start, width) if told and self.room else []
        if self._is_awaited(acting):
            lines.insert(0, joined((_("It is being worked out …"), "call")))
        elif not told:
            key = key_shown(with_key(self.ACTS[0]))
            lines = [joined((_("Not worked out yet: press {key}.", key=key), "mute"))]
        return Group(*lines)


def _run_of(room: Room) -> tuple[str, int]:
    """The team that is watched, and which take it plays."""
    watched = (team for team in room.teams if team.name == room.watched or not room.watched)
    return next(((team.name, team.take) for team in watched), (room.watched, 0))
