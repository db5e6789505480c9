"""Letting the exercise end at another time: by moving what is left, or by another pace."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.commands import CONTROL, Repace
from simulator.engine.views.overview import InjectRow, Panel
from simulator.session.acts import Pace
from simulator.session.room import Room, TeamRow
from tui import words
from tui.marks import joined
from tui.moments import examples, moment_of
from tui.plain import line, plain
from tui.room import repacing
from tui.room.repacing import Rest, own_clock
from tui.room.steer import Asked, Steered
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice, Several

MOVE: Final = "move"
PACE: Final = "pace"
_MOST: Final = 9
"""So many of the next injects that would move are offered to be left where they are."""


class RepaceSheet(Sheet[Steered | Asked]):
    """`named` is what acts say of which team they are for; `wall` tells the time that it is where
    control sits."""

    TITLE = mark("Re-pace")
    DONE = mark("Go on")

    def __init__(
        self,
        room: Room,
        panel: Panel,
        team: TeamRow,
        named: str,
        wall: Callable[[], datetime] = own_clock,
    ) -> None:
        super().__init__()
        self.room = room
        self.panel = panel
        self.named = named
        self.wall = wall
        self.rest = Rest(team.now, panel.end, team.pace)
        self.pinned = frozenset(row.id for row in repacing.pinned(panel.msel))
        offered = [*repacing.pinned(panel.msel), *repacing.movable(panel.msel)[:_MOST]]
        self.offered = sorted(offered, key=lambda row: row.due or 0)

    def body(self) -> ComposeResult:
        told = repacing.left(self.rest, self.panel.msel, self.room.start, self.wall())
        yield Static(plain(told), classes="ask")
        yield self.label(_("To end when by your own clock? (16:30)"))
        yield Input(id="by-wall", compact=True)
        yield self.label(_("Or at which moment of the exercise? {examples}", examples=examples()))
        yield Input(id="moment", compact=True)
        yield Static(id="meaning", classes="label")
        yield self.label(_("How?"))
        yield Choice(self._ways(None), id="how")
        yield self.label(_("Least time between two injects (2m; empty for none)"))
        yield Input(id="gap", compact=True)
        if self.offered:
            yield self.label(_("What stays where it is? (at first what the author pinned)"))
            yield Several([self._stays(row) for row in self.offered], id="pinned")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#how", Choice).choose(MOVE)
        for several in self.query(Several):
            several.choose(*self.pinned)
        self.query_one("#by-wall").focus()

    def made(self) -> tuple[Steered | Asked, ...]:
        try:
            end, gap = self._end(), self._gap()
        except ValueError as wrong:
            self.complain(str(wrong))
            return ()
        if end is None:
            self.complain(_("Say first when it shall end."))
            return ()
        if self.query_one("#how", Choice).chosen == PACE:
            pace = self.rest.instead(end)
            said = _("The pace is {pace}.", pace=words.pace(pace))
            return (Asked(Pace(pace=pace, team=self.named), said),)
        chosen = [id for several in self.query(Several) for id in several.chosen]
        stays = tuple(id for id in chosen if id not in self.pinned)
        loose = tuple(sorted(self.pinned.difference(chosen)))
        what = _("Re-pace what is left?") + " " + self._meaning(end)
        said = _("The exercise ends at {time}.", time=words.day_time(self.room.start, end))
        return (Steered(Repace(CONTROL, end, gap, stays, loose), what, said),)

    @on(Input.Changed, "#by-wall, #moment")
    def _tell(self) -> None:
        """Under the fields: what it means, as far as it can be told already."""
        try:
            end = self._end()
        except ValueError:
            end = None
        told = self._meaning(end) if end is not None else ""
        self.query_one("#meaning", Static).update(plain(told, "strong"))
        self.query_one("#how", Choice).tell(self._ways(end))

    def _meaning(self, end: int) -> str:
        return repacing.meaning(self.rest, end, self.room.start, self.wall())

    def _end(self) -> int | None:
        """The second at which it shall end; None while nothing is written. Raises ValueError."""
        by_wall, moment = (
            self.query_one(id, Input).value.strip() for id in ("#by-wall", "#moment")
        )
        if not by_wall and not moment:
            return None
        return self.rest.ending(moment, by_wall, self.room.start, self.wall())

    def _gap(self) -> int:
        """Raises ValueError with a sentence."""
        written = self.query_one("#gap", Input).value.strip()
        return moment_of(f"+{written}", self.room.start, 0) if written else 0

    def _ways(self, end: int | None) -> list[Alternative]:
        pace = self.rest.pace if end is None else self.rest.instead(end)
        instead = _("or run the clock at {pace} instead, and move nothing", pace=words.pace(pace))
        return [
            Alternative(MOVE, plain(_("move what is left, in its order"))),
            Alternative(PACE, plain(instead), end is not None),
        ]

    def _stays(self, row: InjectRow) -> Alternative:
        when = words.short_time(self.room.start, row.due or 0)
        return Alternative(row.id, joined((f"{when}  ", "mute"), line(row.title)))
