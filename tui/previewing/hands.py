"""The acts of the preview with their keys: footer, help and palette read this list."""

from typing import Final

from tui.acts import SCREEN, act, to_pages
from tui.speech import mark

PAGES: Final = {
    "msel": mark("MSEL"),
    "time": mark("Time"),
    "load": mark("Load"),
    "links": mark("Links"),
    "findings": mark("Findings"),
}
"""The tabs, in the order of their number keys."""

HANDS: Final = [
    act("question_mark", "help", mark("Help"), mark("Show this help"), None,
        id="preview-help", shown="?"),
    act("ctrl+r", "read", mark("Read again"), mark("Read the files again and play the runs anew"),
        SCREEN, id="preview-read"),
    act("q", "app.quit", mark("Quit"), mark("Leave"), SCREEN, id="preview-quit"),
    *to_pages(PAGES, "preview-page"),
]  # fmt: skip

PREVIEWING: Final = mark(
    "You see a scenario before anybody plays it. It is read again whenever one of its files is "
    "saved; while there are mistakes, the other pages show it as it was before. Times in rehearsal "
    "are of runs without people, in which bots do as doctrine says."
)
"""What the preview is for."""

SIGNS: Final = (
    ("●", mark("a message that comes; a number stands for so many")),
    ("▬ ━", mark("a question or report that is open; work")),
    ("▲ –", mark("too much to do; nothing to do")),
    ("✓", mark("the best option")),
    ("└ …", mark("what that leads to; it stands further up already")),
)
"""What the signs of the preview mean."""
