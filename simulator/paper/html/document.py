"""A whole page, from its head on."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.paper.html.markup import Html, Inside, el
from simulator.paper.html.style import policy


def document(title: str, language: str, sheet: str, body: Inside) -> str:
    """The page with this sheet of styles, in which nothing may stand that somebody else wrote."""
    head = el("head", _head(title, sheet))
    return "".join(
        ("<!doctype html>\n", el("html", head, "\n", el("body", body), lang=language), "\n")
    )


def _head(title: str, sheet: str) -> Iterator[Html]:
    yield el("meta", charset="utf-8")
    content = policy(sheet)
    yield Html(f'<meta http-equiv="Content-Security-Policy" content="{content}">')
    yield el("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield el("meta", name="referrer", content="no-referrer")
    yield el("title", title)
    yield Html(f"<style>{sheet}</style>")
