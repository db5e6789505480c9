"""A few lines of writing, with tab going on to the next field."""

from textual.dom import DOMNode
from textual.widgets import TextArea


class Writing(TextArea):
    """`begun` is the text with which it was opened."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(
            text, id=id, compact=True, show_line_numbers=False, tab_behavior="focus", soft_wrap=True
        )
        self.begun = text

    def on_mount(self) -> None:
        """What was written before is gone on with."""
        self.move_cursor(self.document.end)


def rewritten(within: DOMNode) -> bool:
    """Whether there is writing here that was not there at first."""
    return any(one.text.strip() not in ("", one.begun.strip()) for one in within.query(Writing))
