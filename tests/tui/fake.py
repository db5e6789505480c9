"""A seat that no engine stands behind: shows hand-made views, remembers what was asked of it."""

from collections.abc import Callable
from dataclasses import replace

from simulator.engine import views as v
from simulator.engine.commands import Command, Discuss, Proceed, Read
from simulator.engine.errors import Refused
from simulator.engine.views.comparing import Standing as Stood
from simulator.session.clock import Clock
from simulator.session.scores import Scores
from tests.tui.world import VIEW
from tui.seat import Late, Mate


class FakeSeat:
    """Shows `view` as it is set; remembers commands; refuses with `refusal` when that is set.

    It may be said to be far away: then what stands, who leads, what is wrong and who else is there
    are set by hand. `attended` and `languages` hold what it was told of its player.
    """

    leads_clock = True
    may_act = True
    stands = why = trouble = ""
    unanswered = 0
    take = 1
    kept_in = ""
    name = "fake-akcesk"

    def __init__(self, view: v.RoleView = VIEW) -> None:
        self.shown = view
        self.clock = Clock(60)
        self.asked: list[Command] = []
        self.refusal = ""
        self.ahead: Callable[[v.RoleView], v.RoleView] = lambda view: view
        self.late: list[Late] = []
        self.others: tuple[Mate, ...] = ()
        self.scores: Scores | None = None
        self.attended: list[tuple[str, tuple[str, str]]] = []
        self.languages: list[str] = []
        self._changed = False

    def show(self, **changes) -> None:
        """Something happens in the world; the next tick tells of it."""
        self.shown = replace(self.shown, **changes)
        self._changed = True

    def tick(self, wall: float) -> bool:
        changed, self._changed = self._changed, False
        return changed

    def view(self) -> v.RoleView:
        return self.shown

    def submit(self, command: Command, wall: float) -> bool:
        if self.refusal and not isinstance(command, Read):
            raise Refused("not-now", self.refusal)
        self.asked.append(command)
        if isinstance(command, Read):
            self._read(command.inject)
        if isinstance(command, Discuss) and self.shown.module:
            self._discuss(self.shown.module, command)
        if isinstance(command, Proceed):
            self.shown = replace(self.shown, module=None, held=False)
        return self.leads_clock

    def answers(self) -> list[Late]:
        told, self.late = self.late, []
        return told

    def read_in(self, language: str) -> None:
        self.languages.append(language)

    def mates(self) -> tuple[Mate, ...]:
        return self.others

    def standings(self) -> Scores | None:
        return self.scores

    def beside(self) -> tuple[Stood, ...]:
        return ()

    def attend(self, reads: str, writes: tuple[str, str]) -> None:
        self.attended.append((reads, writes))

    def run(self, wall: float) -> None:
        self.clock = self.clock.run(wall)

    def pause(self, wall: float) -> None:
        self.clock = self.clock.pause(wall)

    def set_pace(self, pace: float, wall: float) -> None:
        self.clock = self.clock.at_pace(pace, wall)

    def skip_ahead(self, wall: float) -> None:
        self.shown = self.ahead(self.shown)

    def _discuss(self, module: v.ModuleView, command: Discuss) -> None:
        answered = (
            replace(question, answer=command.text) if question.id == command.question else question
            for question in module.questions
        )
        self.shown = replace(self.shown, module=replace(module, questions=tuple(answered)))

    def _read(self, inject: str) -> None:
        items = (replace(i, read=True) if i.inject == inject else i for i in self.shown.inbox)
        self.shown = replace(self.shown, inbox=tuple(items))
