"""What one has at hand at a seat: what was seen last, drafts, and what is still to be told."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from simulator.engine.commands import Command, Consent, Read, Send, Solve, TakeHint
from simulator.engine.errors import Refused
from simulator.engine.views import RoleView
from simulator.session.clock import Clock
from simulator.speech.habits import figure
from tui import contest, waiting, words
from tui.contest import Guess
from tui.drafts import Drafts
from tui.handing import Asking
from tui.lines.choosing import Unclear
from tui.lines.debrief import debrief
from tui.lines.lists import due_line
from tui.lines.news import Change, news
from tui.lines.numbers import Numbers
from tui.lines.paper import Paper, widest
from tui.lines.phrases import PHRASES, say, sentence, stopped
from tui.lines.times import now
from tui.lines.tutorial import Lesson
from tui.rating import opened
from tui.seat import Late, Seat, seen_from
from tui.speech import spoken
from tui.timekeeping import Timekeeper

_TRIES: Final = re.compile(r" \(\d+\)$")


@dataclass
class Said:
    """What was told last of the clock and of the way to the host."""

    clock: str
    trouble: str = ""
    unanswered: int = 0
    take: int = 1


class Desk(Paper):
    """Holds the view and submits what is asked. Rules are the engine's, and time the seat's.

    `careful` is whether to ask before one leaves. `writing` is whether a form is open: then the
    clock waits, and nobody is told that it does. `looked` is the view when one asked last what is
    different. `heard` counts the news.
    """

    def __init__(
        self,
        seat: Seat,
        wall: Callable[[], float],
        careful: bool = True,
        width: Callable[[], int] = widest,
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__(width)
        self.seat = seat
        self.careful = careful
        self.time = Timekeeper(seat, wall)
        # What happens at STARTEX has happened when one comes to the desk.
        self.time.tick()
        self.view = self.looked = seen_from(seat)
        self.lesson = Lesson(self.view, not seat.leads_clock, seat.may_act)
        self.numbers = Numbers()
        self.numbers.see(self.view)
        self.drafts = drafts or Drafts()
        self.writing = False
        self._reads, self._about = "", ("", "")
        self.left = False
        self.heard = 0
        self._scores = seat.standings()
        self._guess: Guess | None = None
        self._bought: TakeHint | None = None
        self._said = Said(self._clock_words(), take=seat.take)

    @property
    def role(self) -> str:
        return self.view.role.id

    @property
    def about(self) -> tuple[str, str]:
        """The kind and id of what is being answered; colleagues see it."""
        return self._about

    @about.setter
    def about(self, thing: tuple[str, str]) -> None:
        if thing != self._about:
            self._about = thing
            self.seat.attend(self._reads, thing)

    def has_open(self, key: str) -> None:
        """The message of this key was told last; colleagues see it."""
        if key != self._reads:
            self._reads = key
            self.seat.attend(key, self._about)

    def drafted(self) -> set[str]:
        """The ids of the reports of which something is written."""
        return {r.id for r in self.view.reports if self.drafts.of(("report", r.id))}

    def tick(self) -> None:
        """Bring the exercise to the clock, and tell what is new."""
        if self.time.tick():
            self.look()

    def look(self, own: bool = False) -> None:
        """Tell what the role knows now and did not before."""
        before, after = self.view, seen_from(self.seat)
        self.time.mind(before, after)
        self.view = after
        self.numbers.see(after)
        new = list(news(Change(before, after, own), self.numbers))
        self.heard += len(new)
        self.tell(*new)
        self._hear(self.seat.answers())
        self._tell_of_contest()
        if self.seat.take != self._said.take:
            self._said.take = self.seat.take
            self.looked = after
            self.tell(say("taken-back", time=words.full_time(after.start, after.now)))
        self._tell_standing()
        if after.over and not before.over:
            self.sum_up()
        if opened(self.seat, before, after):
            self.tell(say("ratings-open"))

    def submit(self, command: Command) -> bool:
        """Ask for something, and tell what became of it; whether it was done or sent on."""
        self.time.tick()
        self.look()
        if isinstance(command, Solve) and (
            asked := contest.challenge_of(self.view.contest, command.challenge)
        ):
            self._guess = Guess(asked)
        try:
            done = self.seat.submit(command, self.time.wall())
        except Refused as refusal:
            self.tell(sentence(refusal.into(spoken())))
            return False
        if isinstance(command, Read):
            self.look()
            return True
        if done:
            self._done(command)
        else:
            if isinstance(command, Send):
                self.drafts.send(("report", command.report), command)
            self._tell_sent()
        self.look(own=done)
        return True

    def hand_on(self, ask: Callable[[], None]) -> None:
        """Ask the session for what is no command. Raises Unclear where it can't be any more."""
        try:
            ask()
        except Refused as refusal:
            raise Unclear(sentence(refusal.into(spoken()))) from None
        self._tell_sent()

    def _tell_sent(self) -> None:
        self.tell(say("kept" if self.seat.trouble else "sent"))

    def _tell_of_contest(self) -> None:
        """What the last answer came to, the last hint, and what other teams have solved."""
        if self._bought and (text := contest.hint_text(self._bought, self.view.contest)):
            self.tell(say("hint-says", hint=self._bought.hint, text=text))
            self._bought = None
        if self._guess and (verdict := self._guess.verdict(self.view.contest)):
            self._guess = None
            self.tell(verdict)
        before, self._scores = self._scores, self.seat.standings()
        if new := contest.news(before, self._scores, self.view.contest):
            self.tell(new)

    def _done(self, command: Command) -> None:
        if isinstance(command, Solve) and self._guess:
            self._guess = self._guess._replace(heard=True)
        elif isinstance(command, TakeHint):
            self._bought = command
        if isinstance(command, Send):
            self.drafts.drop(("report", command.report))
        self.tell(said(command))

    def tell_kept(self, report: str) -> None:
        """Tell that what was written of a report stays, and how one goes on with it."""
        self.tell(say("draft-kept", number=self.numbers.of("report", report)))

    def sum_up(self) -> None:
        """Tell how it ended. Raises Unclear while it has not."""
        if self.view.debrief is None:
            raise Unclear(say("summary-early"))
        self.tell(*debrief(self.view, self.view.debrief, self.seat.beside()))
        if isinstance(self.seat, Asking) and self.seat.takes_part and not self.seat.handed_in:
            self.tell("", say("feedback-now"))

    def tell_time(self) -> None:
        """What time it is, what the clock does, and what is due soonest."""
        dues = waiting.dues(self.view)
        soonest = say("due-none")
        if dues:
            soonest = say("due-soonest", title=due_line(dues[0], self.view, self.numbers))
        self.tell(stopped(now(self.view), self._clock_words()), soonest)
        if self.seat.trouble:
            self.tell(self._about_trouble(self.seat.trouble))

    def tell_clock(self) -> None:
        """What the clock does, after what was new when it began to."""
        self._said.clock = self._clock_words()
        self.look()
        self.tell(self._said.clock)

    def _hear(self, answers: Iterable[Late]) -> None:
        """Tell what became of what was sent on."""
        for command, refusal, told in answers:
            self.drafts.answered(command, bool(refusal))
            if refusal:
                self.tell(refused(command, refusal))
            elif command is not None:
                self._done(command)
            elif told:
                self.tell(told)

    def _about_trouble(self, trouble: str) -> str:
        """Of the way to the host or, where one plays alone, of what is kept."""
        if self.seat.leads_clock:
            return say("unkept", trouble=trouble) if trouble else say("kept-again")
        return say("connection", trouble=trouble) if trouble else say("connection-back")

    def _tell_standing(self) -> None:
        """What is different about the clock and the way to the host."""
        trouble = _TRIES.sub("", self.seat.trouble)
        if trouble != self._said.trouble:
            self._said.trouble = trouble
            self.tell(self._about_trouble(trouble))
        unanswered = self.seat.unanswered
        if unanswered > self._said.unanswered:
            self.tell(say("on-its-way", count=unanswered))
        self._said.unanswered = unanswered
        clock = self._clock_words()
        if not self.writing and clock != self._said.clock:
            self._said.clock = clock
            self.tell(clock)

    def _clock_words(self) -> str:
        return clock_words(
            self.view, self.seat.clock, self.seat.stands, self.time.why or self.seat.why
        )


def clock_words(view: RoleView, clock: Clock, stands: str, why: str) -> str:
    """What the clock does, in a sentence."""
    if stands == "no-duff":
        return say("clock-no-duff", why=why)
    if view.over:
        return say("clock-over")
    if stands == "waiting":
        return say("clock-waiting")
    if view.held:
        return say("clock-held")
    if stands == "frozen":
        return say("clock-frozen")
    if clock.running:
        runs = "clock-runs-real" if clock.pace == 1 else "clock-runs"
        return say(runs, pace=figure(spoken(), f"{clock.pace:g}"))
    if not why:
        return say("clock-stands")
    # What people write as the reason may end in a stop of its own.
    return sentence(say("clock-stands-why", why=why).removesuffix("."))


def said(command: Command) -> str:
    """One sentence that tells that it is done."""
    if isinstance(command, Consent) and command.verdict == "ask":
        return say("said-ask")
    return say(f"said-{type(command).__name__}")


def refused(command: Command | None, why: str) -> str:
    """What is told of an answer that came late and was no."""
    what = f"what-{type(command).__name__}"
    return sentence(say("refused", what=say(what if what in PHRASES else "what"), why=why))
