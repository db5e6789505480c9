"""Elements of HTML and SVG as values; whatever is not one itself is text, and escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from simulator.scenario.characters import shown

EMPTY: Final = frozenset({"br", "col", "hr", "meta", "line", "rect", "path"})
"""Elements that have nothing inside."""


class Html(str):
    """Markup that is finished. Only this package makes any."""

    __slots__ = ()


Inside = Html | str | int | Iterable["Inside"] | None


def text(words: str) -> Html:
    """Text of anybody: nothing in it is markup, and nothing in it can't be seen."""
    return Html(escape(shown(words), quote=True))


def joined(parts: Iterable[Inside]) -> Html:
    """Parts one after the other."""
    return Html("".join(_inside(part) for part in parts))


def el(name: str, /, *inside: Inside, **attributes: str | int | None) -> Html:
    """An element. Attributes that are None are left out; `class_` is written `class`, and `_`
    inside a name as `-`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in EMPTY and not inside:
        return Html(
            f"<{name}{written}>" if name in ("br", "col", "hr", "meta") else f"<{name}{written}/>"
        )
    return Html(f"<{name}{written}>{joined(inside)}</{name}>")


def table(caption: Inside, heads: Iterable[Inside], rows: Iterable[Inside], **more: str) -> Html:
    """A table in a box that scrolls sideways where there is no room."""
    head = el("thead", el("tr", (el("th", name, scope="col") for name in heads)))
    whole = el("table", el("caption", caption), head, el("tbody", rows), **more)
    return el("div", whole, class_="scroll", tabindex=0)


def listed(items: Iterable[Inside]) -> Html:
    return el("ul", (el("li", item) for item in items))


def pairs(rows: Iterable[tuple[Inside, Inside]]) -> Html:
    """Names with what they say; those that say nothing are left out."""
    return el("dl", ((el("dt", name), el("dd", said)) for name, said in rows if said))


def short(words: str, most: int) -> str:
    """So many letters at most; a sign tells that there are more."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _inside(part: Inside) -> str:
    if part is None:
        return ""
    if isinstance(part, Html):
        return part
    if isinstance(part, str | int):
        return text(str(part))
    return joined(part)
