"""What changed between two plain values of the same shape, so that only this is sent. Pure.

A change of a map holds its changed keys; of a list of rows, the changed rows by their place and
the new length; of anything else, the new value. `patched(a, changes(a, b)) == b`, always.
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


def _change(before: Plain, after: Plain) -> dict[str, Plain]:
    if not (isinstance(before, list) and isinstance(after, list)):
        return {"is": after}
    rows = {
        str(place): row
        for place, row in enumerate(after)
        if place >= len(before) or before[place] != row
    }
    if len(rows) >= len(after):
        return {"is": after}
    return {"rows": rows, "length": len(after)}


def _patch(before: Plain, change: dict[str, Plain]) -> Plain:
    if "is" in change:
        return change["is"]
    length = change["length"]
    rows = list(before[:length])
    for place, row in sorted((int(place), row) for place, row in change["rows"].items()):
        if place < len(rows):
            rows[place] = row
        elif place == len(rows) < length:
            rows.append(row)
        else:
            raise ValueError("rows are missing")
    return rows
