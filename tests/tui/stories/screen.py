"""Plays at the full screen, by its keys."""

import re
from typing import Final

from textual.events import Paste

from simulator.session.sitting import Sitting
from tests.tui.desk import Player as Keys
from tui.acts import PANES
from tui.widgets.orders import Orders

SIZE: Final = (98, 80)
"""One page at a time, and all of it in sight."""
SURE: Final = {"guess": "1", "doubt": "2", "even": "3", "likely": "4", "sure": "5"}
LONG: Final = 12
_FRAMES: Final = re.compile(r"[\u2500-\u259f]")


class AtScreen:
    """`hand` moves the steady clock, and nothing else does."""

    def __init__(self, seat: Sitting, keys: Keys) -> None:
        self.seat = seat
        self.keys = keys
        self.hand = 0.0
        keys.screen.time.wall = lambda: self.hand

    async def skips(self) -> str:
        return await self._after("s")

    async def lets_pass(self, minutes: int) -> str:
        if not self.seat.clock.running:
            await self.keys.press("space")
        self.hand += minutes * 60 / self.seat.clock.pace
        await self.keys.time_passes()
        return self._seen()

    async def reads(self, subject: str) -> str:
        await self.finds(subject.rpartition(" ")[2])
        return await self._after("enter")

    async def decides(self, option: int, reason: str, sure: str) -> str:
        await self.keys.press("d", str(option))
        await self._writes(reason)
        return await self._after("enter", SURE[sure], "ctrl+s")

    async def goes_to_decide(self) -> str:
        told = await self._after("d")
        await self.keys.press("escape")
        return told

    async def orders(self, action: str, target: str = "", reason: str = "") -> str:
        view = self.seat.view()
        row = next(n for n, one in enumerate(view.actions) if one.title.startswith(action))
        told = await self._after("2", "home", *["down"] * row, "enter")
        titles = [one.title for one in view.actions[row].targets]
        if view.actions[row].why_not:
            await self.keys.press("ctrl+s", "escape")
            return told
        await self.keys.press(*([str(titles.index(target) + 1)] if target else []))
        await self._writes(reason)
        return await self._after("ctrl+s")

    async def takes_back(self, order: str) -> str:
        await self._goes_to(order)
        return await self._after("x", "y")

    async def moves_forward(self, order: str) -> str:
        await self._goes_to(order)
        return await self._after("left_square_bracket")

    async def _goes_to(self, order: str) -> None:
        await self.keys.press("2")
        table = self.keys.screen.query_one(Orders)
        named = [(one.id, f"{one.title}: {one.target}") for one in self.seat.view().orders]
        table.focus()
        table.go_to(next(id for id, title in named if title.startswith(order)))
        await self.keys.press()

    async def sends(self, report: str, *entries: str) -> str:
        reports = self.seat.view().reports
        row = next(n for n, one in enumerate(reports) if one.title == report)
        await self.keys.press("5", "home", *["down"] * row, "enter")
        for field, entry in zip(reports[row].fields, entries, strict=True):
            await self._writes(entry)
            # A choice that is made goes on to the next field by itself.
            await self.keys.press(*([] if field.choices else ["tab"]))
        return await self._after("ctrl+s")

    async def writes_to(self, role: str, text: str) -> str:
        view = self.seat.view()
        others = [one.short or one.title for one in view.seats if one.id != view.role.id]
        number = next(n for n, title in enumerate(others, 1) if role in title)
        await self.keys.press("m", str(number), "tab")
        await self._writes(text)
        return await self._after("ctrl+s")

    async def notes(self, text: str) -> str:
        await self.keys.press("n")
        await self._writes(text)
        return await self._after("ctrl+s")

    async def dissents(self, by: str, text: str) -> str:
        await self.keys.press("t")
        await self._writes(by)
        await self.keys.press("tab")
        await self._writes(text)
        return await self._after("ctrl+s")

    async def finds(self, words: str) -> str:
        return await self._searches("1", words)

    async def finds_in_log(self, words: str) -> str:
        return await self._searches("6", words)

    async def _searches(self, page: str, words: str) -> str:
        await self.keys.press(page, "escape", "escape", "slash")
        await self._writes(words)
        return await self._after("enter")

    async def reads_in(self, language: str) -> str:
        return await self._after("l")

    async def looks_at(self, page: str) -> str:
        number = list(PANES).index({"consents": "consent"}.get(page, page)) + 1
        return await self._after(str(number), "escape")

    async def sums_up(self) -> str:
        return self._seen()

    async def _writes(self, words: str) -> None:
        """Key by key, or pasted where it is long."""
        focused = self.keys.app.screen.focused
        if len(words) > LONG and focused is not None:
            focused.post_message(Paste(words))
        else:
            await self.keys.write(words)

    async def _after(self, *keys: str) -> str:
        await self.keys.press(*keys)
        return self._seen()

    def _seen(self) -> str:
        """All in sight and all notices, on one line and without frames."""
        seen = " ".join([self.keys.sees(), *self.keys.told()])
        return " ".join(_FRAMES.sub(" ", seen).split())
