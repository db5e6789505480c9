"""A robot that takes part in a session as a program of its own: `python robot.py < orders`.

Its first order is an invitation. A player answers all it is asked until ENDEX; then, or when it
leaves, it tells in one line of JSON what it has asked and what it was answered. Control does what
the further orders say, one a line: `start`, `close`; it tells as well how the board of teams went.
"""

import asyncio
import json
import sys
from collections.abc import Iterator

from simulator.engine.commands import CONTROL, Answer, Command, Consent, Note, Proceed, Read
from simulator.engine.views import RoleView
from simulator.session import acts
from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.invitation import invitation_from

AT_ONCE = 2
"""Asked and not yet answered; a seat may ask ten times a second."""


class Robot:
    """One seat. `asked` is by the id of each ask, with what became of it."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.asked: dict[str, str] = {}
        self.boards: list[dict[str, int]] = []
        self._wishes: set[str] = set()

    async def play(self) -> None:
        """Until ENDEX, and all that was asked is answered."""
        while not (self.over and not self.line.waiting) and self.line.status.state != "ended":
            view = self.line.sight.role_view()
            if view and not view.over:
                for wish, command in wishes(view):
                    if self.line.waiting < AT_ONCE and wish not in self._wishes:
                        self._wishes.add(wish)
                        self.asked[self.line.ask(command)] = ""
            await self.hear()
        self.tell()

    @property
    def over(self) -> bool:
        view = self.line.sight.role_view()
        return view is not None and view.over

    async def hear(self) -> None:
        await self.line.change()
        self.take()

    def take(self) -> None:
        room = self.line.sight.room()
        board = {it.team: it.met + it.answered for it in room.standings} if room else {}
        if board and board != (self.boards or [{}])[-1]:
            self.boards.append(board)
        while self.line.answers:
            answer = self.line.answers.popleft()
            self.asked[answer.id] = "done" if answer.done else answer.code

    def tell(self) -> None:
        seat, state = self.line.memory.grant, self.line.status.state
        told = {"seat": seat, "state": state, "over": self.over, "asked": self.asked}
        told |= {"boards": self.boards} if self.boards else {}
        say(json.dumps(told))


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def wishes(view: RoleView) -> Iterator[tuple[str, Command]]:
    """What this seat would like to do now, each with a name by which it is done only once."""
    me = view.role.id
    for decision in view.decisions:
        if decision.phase == "open":
            option = next((it.id for it in decision.options if not it.why_not), None)
            text = "" if option else "We look into it."
            yield f"decide {decision.id}", Answer(me, decision.id, option, text, "a robot's", 50)
    for request in view.requests:
        if request.mine_to_answer and request.phase == "asked":
            yield f"consent {request.id}", Consent(me, request.id, "grant")
    for item in view.inbox:
        if not item.read:
            yield f"read {item.key}", Read(me, item.inject)
    day = view.now // 86_400
    yield f"note {day}", Note(me, f"{me} is well on day {day}")


async def lead(robot: Robot, orders: asyncio.Queue[str]) -> None:
    """Do as ordered; let a module that holds the clock go on."""
    proceeding = asyncio.create_task(_proceed(robot))
    order = ""
    while order != "close":
        order = await orders.get()
        id = robot.line.do(acts.Start() if order == "start" else acts.Close())
        robot.asked[id] = ""
        while not robot.asked[id] and robot.line.status.state != "ended":
            await robot.hear()
    proceeding.cancel()
    robot.tell()


async def _proceed(robot: Robot) -> None:
    while True:
        await robot.hear()
        room = robot.line.sight.room()
        if room is None or robot.line.waiting:
            continue
        for team in room.teams:
            if team.stands == "held":
                robot.asked[robot.line.ask(Proceed(CONTROL), team.name)] = ""
        if any(team.stands == "paused" for team in room.teams):
            # A host that did not get to run for seconds has paused.
            robot.asked[robot.line.do(acts.Run())] = ""


async def main() -> None:
    invitation = invitation_from(await asyncio.to_thread(sys.stdin.readline))
    robot = Robot(Line(memory.start(None, invitation, await door.join(invitation, "Robot"))))
    running = asyncio.create_task(robot.line.run())
    while robot.line.status.state != "connected":
        await robot.line.change()
    say("here")
    if robot.line.welcome and robot.line.welcome.part == "control":
        orders: asyncio.Queue[str] = asyncio.Queue()
        await asyncio.gather(_read(orders), lead(robot, orders))
    else:
        await robot.play()
    await running


async def _read(orders: asyncio.Queue[str]) -> None:
    order = ""
    while order != "close":
        order = (await asyncio.to_thread(sys.stdin.readline)).strip()
        await orders.put(order)


if __name__ == "__main__":
    asyncio.run(main())
