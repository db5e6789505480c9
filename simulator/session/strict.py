"""JSON as a stranger may send it: within limits, no key twice, no number that isn't one. Pure."""

from __future__ import annotations

import json
import re
from typing import Any, Final, NoReturn

from simulator.session.limits import (
    LARGEST_NUMBER,
    MESSAGE_BYTES,
    MESSAGE_DEPTH,
    MESSAGE_NODES,
)

DIGITS: Final = len(str(LARGEST_NUMBER))
_NO_BRACKETS: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[^"\[\]{}]+', re.DOTALL)
"""Whole strings, and whatever else holds no bracket."""


class Malformed(ValueError):
    """Not the JSON of a message; the text says why, in a word."""


def parse(text: str) -> dict[str, Any]:
    """The message in this text. Raises Malformed."""
    if len(text) > MESSAGE_BYTES or len(text.encode("utf-8", "surrogatepass")) > MESSAGE_BYTES:
        raise Malformed("too long")
    if _is_deep(text):
        raise Malformed("too deep")
    try:
        value = json.loads(
            text, object_pairs_hook=_once, parse_constant=_no_number, parse_int=_small,
            parse_float=_finite,
        )  # fmt: skip
    except Malformed:
        raise
    except ValueError:
        raise Malformed("no JSON") from None
    if not isinstance(value, dict):
        raise Malformed("no object")
    if _nodes(value) > MESSAGE_NODES:
        raise Malformed("too many parts")
    return value


def _is_deep(text: str) -> bool:
    """Whether brackets go deeper than they may, as far as this is JSON at all."""
    if text.count("[") + text.count("{") <= MESSAGE_DEPTH:
        # So few can't. Most messages are a long text in few brackets, dear to take apart.
        return False
    depth = 0
    for sign in _NO_BRACKETS.sub("", text):
        depth += 1 if sign in "[{" else -1
        if depth > MESSAGE_DEPTH:
            return True
    return False


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("a key stands twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise Malformed("no number")


def _small(digits: str) -> int:
    if len(digits) > DIGITS + 1 or abs(int(digits)) > LARGEST_NUMBER:
        raise Malformed("too large a number")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits) if len(digits) < 40 else float("inf")
    if abs(number) > LARGEST_NUMBER:
        raise Malformed("too large a number")
    return number


def _nodes(value: Any) -> int:
    """Of how many parts it is. Raises Malformed for half a letter, which no text holds."""
    count, rest = 0, [value]
    while rest:
        node = rest.pop()
        count += 1
        if isinstance(node, dict):
            rest += node.values()
            _whole("".join(node))
        elif isinstance(node, list):
            rest += node
        elif isinstance(node, str):
            _whole(node)
    return count


def _whole(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Malformed("half a letter") from None
