"""Somebody who plays in lines: writes a line, and is told lines. Nothing moves by itself."""

import re
from typing import Any

from simulator.engine.exercise import Setup
from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session.sitting import Sitting
from tests.tui.fake import FakeSeat
from tui.drafts import Drafts
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue
from tui.seat import Seat

PROMPT = re.compile(r"((?:\w[\w, ]*)?> )(.*)")
"""What stands before each line that was written in a transcript."""


class Teller:
    """`hand` moves the steady clock, and nothing else does. No paragraph is broken into lines."""

    def __init__(
        self, seat: Seat | None = None, careful: bool = True, drafts: Drafts | None = None
    ) -> None:
        self.seat: Any = seat or FakeSeat()
        self.hand = 0.0
        desk = Desk(self.seat, lambda: self.hand, careful, lambda: 10_000, drafts)
        self.dialogue = Dialogue(desk)
        self.greeting = "\n".join(self.dialogue.begin())

    def writes(self, *lines: str) -> str:
        """What is told after the last of these lines."""
        told: list[str] = []
        for line in lines:
            told = self.dialogue.hear(line)
        return "\n".join(told)

    def waits(self, seconds: float = 0.0) -> str:
        """What is told when so much time has passed."""
        self.hand += seconds
        return "\n".join(self.dialogue.tick())

    @property
    def asked(self) -> str:
        """What the prompt says."""
        return self.dialogue.prompt


def sitting(name: str, role: str, seed: int = 7, language: str = "en") -> Sitting:
    """A seat at an exercise that comes with Kulla."""
    scenario = load(shipped()[name])
    return Sitting(scenario, Setup(seed, (role,)), role, scenario.pace, language)
