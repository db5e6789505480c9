"""What is the same in both worlds: what the watched seat does, and what it may know that others do.

`others` adds what each world has of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random
from typing import Any, NamedTuple

from simulator.engine import commands as c
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.asking import told
from tests.simulator.session.secrecy.hidden import LENGTH, ROLES
from tests.simulator.session.secrecy.people import SECOND
from tests.simulator.session.secrecy.worlds import ODD, Shown

OWN, OTHER = "red", "blue"
IDS = [f"asked-before-{n:04}" for n in range(6)]
"""Few, so that several people use the same."""

NONSENSE = (
    "", "{", "null", "[]", '{"type":"hello"}', '{"type":"ask"}', '{"type":"tell"}', "\ud800",
    '{"type":"do","id":"asked-before-0001","act":{"act":"rule"}}', "[" * 40 + "]" * 40,
    '{"type":"ask","id":"x","command":{}}', '{"type":"view","seq":1,"clock":null,"view":{}}',
    '{"type":"watch","team":"blue"}', '{"type":"watch","role":"nato"}',
    '{"type":"enquire","id":"asked-before-0002","about":"script","inject":"a-cue-0"}',
)  # fmt: skip
UNANSWERED = (
    '{"type":"speak","language":"sq"}', '{"type":"speak","language":"en"}',
    '{"type":"attend","reads":"news#1"}', '{"type":"attend","writes":"decision","of":"ask"}',
)  # fmt: skip
"""What has an effect and no answer."""
EXTRA: tuple[dict[str, Any], ...] = (
    {"role": "control"}, {"seat": "red.csmu-1"}, {"actor": "control"}, {"__class__": "Conclude"},
    {"team": OTHER}, {"ask": "rule"}, {"confidence": 1.5}, {"to": "csmu"},
)  # fmt: skip


GUESSES = (
    "inject", "inject", "decision", "decision", "order", "order", "request", "report", "person",
    "other",
)  # fmt: skip


class Move(NamedTuple):
    """`what` one does at a step: enter, leave, say, deaf, seat, crash."""

    step: int
    who: str
    what: str
    given: Any = None


class Plan:
    """All that both worlds have in common. `seed` writes the same again."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.dice = dice = Random(f"plan/{seed}")
        self.me = dice.choice(ROLES)
        shown = self.shown()
        self.chance, self.other, self.third = shown.chance, shown.other, shown.third
        [self.crowd] = {*ROLES} - {self.me, self.other, self.third}
        self.part: Any = dice.choice(("player",) * 5 + ("observer", "evaluator"))
        self.pace = dice.choice((1200.0, 2400.0, 3600.0))
        self.steps = int(LENGTH / self.pace * SECOND) + dice.choice((-40, 0, 50))
        self.begins = dice.randrange(0, 20)
        self.curious = dice.random() < 0.6
        self._wonders = dice.choice(GUESSES)
        self.bot_after = dice.choice((None, None, None, 0.4))
        self.heir = self.part == "player" and dice.random() < 0.35
        self.moves = _one_a_step(self._moves())

    def shown(self) -> Shown:
        return Shown(Random(f"shown/{self.seed}"), self.me)

    def some_step(self) -> int:
        return self.dice.randrange(self.steps)

    def often(self, most: int) -> Iterator[int]:
        return (self.some_step() for _ in range(self.dice.randint(0, most)))

    def _moves(self) -> Iterator[Move]:
        dice = self.dice
        yield Move(self.begins, "control", "say", self._do(acts.Start()))
        yield from self._coming_and_going()
        yield from self._contest()
        said: list[p.Ask | p.Do | str] = []
        for step in self.often(40 if self.curious else 20):
            again = bool(said) and dice.random() < 0.1
            said.append(dice.choice(said) if again else self.something())
            yield Move(step, "me", "say", said[-1])
        for step in self.often(4):
            yield Move(step, "other", "say", self._ask(self._from_other()))
        for step in self.often(2):
            message = c.Message(self.third, (self.me, self.other), "To both.")
            yield Move(step, "third", "say", self._ask(message))
        for step in self.often(3):
            yield Move(step, "control", "say", self._by_control())
        if dice.random() < 0.3:
            yield Move(self.some_step(), "crowd", "enter")
        if dice.random() < 0.3:
            yield Move(self.some_step(), "", "crash")
        if dice.random() < 0.1:
            step = self.some_step()
            yield from (Move(step, "me", "say", dice.choice(NONSENSE)) for _ in range(30))
        if self.heir:
            yield from self._handed_over()

    def _contest(self) -> Iterator[Move]:
        """The watched seat tries itself at challenges, and at some that only another world has."""
        dice, me = Random(f"contest/{self.seed}"), self.me
        flags = ["show", "show", "tell", "a-flag-0", "b-flag-1", "c-flag-0"]
        for _ in range(dice.randint(0, 5)):
            said = dice.choice(("brine", "sand", "salt"))
            asked = dice.choice((c.Solve(me, dice.choice(flags), said), c.TakeHint(me, "show", 1)))
            yield Move(dice.randrange(self.steps), "me", "say", self._ask(asked))

    def _coming_and_going(self) -> Iterator[Move]:
        dice, late = self.dice, self.dice.random() < 0.3
        language = dice.choice(("en", "en", "sq"))
        yield Move(self.some_step() if late else 0, "me", "enter", {"language": language})
        for step in self.often(4):
            how = dice.choice(("leave", "enter", "enter", "deaf", "lie", "lie"))
            if how == "leave":
                back = step + dice.randrange(1, 100)
                yield Move(step, "me", "leave")
                yield Move(back, "me", "enter", {"language": dice.choice((language, "sq"))})
            elif how == "deaf":
                yield Move(step, "me", "deaf", True)
                yield Move(step + dice.randrange(1, 100), "me", "deaf", False)
            elif how == "lie":
                yield Move(step, "me", "enter", dice.choice((
                    {"now": dice.randrange(LENGTH)}, {"probe": True}, {"probe": True},
                    {"answers": dice.randrange(4)}, {"after": dice.randrange(9)},
                    {"head": "0" * 32}, {"epoch": "epoch-7"},
                )))  # fmt: skip
            else:
                yield Move(step, "me", "enter", {"language": language})
        if dice.random() < 0.1:
            for step in self.often(20):
                yield Move(step, "me", "enter", {"probe": True})

    def _handed_over(self) -> Iterator[Move]:
        step = self.some_step()
        yield Move(step, "me", "hand-over")
        yield Move(step + self.dice.randrange(1, 40), "heir", "enter", {"language": "en"})
        if self.dice.random() < 0.3:
            yield Move(self.some_step(), "control", "say", self._do(acts.Revoke(seat="mine")))

    def _ask(self, command: c.Command, team: str = "") -> p.Ask:
        return p.Ask(id=self._id(), command=told(command), team=team)

    def _do(self, act: acts.AnyAct) -> p.Do:
        return p.Do(id=self._id(), act=act)

    def _id(self) -> str:
        self._asked = getattr(self, "_asked", 0) + 1
        return f"asked-in-the-plan-{self._asked}"

    def _from_other(self) -> c.Command:
        other, me, dice = self.other, self.me, self.dice
        request = f"plead-{dice.randint(1, 2)}"
        return dice.choice((
            c.Message(other, (me,), "To you."), c.Send(other, "theirs"), c.Proceed(other),
            c.Consent(other, request, "grant"), c.Consent(other, request, "refuse", "No."),
            c.Consent(other, request, "ask", "Why?"),
        ))  # fmt: skip

    def _by_control(self) -> p.Ask | p.Do:
        dice, crowd = self.dice, self.crowd
        asked = dice.choice((
            c.Fire("control", "spare"), c.Hold("control", "late"), c.Release("control", "late"),
            c.Skip("control", "again"), c.Vacate("control", crowd), c.Staff("control", crowd),
            c.Proceed("control"), c.Message("control", (self.me,), "From above."),
        ))  # fmt: skip
        acted = dice.choice((
            acts.Pause(team=OWN, why="A pause."), acts.Run(team=OWN), acts.Pace(pace=600, team=OWN),
            acts.Jump(to=dice.randrange(0, LENGTH, ODD), team=OWN),
        ))  # fmt: skip
        return dice.choice((self._ask(asked, OWN), self._do(acted)))

    # What the watched seat says

    def something(self) -> p.Ask | p.Do | str:
        """What it may, what it may not, what nobody may, and what is none of these."""
        dice = self.dice
        said = dice.random()
        if self.curious and said < 0.7:
            return self._guess(self._wonders)
        if said < 0.1:
            return dice.choice((*NONSENSE, *UNANSWERED, *UNANSWERED))
        if said < 0.2:
            return self._act()
        asked = self._ask(self._wise()) if said < 0.7 else self._guess(dice.choice(GUESSES))
        if isinstance(asked, p.Ask) and said < 0.3:
            asked = asked.model_copy(update={"command": asked.command | dice.choice(EXTRA)})
        return asked.model_copy(update={"id": dice.choice(IDS)}) if said > 0.8 else asked

    def _wise(self) -> c.Command:
        me, dice = self.me, self.dice
        return dice.choice((
            c.Answer(me, "ask", dice.choice(("act", "wait")), reason="So."), c.Order(me, "work"),
            c.Order(me, "plead", reason="Please."),
            c.Order(me, "aim", dice.choice(("mail", "grid"))),
            c.Cancel(me, "work-1"), c.Prioritise(me, "aim-1", 1), c.Reply(me, "plead-1", "So."),
            c.Send(me, "mine", (("what", "That."),)), c.Message(me, (self.other,), "Hello."),
            c.Note(me, "Hm."), c.Read(me, dice.choice(("news", "ask", "shared"))),
            c.Discuss(me, "ours", "This."), c.Proceed(me),
        ))  # fmt: skip

    def _some(self, kind: str, *known: str) -> str:
        """Something hidden in one world, in the other, in none; others', or still to come."""
        guessed = (f"{world}-{kind}-{number}" for world in "abc" for number in (0, 1))
        return self.dice.choice((*known, *guessed))

    def _guess(self, kind: str) -> p.Ask | p.Do:
        if kind == "person":
            return self._act()
        return self._ask(self._guessed(kind), self.dice.choice(("", "", OTHER, "green")))

    def _guessed(self, kind: str) -> c.Command:
        me, dice, some = self.me, self.dice, self._some
        match kind:
            case "inject":
                cue = some("cue", "late", "spare", "nothing")
                by_control = dice.choice((c.Fire, c.Skip, c.Hold, c.Release))
                return dice.choice((c.Read, c.Read, by_control))(me, cue)
            case "decision":
                cue = some("cue", "shared", "nothing")
                return c.Answer(me, cue, f"{cue[0]}-0", "x", "y")
            case "order":
                act = some("act", "nothing")
                return dice.choice((
                    c.Order(me, act), c.Order(me, act), c.Order(me, "aim", some("vault")),
                    c.Cancel(me, f"{act}-1"), c.Prioritise(me, f"{act}-1", dice.randrange(12)),
                ))  # fmt: skip
            case "request":
                request = dice.choice((f"{some('act')}-1", f"decision/{some('cue')}", "plead-1"))
                return dice.choice((c.Consent(me, request, "grant"), c.Reply(me, request, "x")))
            case "report":
                return c.Send(me, some("form", "theirs", "nothing"), (("what", "x"),))
        return self._foolish()

    def _foolish(self) -> c.Command:
        me, dice = self.me, self.dice
        return dice.choice((
            c.Discuss(me, dice.choice(("a-q", "b-q", "c-q")), "x"), c.Conclude(me),
            c.Message(me, (dice.choice((self.third, "nobody", "control")),), "Hm?"),
            c.Staff(me, self.third), c.Vacate(me, me),
        ))  # fmt: skip

    def _act(self) -> p.Do:
        seat = self.dice.choice((
            f"{OWN}.{self.other}-1", f"{OWN}.{self.other}-2", f"{OWN}.observer-{self.third}-1",
            f"{OTHER}.soc-1", "control-2", "nobody-1",
        ))  # fmt: skip
        if self.dice.random() < 0.5:
            return self._do(self.dice.choice((acts.HandOver(seat=seat), acts.Revoke(seat=seat))))
        return self._do(self.dice.choice((
            acts.Start(), acts.Run(), acts.Pause(team=OTHER), acts.Pace(pace=1), acts.Jump(to=99),
            acts.Invite(role=self.me), acts.Close(),
        )))  # fmt: skip


def _one_a_step(moves: Iterable[Move]) -> list[Move]:
    """In order, and never two at once: who comes first at one step is a matter of queues."""
    placed: list[Move] = []
    for move in sorted(moves, key=lambda move: move.step):
        step = max(move.step, placed[-1].step + 1 if placed else 0)
        placed.append(move._replace(step=step))
    return placed
