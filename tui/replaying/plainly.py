"""`kulla replay --plain`: a recorded session in lines of text and a prompt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any, Final, get_args

import click

from simulator.cli.exits import FINE, INTERRUPTED
from simulator.engine.commands import CONTROL
from simulator.review.moments import KINDS, Kind
from tui import words
from tui.lines.choosing import Unclear
from tui.lines.console import Console
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue
from tui.lines.paper import widest
from tui.lines.phrases import say
from tui.lines.play import speak_to
from tui.lines.table import command_of
from tui.replaying.forking import how_to_fork
from tui.replaying.opening import opened
from tui.replaying.others import NOTHING
from tui.replaying.projector import Projector
from tui.replaying.seat import REPLAY, ReplaySeat
from tui.replaying.times import second_of
from tui.speech import _, many, mark, spoken

NO_ROOM: Final = (
    "Control's room is not told in lines: name a role with --role, or have one moment of it "
    "printed with --at T --format text."
)
MOST: Final = 40
"""So many moments are listed at once, from the one on where one is."""
LAST: Final = 5
"""So many lines of the log are told where one arrives."""
HELP: Final = {
    "goto": (mark("goto TIME"), mark("go to T+26:10, Sat 15:30, +30m or -30m")),
    "next": (mark("next [KIND]"), mark("to the next one of these: {kinds}")),
    "before": (mark("before [KIND]"), mark("to the moment before")),
    "moments": (mark("moments [WORDS]"), mark("list what comes, or all that has these words")),
    "backwards": (mark("backwards"), mark("run backwards, or forward again")),
    "others": (mark("others"), mark("what other roles had been told by now, and this one had not")),
    "role": (mark("role [ROLE]"), mark("look at another role's screen")),
    "team": (mark("team [TEAM]"), mark("look at another team")),
    "take": (mark("take [NUMBER]"), mark("look at another take of the team")),
    "fork": (mark("fork"), mark("how to go on playing from this moment")),
}  # fmt: skip
"""How each command of a replay is written, and what it does."""
ASKING: Final = ("watching", "nobody-asks", "nobody-rates")
"""How a seat that only watches refuses what would be written into the session."""


def talk(session: Path, language: str | None, **chosen: Any) -> int:
    """Talk until its user leaves. Raises the ClickException that says why it can't be."""
    if chosen["role"] == CONTROL:
        raise click.UsageError(NO_ROOM)
    speak_to(language)
    projector = opened(session, **chosen)
    return asyncio.run(_talk(with_a_role(projector)))


async def _talk(projector: Projector) -> int:
    console = Console()
    await console.hold(ReplayTalk(projector, width=console.width))
    return INTERRUPTED if console.interrupted else FINE


def with_a_role(projector: Projector) -> Projector:
    """Looking at the first role that people held, where none was chosen: lines show no room."""
    if projector.sight.role == CONTROL:
        roles = projector.recall.state.staffed or tuple(projector.take.scenario.roles)
        projector.look(projector.sight._replace(role=roles[0]))
    return projector


