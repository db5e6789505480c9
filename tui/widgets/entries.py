"""What stands in the fields of a form, whatever kind of field they are, as text and back."""

from collections.abc import Iterator

from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input

from tui.plain import clean
from tui.widgets.choice import Choice, Several
from tui.widgets.confidence import Confidence
from tui.widgets.writing import Writing


def fields_in(form: DOMNode) -> Iterator[tuple[str, Widget]]:
    """The fields of a form, each with its id."""
    for field in form.query("Input, Writing, Choice, Several, Confidence").results(Widget):
        if field.id:
            yield field.id, field


def entry_of(field: Widget) -> str:
    """What the field holds; empty where nothing was written or chosen."""
    match field:
        case Input():
            return field.value.strip()
        case Writing():
            return field.text.strip()
        case Choice():
            return field.chosen or ""
        case Several():
            return " ".join(field.chosen)
        case Confidence():
            return str(field.place) if field.place >= 0 else ""
        case _:
            return ""


def enter(field: Widget, entry: str) -> None:
    """Put back what `entry_of` has told; a choice that is none any more stays open."""
    match field:
        case Input():
            field.value = clean(entry)
        case Writing():
            field.load_text(clean(entry))
            field.move_cursor(field.document.end)
        case Choice():
            field.choose(entry)
        case Several():
            field.choose(*entry.split())
        case Confidence() if entry.isdecimal():
            field.choose(int(entry))
        case _:
            pass
