"""The commands of a replay in lines: to any moment, and to what else is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, get_args

from simulator.engine.commands import CONTROL
from simulator.review.moments import KINDS, Kind
from tui import words
from tui.lines.choosing import Unclear
from tui.lines.phrases import say
from tui.replaying.forking import how_to_fork
from tui.replaying.others import NOTHING
from tui.replaying.projector import Projector
from tui.replaying.times import second_of
from tui.speech import _, many, mark

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


class Travelling:
    """Whoever tells in lines what a projector shows; `wall` is the steady clock."""

    projector: Projector
    wall: Callable[[], float]
    of_room: bool = False
    """Whether it tells control's room, and not a role's seat."""

    def tell(self, *texts: str) -> None:
        raise NotImplementedError

    def arrived(self) -> None:
        """Tell where one is; what happened on the way is in the lists."""
        raise NotImplementedError

    @property
    def moved(self) -> bool:
        """Whether somebody has to go on who tells the room in place of a seat, or the other way."""
        return (self.projector.sight.role == CONTROL) != self.of_room

    def travels(self, word: str, given: str) -> bool:
        """Do a command of a replay; False where it is none. Raises Unclear."""
        if word not in self._acts:
            return False
        act: Callable[[str], None] = getattr(self, f"_{word}")
        act(given)
        return True

    def tell_acts(self) -> None:
        """Tell how each command is written, and what it does."""
        kinds = ", ".join(get_args(Kind))
        for usage, does in (HELP[word] for word in self._acts):
            self.tell(say("field", name=_(usage), said=_(does, kinds=kinds)))

    @property
    def _acts(self) -> list[str]:
        """The commands that there are; to control others know nothing more."""
        return [word for word in HELP if not (self.of_room and word == "others")]

    @property
    def _start(self) -> str:
        return self.projector.take.scenario.start.isoformat()

    def tell_line(self, at: int, said: str) -> None:
        time = words.short_time(self._start, at)
        self.tell(say("news-line", time=time, words=said))

    def _rest(self, number: int) -> None:
        if number > MOST:
            self.tell(many("And {number} more.", "And {number} more.", number - MOST))

    def _goto(self, given: str) -> None:
        projector, start = self.projector, self._start
        try:
            projector.go_to(second_of(given, start, projector.now, projector.until))
        except ValueError as wrong:
            raise Unclear(str(wrong)) from None
        self.arrived()

    def _next(self, given: str) -> None:
        self._jump(given, forward=True)

    def _before(self, given: str) -> None:
        self._jump(given, forward=False)

    def _jump(self, given: str, forward: bool) -> None:
        found = self.projector.jump(_kind(given), forward)
        if found is None:
            raise Unclear(_("Nothing more of that on this way."))
        self.arrived()

    def _moments(self, given: str) -> None:
        moments, now = self.projector.moments, self.projector.now
        found = (it for it in moments.all if given or it.at >= now)
        told = [(it, moments.words(it, self.projector.texts)) for it in found]
        told = [(it, said) for it, said in told if given.casefold() in said.casefold()]
        for it, said in told[:MOST]:
            self.tell_line(it.at, f"{_(KINDS[it.kind])}: {said}")
        self._rest(len(told))
        if not told:
            self.tell(_("No moment like that."))

    def _backwards(self, given: str) -> None:
        self.projector.turn_round(self.wall())
        said = _("It runs backwards.") if self.projector.backwards else _("It runs forward.")
        self.tell(said)

    def _others(self, given: str) -> None:
        known = self.projector.recall.others_know(self.projector.sight.role, self.projector.texts)
        for it in known[:MOST]:
            self.tell_line(it.at, f"{it.role}: {it.words}")
        self._rest(len(known))
        if not known:
            self.tell(_(NOTHING))

    def _role(self, given: str) -> None:
        self._choose("role", given, [*self.projector.take.scenario.roles, CONTROL])

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
        if not self.moved:
            self.arrived()

    def _fork(self, given: str) -> None:
        self.tell(how_to_fork(self.projector))


def _kind(given: str) -> Kind | None:
    if not given:
        return None
    if given not in get_args(Kind):
        raise Unclear(_("A kind is one of {kinds}.", kinds=", ".join(get_args(Kind))))
    kind: Kind = given  # type: ignore[assignment]
    return kind
