"""The commands of a replay in lines: to any moment, and to what else is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple, get_args

from simulator.engine.commands import CONTROL
from simulator.review.moments import KINDS, Kind
from tui import words
from tui.lines.choosing import Unclear, clearly
from tui.lines.forms import Forms
from tui.lines.phrases import say
from tui.replaying.forking import how_to_fork
from tui.replaying.others import NOTHING
from tui.replaying.projector import Projector, Sight
from tui.replaying.times import second_of
from tui.speech import _, many, mark

MOST: Final = 40
"""So many moments are listed at once, from the one on where one is."""
LAST: Final = 5
"""So many lines of the log are told where one arrives."""


class Travelling(Forms):
    """Whoever tells in lines what a projector shows; `wall` is the steady clock."""

    projector: Projector
    wall: Callable[[], float]
    of_room: bool = False
    """Whether it tells control's room, and not a role's seat."""

    def begin(self) -> list[str]:
        self.arrived()
        self.desk.tell(_("This is a replay; run lets it go on. Write help for all commands."))
        return self.desk.told()

    def arrived(self) -> None:
        """Tell where one is; what happened on the way is in the lists."""
        raise NotImplementedError

    def as_usual(self, word: str, text: str) -> None:
        """Do what is no command of a replay. Raises Unclear."""
        super()._obey(text)

    @property
    def left(self) -> bool:
        return self.moved or super().left

    @property
    def moved(self) -> bool:
        """Whether somebody has to go on who tells the room in place of a seat, or the other way."""
        return (self.projector.sight.role == CONTROL) != self.of_room

    @property
    def start(self) -> str:
        """The ISO time of STARTEX."""
        return self.projector.take.scenario.start.isoformat()

    def tell_line(self, at: int, said: str) -> None:
        """Tell what happened at this second."""
        time = words.short_time(self.start, at)
        self.desk.tell(say("news-line", time=time, words=said))

    def tell_acts(self) -> None:
        """Tell how each command is written, and what it does."""
        for act in self._acts.values():
            self._tell_act(act)

    def _tell_act(self, act: Act) -> None:
        does = _(act.does, kinds=", ".join(get_args(Kind)))
        self.desk.tell(say("field", name=_(act.usage), said=does))

    def look(self, sight: Sight) -> None:
        """Look at something else, and tell where one is unless somebody else has to."""
        self.projector.look(sight)
        if not self.moved:
            self.arrived()

    def _obey(self, text: str) -> None:
        word, _space, given = text.partition(" ")
        try:
            self._travel(word.casefold(), given.strip(), text)
        except Unclear as no:
            self.desk.tell(no.sentence)

    def _travel(self, word: str, given: str, text: str) -> None:
        """Raises Unclear."""
        if act := self._acts.get(word):
            act.do(self, given)
        elif word == "help" and (explained := self._acts.get(given.casefold())):
            self._tell_act(explained)
        else:
            self.as_usual(word, text)
            if word == "help" and not given:
                self.tell_acts()

    @property
    def _acts(self) -> dict[str, Act]:
        """The commands that there are; to control others know nothing more."""
        return {word: act for word, act in ACTS.items() if not (self.of_room and word == "others")}


def _goto(it: Travelling, given: str) -> None:
    projector = it.projector
    projector.go_to(clearly(second_of, given, it.start, projector.now, projector.until))
    it.arrived()


def _next(it: Travelling, given: str) -> None:
    _jump(it, given, forward=True)


def _before(it: Travelling, given: str) -> None:
    _jump(it, given, forward=False)


def _jump(it: Travelling, given: str, forward: bool) -> None:
    found = it.projector.jump(_kind(given), forward)
    if found is None:
        raise Unclear(_("Nothing more of that on this way."))
    it.arrived()


def _kind(given: str) -> Kind | None:
    if not given:
        return None
    if given not in get_args(Kind):
        raise Unclear(_("A kind is one of {kinds}.", kinds=", ".join(get_args(Kind))))
    kind: Kind = given  # type: ignore[assignment]
    return kind


def _moments(it: Travelling, given: str) -> None:
    moments, now = it.projector.moments, it.projector.now
    found = (moment for moment in moments.all if given or moment.at >= now)
    said = ((moment, moments.words(moment, it.projector.texts)) for moment in found)
    _list(
        it,
        [
            (moment.at, f"{_(KINDS[moment.kind])}: {told}")
            for moment, told in said
            if given.casefold() in told.casefold()
        ],
        _("No moment like that."),
    )


def _others(it: Travelling, given: str) -> None:
    projector = it.projector
    known = projector.recall.others_know(projector.sight.role, projector.texts)
    _list(it, [(one.at, f"{one.role}: {one.words}") for one in known], _(NOTHING))


def _list(it: Travelling, lines: list[tuple[int, str]], nothing: str) -> None:
    """Tell the first of these, each with its second, and how many more there are."""
    for at, said in lines[:MOST]:
        it.tell_line(at, said)
    if len(lines) > MOST:
        it.desk.tell(many("And {number} more.", "And {number} more.", len(lines) - MOST))
    if not lines:
        it.desk.tell(nothing)


def _backwards(it: Travelling, given: str) -> None:
    it.projector.turn_round(it.wall())
    back = it.projector.backwards
    it.desk.tell(_("It runs backwards.") if back else _("It runs forward."))


def _role(it: Travelling, given: str) -> None:
    role = _one_of([*it.projector.take.scenario.roles, CONTROL], given)
    it.look(it.projector.sight._replace(role=role))


def _team(it: Travelling, given: str) -> None:
    team = _one_of([*it.projector.recorded.takes], given)
    it.look(it.projector.sight._replace(team=team, take=0))


def _take(it: Travelling, given: str) -> None:
    takes = it.projector.recorded.takes[it.projector.sight.team]
    number = _one_of([str(take.number) for take in takes], given)
    it.look(it.projector.sight._replace(take=int(number)))


def _one_of(known: list[str], given: str) -> str:
    """The same, where it is one of these. Raises Unclear with all of them."""
    if given not in known:
        raise Unclear(_("There are: {names}.", names=", ".join(known)))
    return given


def _fork(it: Travelling, given: str) -> None:
    it.desk.tell(how_to_fork(it.projector))


class Act(NamedTuple):
    """A command of a replay: what it does with what was written after its name, and how the help
    tells of it."""

    do: Callable[[Travelling, str], None]
    usage: str
    does: str


ACTS: Final = {
    "goto": Act(_goto, mark("goto TIME"), mark("go to T+26:10, Sat 15:30, +30m or -30m")),
    "next": Act(_next, mark("next [KIND]"), mark("to the next one of these: {kinds}")),
    "before": Act(_before, mark("before [KIND]"), mark("to the moment before")),
    "moments": Act(_moments, mark("moments [WORDS]"),
        mark("list what comes, or all that has these words")),
    "backwards": Act(_backwards, mark("backwards"), mark("run backwards, or forward again")),
    "others": Act(_others, mark("others"),
        mark("what other roles had been told by now, and this one had not")),
    "role": Act(_role, mark("role [ROLE]"), mark("look at another role's screen")),
    "team": Act(_team, mark("team [TEAM]"), mark("look at another team")),
    "take": Act(_take, mark("take [NUMBER]"), mark("look at another take of the team")),
    "fork": Act(_fork, mark("fork"), mark("how to go on playing from this moment")),
}  # fmt: skip
