"""A text of control's as a page, which can be copied or kept as a file."""

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.plain import plain
from tui.screens.page import Page
from tui.speech import _, mark


class TextPage(Page):
    """`name` is what its file is called, without the ending."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", mark("Copy")),
        Binding("f", "keep", mark("File")),
    ]

    def __init__(self, title: str, text: str, name: str) -> None:
        super().__init__(title, plain(text), _("Close  esc   c copies   f keeps it as a file"))
        self.text = text
        self.stem = name

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.text)
        self.notify(_("Copied."), markup=False)

    def action_keep(self) -> None:
        """Beside where the program was started; what was kept before is not written over."""
        number, path = 1, Path(f"{self.stem}.txt")
        while path.exists():
            number += 1
            path = Path(f"{self.stem}-{number}.txt")
        try:
            path.write_text(self.text, "utf-8", newline="\n")
        except OSError as error:
            said = _("It can't be kept: {why}", why=str(error.strerror))
            self.notify(said, severity="warning", markup=False)
        else:
            self.notify(_("Kept as {file}", file=str(path.resolve())), markup=False)
