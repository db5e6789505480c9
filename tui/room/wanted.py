"""A sheet of the control room that somebody wants to fill in. The screen alone opens it."""

from typing import Literal

from textual.message import Message

SheetName = Literal[
    "set", "fact", "consent", "speak", "policy", "rule", "write", "amend", "delay", "repace",
    "rate", "set-aside", "plan",
]  # fmt: skip


class SheetWanted(Message):
    """`of` is the id of what it is about: the role that speaks, the request, the subject to be
    judged; for what is set by hand its kind and id, as `key_of` joins them. Empty, and the sheet
    asks for it."""

    def __init__(self, sheet: SheetName, of: str = "") -> None:
        super().__init__()
        self.sheet: SheetName = sheet
        self.of = of
