"""Plays in lines of text."""

from simulator.session.sitting import Sitting
from tests.tui.lines.teller import Teller

PAGES = {"actions": ("actions", "orders", "teams"), "situation": ("situation", "gauges")}
"""What shows as much as a page of the screen, where it is not the command of the same name."""


class AtLines:
    def __init__(self, seat: Sitting) -> None:
        self.seat = seat
        self.teller = Teller(seat, careful=False)
        self.teller.writes("run")

    async def skips(self) -> str:
        return self.teller.writes("skip")

    async def lets_pass(self, minutes: int) -> str:
        if not self.seat.clock.running:
            self.teller.writes("run")
        return self.teller.waits(minutes * 60 / self.seat.clock.pace)

    async def reads(self, subject: str) -> str:
        return self.teller.writes(f"read {subject}")

    async def decides(self, option: int, reason: str, sure: str) -> str:
        return self.teller.writes(f"decide option {option} because {reason} sure {sure}")

    async def goes_to_decide(self) -> str:
        told = self.teller.writes("decide")
        return told + self.teller.writes("back") if self.teller.asked != "> " else told

    async def orders(self, action: str, target: str = "", reason: str = "") -> str:
        on = f" on {target}" if target else ""
        return self.teller.writes(f"order {action}{on} because {reason}")

    async def takes_back(self, order: str) -> str:
        return self.teller.writes(f"cancel {order}")

    async def moves_forward(self, order: str) -> str:
        return self.teller.writes(f"earlier {order}")

    async def sends(self, report: str, *entries: str) -> str:
        return self.teller.writes(f"report {report}", *entries, "send")

    async def writes_to(self, role: str, text: str) -> str:
        return self.teller.writes(f"message {role}: {text}")

    async def notes(self, text: str) -> str:
        return self.teller.writes(f"note {text}")

    async def dissents(self, by: str, text: str) -> str:
        return self.teller.writes(f"dissent by {by}: {text}")

    async def finds(self, words: str) -> str:
        return self.teller.writes(f"inbox {words}")

    async def finds_in_log(self, words: str) -> str:
        return self.teller.writes(f"log {words}")

    async def reads_in(self, language: str) -> str:
        return self.teller.writes(f"language {language}")

    async def looks_at(self, page: str) -> str:
        return "\n".join(map(self.teller.writes, PAGES.get(page, (page,))))

    async def sums_up(self) -> str:
        return self.teller.writes("summary")
