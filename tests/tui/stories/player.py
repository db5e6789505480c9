"""What somebody does who plays, whatever they play at: a full screen, or lines of text."""

from typing import Protocol

from simulator.session.sitting import Sitting


class Player(Protocol):
    """Each returns what one sees or is told of it. Nothing moves by itself."""

    seat: Sitting

    async def skips(self) -> str:
        """Ahead to what concerns the role next."""
        ...

    async def lets_pass(self, minutes: int) -> str:
        """Let the clock run for so long."""
        ...

    async def reads(self, subject: str) -> str:
        """Open the message of this subject."""
        ...

    async def decides(self, option: int, reason: str, sure: str) -> str:
        """Take the decision that is due soonest."""
        ...

    async def goes_to_decide(self) -> str:
        """Open the decision that is due soonest, and take it not."""
        ...

    async def orders(self, action: str, target: str = "", reason: str = "") -> str: ...

    async def takes_back(self, order: str) -> str: ...

    async def moves_forward(self, order: str) -> str:
        """Bring an order forward in its queue."""
        ...

    async def sends(self, report: str, *entries: str) -> str:
        """Fill in a report, field by field, and send it."""
        ...

    async def writes_to(self, role: str, text: str) -> str: ...

    async def notes(self, text: str) -> str: ...

    async def dissents(self, by: str, text: str) -> str:
        """Record that a colleague sees the last decision that was read otherwise."""
        ...

    async def finds(self, words: str) -> str:
        """Search the messages."""
        ...

    async def finds_in_log(self, words: str) -> str: ...

    async def reads_in(self, language: str) -> str:
        """Have the texts of the exercise in this language."""
        ...

    async def looks_at(self, page: str) -> str:
        """What stands on a page: inbox, actions, situation, consents, reports, log, brief."""
        ...

    async def sums_up(self) -> str: ...
