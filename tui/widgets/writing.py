"""A few lines of writing, with tab going on to the next field."""

from textual.widgets import TextArea


class Writing(TextArea):
    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(
            text, id=id, compact=True, show_line_numbers=False, tab_behavior="focus", soft_wrap=True
        )

    def on_mount(self) -> None:
        """What was written before is gone on with."""
        self.move_cursor(self.document.end)
