#!/usr/bin/env python3
"""Writes docs/report.md from the findings, so that it says what stands in report.json."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from simulator.authoring.describing.docstrings import about, meaning
from simulator.review.exports.data import FORMAT
from simulator.review.findings import Findings

PAGE: Final = Path(__file__).with_suffix(".md")

BEGINNING: Final = """\
# What stands in report.json

This page is made by `make docs` from the findings in `simulator/review`, and a test holds it to them. `kulla report`
writes the file; `kulla report --schema` prints its JSON Schema. [Reviewing](reviewing.md) tells what it is for.

The file is a map of `format`, which is {format} and grows with every change that a reader could stumble over, and
`findings`, with what stands below. Everything in it is in one language. What the other files of a report say is in it,
but for what people wrote in `notes.md`.

- **Times** are whole seconds since STARTEX, moments of the real world milliseconds since 1970, in UTC.
- **Cites** are places in the log of the take that is told of, from 0. A page shows place 204 as 204, and where there are
  several teams that of the second as 2.204.
- What is unknown, or was never, is null.
"""

PLAIN: Final = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def page() -> str:
    """The whole document."""
    return "\n".join((BEGINNING.format(format=FORMAT), *map(_section, _kinds(Findings, {}))))


def _kinds(kind: type, known: dict[type, None]) -> Iterator[type]:
    """This kind and all that it is made of, each once, in the order in which they are met."""
    known[kind] = None
    yield kind
    for hint in get_type_hints(kind).values():
        for part in _within(hint):
            if is_dataclass(part) and isinstance(part, type) and part not in known:
                yield from _kinds(part, known)


def _within(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _within(part)


def _section(kind: type) -> str:
    hints = get_type_hints(kind)
    rows = [
        f"## {kind.__name__}\n",
        meaning(kind),
        "",
        "| field | is | means |",
        "| --- | --- | --- |",
    ]
    for field in fields(kind):
        words = about(kind, field.name).words.replace("|", "\\|")
        rows.append(f"| `{field.name}` | {_type(hints[field.name])} | {words} |")
    return "\n".join((*rows, ""))


def _type(hint: Any, several: bool = False) -> str:
    """How a JSON reader would call this type."""
    args = get_args(hint)
    if hint in PLAIN:
        return f"{PLAIN[hint]}s" if several and hint in (str, int, float) else PLAIN[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    if get_origin(hint) is Literal:
        return ", ".join(f"`{one}`" for one in args)
    if isinstance(hint, UnionType):
        some = " or ".join(_type(one) for one in args if one is not NoneType)
        return f"{some}, or null" if NoneType in args else some
    if args[-1] is Ellipsis:
        return f"list of {_type(args[0], several=True)}"
    return f"list{'s' * several} of {len(args)} ({', '.join(map(_type, args))})"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
