"""The strip of time over the MSEL: what was sent to whom and what is to come, around now."""

from itertools import groupby
from typing import Any, Final

from rich.text import Text
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widget import Widget

from simulator.engine.views.overview import InjectRow, Panel
from simulator.session.room import Room
from tui import words
from tui.plain import clean
from tui.room import strip
from tui.room.msel import Names, now_of
from tui.room.strip import Lane, Window
from tui.speech import _, spoken

_LABEL: Final = 15
_ROOM_ABOVE_LANES: Final = 10
_LINES_A_LANE: Final = 4
_FEWEST: Final = 3


class Timeline(Widget):
    """Drawn anew only when something in it looks different; `pointed` is the id of an inject."""

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)
    pointed: var[str] = var("")
    span: var[int] = var(0)

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._said = ""
        self._drawn: tuple[Any, ...] = ()
        self._picture = Text()

    def watch_room(self) -> None:
        self._look()

    def watch_panel(self, before: Panel | None, after: Panel | None) -> None:
        if after is not None and not self.span:
            self.span = strip.usual_span(after.end)
        if after is None or before is None or len(before.roles) != len(after.roles):
            self.refresh(layout=True)
        self._look()

    def watch_pointed(self) -> None:
        self._look()

    def watch_span(self) -> None:
        self._look()

    def change_span(self, step: int) -> None:
        """Show more of the exercise (1) or less (-1)."""
        if self.span:
            self.span = strip.other_span(self.span, step)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._lanes(viewport.height) + 1

    def render(self) -> Text:
        if self.room is None or self.panel is None or not self.span:
            return Text()
        sight = self._window()
        if not self._same(seen := self._seen(sight)):
            self._drawn, self._picture = seen, self._draw(sight)
        return self._picture

    def _lanes(self, height: int) -> int:
        """For how many lanes there is room on a terminal of this height."""
        most = max(_FEWEST, (height - _ROOM_ABOVE_LANES) // _LINES_A_LANE)
        return min(most, len(self.panel.roles)) if self.panel else 1

    def _look(self) -> None:
        if self.room is None or self.panel is None or not self.is_mounted:
            return
        now = now_of(self.room, self.panel)
        said = _("Timeline: {span} across, it is {time}", span=words.duration(self.span),
                 time=words.day_time(self.room.start, now))  # fmt: skip
        if said != self._said:
            self._said = said
            self.border_title = Content(said)
        if not self._same(self._seen(self._window())):
            self.refresh()

    def _same(self, seen: tuple[Any, ...]) -> bool:
        """Whether the picture shows this already."""
        before = self._drawn
        return bool(before) and before[0] is seen[0] and before[1:] == seen[1:]

    @property
    def _rows(self) -> tuple[InjectRow, ...]:
        return self.panel.msel if self.panel else ()

    def _window(self) -> Window:
        assert self.room is not None
        assert self.panel is not None
        now = now_of(self.room, self.panel)
        return strip.window(now, self.span, self.size.width - _LABEL - 1)

    def _seen(self, sight: Window) -> tuple[Any, ...]:
        """All that the picture depends on, first the rows, which are compared by identity."""
        assert self.panel is not None
        names = tuple(role.title for role in self.panel.roles)
        return self._rows, sight, self.pointed, self.panel.end, names, self.size, spoken()

    def _draw(self, sight: Window) -> Text:
        assert self.room is not None
        assert self.panel is not None
        names = Names.of(self.room, self.panel).roles
        roles = strip.grouped([*names.items()], max(1, self.size.height - 1))
        times = (now_of(self.room, self.panel), self.panel.end)
        lanes = strip.lanes(self._rows, roles, sight, times, self.pointed)
        drawn = [_line(lane) for lane in lanes]
        drawn.append(Text(" " * _LABEL + strip.axis(sight, self.room.start), "mute", no_wrap=True))
        return Text("\n", no_wrap=True).join(drawn)


def _line(lane: Lane) -> Text:
    drawn = Text(clean(lane.label)[: _LABEL - 1].ljust(_LABEL), "mute", no_wrap=True)
    for (ink, pointed), run in groupby(lane.spots, key=lambda spot: spot[1:]):
        begun = len(drawn)
        drawn.append("".join(spot.sign for spot in run), ink)
        if pointed:
            drawn.stylize("reverse", begun)
    return drawn
