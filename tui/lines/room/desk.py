"""What one has at hand who leads in lines: what was seen last, and what is still to be told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from simulator.engine.commands import Command
from simulator.engine.views.foresight import Outlook, Preview
from simulator.engine.views.overview import Panel
from simulator.engine.views.script import Script
from simulator.session.acts import AnyAct
from simulator.session.room import Room, TeamRow
from tui.chair import Answer, Chair, Untold
from tui.drafts import Drafts
from tui.lines.asking import Steps, certain
from tui.lines.choosing import Unclear
from tui.lines.paper import Paper, Verbatim, widest
from tui.lines.phrases import say, sentence
from tui.lines.room.news import Change, news
from tui.lines.room.telling import paragraphs
from tui.room.clocks import Clocks
from tui.room.foretelling import foretold
from tui.room.lead import KEPT, LEAVING, ONCE
from tui.room.placing import Placing
from tui.room.steer import DONE, Steered
from tui.room.teams import team_of
from tui.room.truth import Scene, scene_of
from tui.speech import _, mark

NOT_TOLD: Final = mark("Nothing is told of this team yet.")


@dataclass
class Looked:
    """How far the log was read: the team, its take, and how many lines."""

    run: tuple[str, int]
    lines: int = 0


class RoomDesk(Paper, Clocks, Placing):
    """Holds what control sees, and asks for what is wanted by the same acts as the screens.

    `no_acts` is why nothing can be done, empty where there is a session to be led; `leaving` what
    is asked before one leaves, empty where nothing is. `every` is whether an act on the clock is
    for all teams. `opened` is a form that an act has opened. While one is `beside`, over
    somebody's shoulder, what happens in the world is not told. A form that `waits` goes on with
    the next look.
    """

    def __init__(
        self,
        chair: Chair,
        no_acts: str = "",
        leaving: str = LEAVING,
        width: Callable[[], int] = widest,
    ) -> None:
        super().__init__(width)
        self.chair = chair
        self.no_acts = no_acts
        self.leaving = leaving
        self.every = self.beside = False
        self.left = self.waits = False
        self.opened: Steps | None = None
        chair.tick()
        self.room, self.panel = chair.room(), chair.panel()
        self.looked = Looked(self._run)
        self._numbers: dict[tuple[str, str], dict[str, int]] = {}
        self._enquired: dict[str, Callable[[Answer], Iterator[str]]] = {}
        self._drafts: dict[tuple[str, str], Drafts] = {}
        self._trouble = ""

    # What one sees

    @property
    def seen(self) -> Room:
        return self.room

    @property
    def watched(self) -> TeamRow:
        return team_of(self.room, self.room.watched)

    @property
    def world(self) -> Panel:
        """All of the watched team's world. Raises Unclear while it is not told."""
        panel: Panel | None = self.panel
        if panel is None or panel.team not in ("", self.watched.name):
            raise Unclear(_(NOT_TOLD))
        return panel

    @property
    def scene(self) -> Scene:
        """The same at its second. Raises Unclear."""
        scene = scene_of(self.room, self.world)
        assert scene is not None, "a session has a team"
        return scene

    @property
    def _run(self) -> tuple[str, int]:
        return self.watched.name, self.watched.take

    def drafts_of(self, team: str, role: str) -> Drafts:
        """What was begun to be keyed in of the papers of a role."""
        return self._drafts.setdefault((team, role), Drafts())

    def meant(self) -> list[TeamRow]:
        return [*self.room.teams] if self.every else [self.watched]

    def number(self, kind: str, id: str) -> int:
        """The number by which a thing is called: each keeps its own, counted as they are seen."""
        known = self._numbers.setdefault((self.watched.name, kind), {})
        return known.setdefault(id, len(known) + 1)

    # What is told

    def say(self, sentence: str) -> None:
        self.tell(sentence)

    def tick(self) -> None:
        """See what there is to be seen now, and tell what is new."""
        if self.chair.tick():
            self.look()
        self._hear()

    def look(self) -> None:
        before, was = self.room, self.panel
        self.room, self.panel = self.chair.room(), self.chair.panel()
        if self._run != self.looked.run:
            self.looked = Looked(self._run)
        for outcome in self.chair.outcomes():
            if told := outcome.refusal or outcome.said:
                self.tell(sentence(told))
            if outcome.gift:
                self.tell(Verbatim(outcome.gift), _(ONCE))
        change = Change(before, was, self.room, self.panel)
        self.tell(*news(change, self.chair.grant, not self.beside))
        if self.chair.trouble != self._trouble:
            trouble = self._trouble = self.chair.trouble
            self.tell(say("connection", trouble=trouble) if trouble else say("connection-back"))

    def _hear(self) -> None:
        """Tell what was enquired."""
        for id in [*self._enquired]:
            if (answer := self.chair.told(id)) is not None:
                tell = self._enquired.pop(id)
                said = [answer.sentence] if isinstance(answer, Untold) else tell(answer)
                self.tell(*said)

    def enquire(self, id: str, tell: Callable[[Answer], Iterator[str]]) -> None:
        """Tell what was enquired under this id as soon as it comes."""
        self._enquired[id] = tell
        self._hear()

    def let_go(self, id: str) -> None:
        """Tell no more of what was enquired under this id."""
        self._enquired.pop(id, None)

    # What one asks for

    def do(self, act: AnyAct, said: str) -> None:
        self._may_ask()
        self.chair.do(act, said)

    def ask(self, command: Command, team: str, said: str, seat: str = "") -> None:
        self._may_ask()
        self.chair.ask(command, team, said, seat)

    def _may_ask(self) -> None:
        """Raises Unclear where nothing can be asked any more."""
        if self.chair.ended:
            raise Unclear(_("Nothing more can be asked: {why}.", why=self.chair.trouble))
        if self.chair.trouble:
            self.tell(_(KEPT))

    def confirm(self, question: str, do: Callable[[], object]) -> None:
        self.opened = self._sure(question, do)

    def _sure(self, question: str, do: Callable[[], object]) -> Steps:
        if (yield from certain(self, question)):
            do()
        return ()

    def steer(self, wish: Steered, why: str = "") -> Steps:
        """Have it done after a yes; what it changes is told as soon as it has been worked out."""
        command, team = wish.because(why), next(iter(wish.teams), self.watched.name)
        enquired = self.chair.enquire("preview", team, command=command) if wish.foresee else ""
        if enquired:
            self.enquire(enquired, self._changes)
        try:
            sure = yield from certain(self, wish.what)
        finally:
            self.let_go(enquired)
        if sure:
            for name in wish.teams or (team,):
                self.ask(command, name, wish.said or _(DONE), wish.seat)
        return ()

    def _changes(self, preview: Answer) -> Iterator[str]:
        assert isinstance(preview, Preview)
        yield _("What it changes:")
        for line in foretold(preview, self.room.start):
            yield from (f"  {said}" for said in paragraphs(line))


def script_of(answer: Answer) -> Script:
    assert isinstance(answer, Script)
    return answer


def outlook_of(answer: Answer) -> Outlook:
    assert isinstance(answer, Outlook)
    return answer