class ReplayTalk(Dialogue):
    """The lines of a role's seat, and beside them the commands of a replay."""

    def __init__(
        self,
        projector: Projector,
        wall: Callable[[], float] = monotonic,
        width: Callable[[], int] = widest,
    ) -> None:
        self.projector = projector
        self._wall = wall
        self._wide = width
        super().__init__(self._seated())
        self._acts: Final[dict[str, Callable[[str], None]]] = {
            name: getattr(self, f"_{name}") for name in HELP
        }

    def arrive(self) -> list[str]:
        """Where one is."""
        self._arrive()
        return self._told()

    def _seated(self) -> Desk:
        desk = Desk(ReplaySeat(self.projector), self._wall, False, self._wide)
        desk.time.waits_for_me = False
        return desk

    def begin(self) -> list[str]:
        self._arrive()
        self.desk.tell(_("This is a replay; run lets it go on. Write help for all commands."))
        return self._told()

    def _obey(self, text: str) -> None:
        word, _rest, given = text.partition(" ")
        try:
            if word in self._acts:
                self._acts[word](given.strip())
            else:
                self._as_usual(word, text)
        except Unclear as no:
            self.desk.tell(no.sentence)
        if word == "help" and not given:
            for usage, does in HELP.values():
                kinds = ", ".join(get_args(Kind))
                self.desk.tell(say("field", name=_(usage), said=_(does, kinds=kinds)))

    def _as_usual(self, word: str, text: str) -> None:
        """What one may do at a seat that only watches."""
        try:
            command_of(word, self.desk.seat)
        except Unclear as no:
            if no.sentence in map(say, ASKING):
                raise Unclear(REPLAY.into(spoken())) from None
            raise
        super()._obey(text)

    def _arrive(self) -> None:
        """Tell where one is; what happened on the way is in the lists."""
        desk, sight = self.desk, self.projector.sight
        self.desk = desk = self._seated()
        take = _("take {number}", number=self.projector.take.number)
        desk.tell(f"{sight.team}, {take}, {desk.view.role.title}")
        desk.tell_time()
        for told in desk.view.log[-LAST:]:
            self._line(told.at, told.words)

    def _line(self, at: int, said: str) -> None:
        time = words.short_time(self.desk.view.start, at)
        self.desk.tell(say("news-line", time=time, words=said))

    def _rest(self, number: int) -> None:
        if number > MOST:
            self.desk.tell(many("And {number} more.", "And {number} more.", number - MOST))

    def _goto(self, given: str) -> None:
        projector, start = self.projector, self.desk.view.start
        try:
            projector.go_to(second_of(given, start, projector.now, projector.until))
        except ValueError as wrong:
            raise Unclear(str(wrong)) from None
        self._arrive()

    def _next(self, given: str) -> None:
        self._jump(given, forward=True)

    def _before(self, given: str) -> None:
        self._jump(given, forward=False)

    def _jump(self, given: str, forward: bool) -> None:
        found = self.projector.jump(_kind(given), forward)
        if found is None:
            raise Unclear(_("Nothing more of that on this way."))
        self._arrive()

    def _moments(self, given: str) -> None:
        moments, now = self.projector.moments, self.projector.now
        found = (it for it in moments.all if given or it.at >= now)
        told = [(it, moments.words(it, self.projector.texts)) for it in found]
        told = [(it, said) for it, said in told if given.casefold() in said.casefold()]
        for it, said in told[:MOST]:
            self._line(it.at, f"{_(KINDS[it.kind])}: {said}")
        self._rest(len(told))
        if not told:
            self.desk.tell(_("No moment like that."))

    def _backwards(self, given: str) -> None:
        self.projector.turn_round(self._wall())
        said = _("It runs backwards.") if self.projector.backwards else _("It runs forward.")
        self.desk.tell(said)

    def _others(self, given: str) -> None:
        known = self.projector.recall.others_know(self.projector.sight.role, self.projector.texts)
        for it in known[:MOST]:
            self._line(it.at, f"{it.role}: {it.words}")
        self._rest(len(known))
        if not known:
            self.desk.tell(_(NOTHING))

    def _role(self, given: str) -> None:
        self._choose("role", given, [*self.projector.take.scenario.roles])

    def _team(self, given: str) -> None:
        self._choose("team", given, [*self.projector.recorded.takes])

    def _take(self, given: str) -> None:
        takes = self.projector.recorded.takes[self.projector.sight.team]
        self._choose("take", given, [str(take.number) for take in takes])

    def _choose(self, what: str, given: str, known: list[str]) -> None:
        """Look at another one of these, or list them."""
        if given not in known:
            raise Unclear(_("There are: {names}.", names=", ".join(known)))
        sight = self.projector.sight
        if what == "team":
            sight = sight._replace(team=given, take=0)
        elif what == "take":
            sight = sight._replace(take=int(given))
        else:
            sight = sight._replace(role=given)
        self.projector.look(sight)
        self._arrive()

    def _fork(self, given: str) -> None:
        self.desk.tell(how_to_fork(self.projector))


def _kind(given: str) -> Kind | None:
    if not given:
        return None
    if given not in get_args(Kind):
        raise Unclear(_("A kind is one of {kinds}.", kinds=", ".join(get_args(Kind))))
    kind: Kind = given  # type: ignore[assignment]
    return kind
