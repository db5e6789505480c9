"""Keying in, in lines, what came on paper: the form that the role itself would fill in there."""

from simulator.engine.commands import Command
from simulator.paper.blocks import letter
from tui.lines.asking import Asking, Steps
from tui.lines.choosing import Unclear
from tui.lines.deciding import decide
from tui.lines.desk import Desk
from tui.lines.grammar import parted
from tui.lines.phrases import say
from tui.lines.reporting import report
from tui.lines.room.desk import RoomDesk
from tui.room import paper
from tui.room.shoulder import ShoulderSeat
from tui.room.steer import Steered
from tui.speech import _


class PaperSeat(ShoulderSeat):
    """A seat whose people write on paper: that one of its letters was read there, nobody asks."""

    def submit(self, command: Command, wall: float) -> bool:
        return False


class PaperDesk(Desk):
    """The desk of such a seat, with control sitting at it; what it tells, control reads."""

    def __init__(self, room: RoomDesk, form: paper.Form) -> None:
        self.room = room
        seat = PaperSeat(room.chair, room.watched.name, form.role)
        drafts = room.drafts_of(room.watched.name, form.role)
        super().__init__(seat, lambda: 0.0, False, room.width, drafts)

    def tell(self, *texts: str) -> None:
        self.room.tell(*texts)

    def tell_kept(self, report: str) -> None:
        self.tell(_("Kept as a draft: the same code goes on with it."))


def key_in(desk: RoomDesk, given: str) -> Steps:
    """`D12 by Besa`: the code on the form, and whose hand it was."""
    code, more = parted(given, "by")
    told = paper.meant(code, desk.world, desk.room.start)
    form = told.form
    if form is None:
        raise Unclear(told.said)
    desk.tell(*told.said.splitlines())
    name = more.get("by", "")
    if not name:
        desk.tell(_("The name on it, for the review") + "; " + _("or just enter"))
        name = yield say("prompt-words")
    team = desk.watched.name
    desk.chair.watch(team, form.role)
    try:
        early = yield from _seen(desk, form)
        fill = report if form.kind == "report" else decide
        commands = yield from _filled(fill(PaperDesk(desk, form), form.id), early)
    finally:
        desk.chair.watch(team)
    for command in commands:
        yield from _record(desk, paper.signed(command, name), form)
    return ()


def _seen(desk: RoomDesk, form: paper.Form) -> Asking[list[str]]:
    """Wait until the host shows what the role sees; what was written meanwhile."""
    early: list[str] = []
    desk.waits = True
    try:
        while (view := desk.chair.shoulder()) is None or view.role.id != form.role:
            if text := (yield _("The form comes …") + " "):
                early.append(text)
    finally:
        desk.waits = False
    return early


def _record(desk: RoomDesk, command: Command, form: paper.Form) -> Steps:
    """A report has been shown whole before it was sent; of a decision one is asked once more."""
    said, team = _("It is recorded."), desk.watched.name
    if form.kind == "report":
        desk.ask(command, team, said, form.role)
        desk.drafts_of(team, form.role).drop(("report", form.id))
        return ()
    what = paper.question(command, form, desk.world)
    return (yield from desk.steer(Steered(command, what, said, seat=form.role, foresee=False)))


def _filled(steps: Steps, early: list[str]) -> Steps:
    """The same form, first with what was written early; an option goes by its letter, too."""
    letters = {letter(place): str(place + 1) for place in range(26)}
    try:
        prompt = next(steps)
        while True:
            text = early.pop(0) if early else (yield prompt)
            if prompt == say("prompt-option"):
                text = letters.get(text.upper(), text)
            prompt = steps.send(text)
    except StopIteration as done:
        made: tuple[Command, ...] = done.value
        return made
    finally:
        steps.close()
