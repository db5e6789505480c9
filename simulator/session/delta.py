"""What changed between two plain values of the same shape, so that only this is sent. Pure.

A change of a map holds its changed keys; of a list of rows, how many rows to drop at its front
first, then the changed rows by their place and the new length; of anything else, the new value.
`patched(a, changes(a, b)) == b`, always.
"""

from __future__ import annotations

from typing import Any

Plain = Any


def changes(before: dict[str, Plain], after: dict[str, Plain]) -> dict[str, Plain]:
    """What has to be told to somebody who knows `before`; empty where nothing changed."""
    return {
        name: _change(before.get(name), value)
        for name, value in after.items()
        if name not in before or before[name] != value
    }


def patched(before: dict[str, Plain], told: dict[str, Plain]) -> dict[str, Plain]:
    """What `before` has become. Raises ValueError or TypeError where the change doesn't fit."""
    return {**before, **{name: _patch(before.get(name), change) for name, change in told.items()}}


def inside(name: str, view: dict[str, Plain]) -> dict[str, Plain]:
    """A view as a part of a larger one: laid out flat, so that a change of it is no larger."""
    return {f"{name}/{part}": value for part, value in view.items()}


def taken_out(name: str, view: dict[str, Plain]) -> dict[str, Plain]:
    """The view that is inside of another under this name; empty where there is none."""
    inner = f"{name}/"
    return {part.removeprefix(inner): told for part, told in view.items() if part.startswith(inner)}


def _change(before: Plain, after: Plain) -> dict[str, Plain]:
    if not (isinstance(before, list) and isinstance(after, list)):
        return {"is": after}
    rows, dropped = _rows(before, after), 0
    if after and before and before[0] != after[0] and after[0] in before:
        # Of what only the newest are told, the oldest go, and all others move up.
        ahead = before.index(after[0])
        fewer = _rows(before[ahead:], after)
        if len(fewer) < len(rows):
            rows, dropped = fewer, ahead
    if len(rows) >= len(after):
        return {"is": after}
    change = {"rows": rows, "length": len(after)}
    return {"drop": dropped, **change} if dropped else change


def _rows(before: list[Plain], after: list[Plain]) -> dict[str, Plain]:
    """Those that are not the same at their place."""
    return {
        str(place): row
        for place, row in enumerate(after)
        if place >= len(before) or before[place] != row
    }


def _patch(before: Plain, change: dict[str, Plain]) -> Plain:
    if "is" in change:
        return change["is"]
    length = change["length"]
    rows = list(before[change.get("drop", 0) :][:length])
    for place, row in sorted((int(place), row) for place, row in change["rows"].items()):
        if place < len(rows):
            rows[place] = row
        elif place == len(rows) < length:
            rows.append(row)
        else:
            raise ValueError("rows are missing")
    return rows
