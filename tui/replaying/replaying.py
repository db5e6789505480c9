"""What a replay adds to a screen, whoever's it is: the strip, the jumps, and other screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic
from typing import ClassVar, Final

from textual import on
from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import Screen

from simulator.engine.commands import CONTROL
from simulator.review.moments import Kind, Moment
from tui import words
from tui.plain import clean, plain
from tui.replaying.acts import REPLAYS
from tui.replaying.forking import how_to_fork
from tui.replaying.listing import MomentsList
from tui.replaying.others import others_page
from tui.replaying.projector import Projector, Sight
from tui.replaying.seat import REPLAY
from tui.replaying.sheets import Second, SightSheet, TimeSheet
from tui.replaying.strip import ReplayStrip, stand_of
from tui.screens.page import Page
from tui.speech import _, mark, spoken

HELP: Final = mark(
    "You look at a session again as it was recorded. Space lets the time run, forward or back; "
    "the strip below shows all of it, with what happened when. Nothing can be done any more, but "
    "{fork} tells how to go on playing from here."
)


class Replaying(Screen[None]):
    """`projector` shows the recording; `another` makes the screen of what its user chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [*REPLAYS]

    projector: Projector
    another: Callable[[Projector], Screen[None]]
    wall: Callable[[], float] = staticmethod(monotonic)
    _due = False
    _said = ""

    def draw(self) -> None:
        """Draw what there is to be seen now."""
        raise NotImplementedError

    def shows(self, act: Binding) -> bool:
        """Whether an act is told of: not those that would change what is past."""
        raise NotImplementedError

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        bound: dict[str, ActiveBinding] = super().active_bindings
        return {key: one for key, one in bound.items() if self.shows(one.binding)}

    def told(self, acts: Iterable[Binding]) -> list[Binding]:
        return [act for act in acts if self.shows(act)]

    def show_strip(self) -> None:
        for strip in self.query(ReplayStrip):
            strip.stand = stand_of(self.projector)

    def notice(self, sentence: str) -> None:
        """Say it in passing."""
        self.app.clear_notifications()
        self.notify(clean(sentence), timeout=4, markup=False)

    def gone(self) -> None:
        """Refuse what would change what is past."""
        self.notice(REPLAY.into(spoken()))

    def go(self, at: int) -> None:
        self.projector.go_to(at)
        self.draw_soon()

    def draw_soon(self, said: str = "") -> None:
        """Draw where one is, and say this in passing, once all keys are heard that were pressed
        meanwhile: whoever holds one down is never behind."""
        self._said = said
        if not self._due:
            self._due = True
            self.call_later(self._draw_now)

    def _draw_now(self) -> None:
        self._due, said = False, self._said
        self.draw()
        if said:
            self.notice(said)

    @on(ReplayStrip.Wanted)
    def _go_there(self, event: ReplayStrip.Wanted) -> None:
        self.go(event.at)

    def action_stride(self, by: int) -> None:
        self.go(self.projector.now + by)

    def action_moment(self, kind: Kind | None, forward: bool) -> None:
        found = self.projector.jump(kind, forward)
        if found is None:
            self.notice(_("Nothing more of that on this way."))
            return
        self.draw_soon(self.projector.moments.words(found, self.projector.texts))

    def action_turn_round(self) -> None:
        self.projector.turn_round(self.wall())
        self.draw()

    def action_moments(self) -> None:
        self._stand()
        self.app.push_screen(MomentsList(self.projector), self._go_if)

    def action_go_to(self) -> None:
        self._stand()

        def made(seconds: tuple[Second, ...] | None) -> None:
            for second in seconds or ():
                self.go(second.at)

        self.app.push_screen(TimeSheet(self.projector), made)

    def action_others(self) -> None:
        """What this role did not know, as far as others had been told."""
        projector = self.projector
        role = projector.sight.role
        if role == CONTROL:
            self.notice(_("Control sees everything; choose a role first."))
            return
        self._stand()
        known = projector.recall.others_know(role, projector.texts)
        start = projector.take.scenario.start.isoformat()
        title = _("What others knew at {time}", time=words.day_time(start, projector.now))
        self.app.push_screen(Page(title, others_page(known, start), _("Close  esc")))

    def action_change_sight(self) -> None:
        self._stand()
        self.app.push_screen(SightSheet(self.projector), self._look_if)

    def action_fork(self) -> None:
        said = how_to_fork(self.projector)
        self.app.push_screen(Page(_("Go on from here"), plain(said), _("Close  esc")))

    def _stand(self) -> None:
        """Let the time stand while something is chosen or read."""
        self.projector.pause(self.wall())
        self.draw()

    def _go_if(self, moment: Moment | None) -> None:
        if moment is not None:
            self.projector.go_to(moment.at, moment.before)
            self.draw_soon()

    def _look_if(self, sight: Sight | None) -> None:
        if sight is not None:
            self.projector.look(sight)
            self.app.switch_screen(self.another(self.projector))

    def ask_to_leave(self) -> None:
        """Nothing is lost by leaving."""
        self.app.exit()
