"""libyaml's errors in words that an author understands. Nothing is read here."""

import re
import unicodedata
from typing import Final, NamedTuple

import yaml

from simulator.scenario.problem import Problem
from simulator.scenario.source import Source

TAGGED: Final = "tags are not used; delete this one, or put a text with '!' in quotation marks"


_CLOSE_COLON: Final = re.compile(r"[\w-]+:(?!/)")
_KEY: Final = re.compile(r":( |$)")
_AFTER_NO_COLON: Final = (
    "mapping values", "expected <document start>", "expected '-' indicator", "expected key",
)  # fmt: skip
"""What libyaml says of a line when the one above has no colon."""

_FEW_LINES: Final = 20
"""How far above a line is looked for the one that it continues."""

_ODD_SPACE: Final = "\u00a0\u2000-\u200a\u202f\u3000"
_LOOKALIKE: Final = re.compile(
    rf"[ -]*([\u2013\u2014\u2022\u2212{_ODD_SPACE}])"  # where a dash or a space should be
    rf"|[ \w-]*(\uff1a)|[^:]*:([{_ODD_SPACE}])|[^:]*: ([\u2018\u201c-\u201e\xab])"
)


class _Rule(NamedTuple):
    """What to say when libyaml's message, with our note on where it stands, holds `words`.

    `{line}`, `{column}` and `{opening}` are where the part begins that libyaml could not finish,
    and with which character; `at_opening` puts the problem there.
    """

    words: str
    code: str
    sentence: str
    at_opening: bool = False


_RULES: Final = (
    _Rule(
        "expected ': '",
        "Y12",
        "a space is missing after the colon",
        at_opening=True,
    ),
    _Rule(
        "expected ':'",
        "Y12",
        "this line has no colon; write 'key: value', or '- ' before an item of a list",
        at_opening=True,
    ),
    _Rule(
        "quoted scalar: found unexpected",
        "Y13",
        "the quotation mark that opens here is never closed",
        at_opening=True,
    ),
    _Rule(
        "never closed", "Y14", "the '{opening}' that opens here is never closed", at_opening=True
    ),
    _Rule(
        "expected ',' or ']'",
        "Y14",
        "a ',' or ']' is missing in the list that opens at line {line}, column {column}",
    ),
    _Rule(
        "expected ',' or '}' after a colon at another",
        "Y14",
        "a ',' is missing before this, or the quotation marks around a text that holds ': '",
    ),
    _Rule(
        "expected ',' or '}'",
        "Y14",
        "a ',' or '}}' is missing in the mapping that opens at line {line}, column {column}",
    ),
    _Rule("open at the end", "Y14", "the file ends here, and a bracket above is still open"),
    _Rule("expected node content", "Y14", "a value is wanted here, not '{character}'"),
    _Rule(
        "mapping values are not allowed in this context after a colon",
        "Y15",
        "this is the second colon in one line; put a text that holds ': ' in quotation marks",
    ),
    _Rule(
        "mapping values are not allowed",
        "Y15",
        "no key can stand here; check the indentation, and that the line above has its ': '",
    ),
    _Rule(
        "expected key after",
        "Y16",
        "the value has ended before this; put all of it in quotation marks, or delete the rest",
    ),
    _Rule(
        "expected '-' indicator after",
        "Y16",
        "the item has ended before this; put all of it in quotation marks, or delete the rest",
    ),
    _Rule("expected key at a colon", "Y21", "a word is missing before the colon"),
    _Rule(
        "expected key",
        "Y10",
        "this line does not line up with its block, which begins at line {line}, column {column}",
    ),
    _Rule(
        "expected '-' indicator",
        "Y10",
        "the list that begins at line {line}, column {column} wants another '- ' here; "
        "check the indentation",
    ),
    _Rule(
        "block sequence entries",
        "Y10",
        "a list cannot begin here; put its first '- ' on a line of its own below the key",
    ),
    _Rule("tab character", "Y11", "a tab stands here; indent with spaces"),
    _Rule("start any token at a tab", "Y11", "a tab stands here; indent with spaces"),
    _Rule(
        "start any token",
        "Y18",
        "no value begins with '{character}'; put the text in quotation marks",
    ),
    _Rule(
        "alphabetic or numeric character",
        "Y18",
        "a text that begins with '&' or '*' needs quotation marks",
    ),
    _Rule("mapping keys", "Y18", "a text that begins with '? ' needs quotation marks"),
    _Rule(
        "invalid Unicode character",
        "Y17",
        "this escape is no whole character; write the character itself",
    ),
    _Rule(
        "quoted scalar:",
        "Y17",
        "YAML does not know this escape; write '\\\\' for a backslash, or use single quotes",
    ),
    _Rule("directive", "Y19", "a line that begins with '%' is a YAML directive; delete it"),
    _Rule("incompatible", "Y19", "this is not YAML 1.2; delete the line that begins with '%YAML'"),
    _Rule(" tag", "Y23", TAGGED),
    _Rule("block scalar:", "Y16", "after '|' or '>' the text begins on the next line"),
    _Rule(
        "expected <document start>",
        "Y16",
        "the content of the file has ended before this; check brackets and indentation",
    ),
)


def explain(error: yaml.YAMLError, source: Source, last: int = 0) -> Problem:
    """The one problem that stopped libyaml in this text, after what begins at `last`."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        said = " ".join(str(error).split())
        return source.problem(0, "Y19", f"YAML cannot read this file: {said}")
    index = error.problem_mark.index
    if late := _closed_late(source, last, index):
        sentence = f"the quotation mark that opens here is closed only in line {late}"
        return source.problem(last, "Y13", sentence)
    opening = error.context_mark.index if error.context_mark else index
    message = f"{error.context}: {error.problem}{_note(source.text, index)}"
    message, opening = _seen_in_lines(source, message, opening, index)
    for words, code, sentence, at_opening in _RULES:
        if words in message:
            line, column = source.mark(opening)
            character = source.text[index : index + 1]
            first = source.text[opening : opening + 1]
            said = sentence.format(line=line, column=column, character=character, opening=first)
            index = opening if at_opening else index
            return source.problem(index, code, said + _lookalike(source, index))
    return source.problem(index, "Y19", f"YAML cannot read on here: {error.problem}")


def _closed_late(source: Source, last: int, index: int) -> int:
    """The line in which a text in quotation marks ends, if it is not its first but this one."""
    quote = source.text[last : last + 1]
    if quote not in ("'", '"'):
        return 0
    line = source.mark(source.text.find(quote, last + 1)).line
    return line if source.mark(last).line < line == source.mark(index).line else 0


def _seen_in_lines(source: Source, message: str, opening: int, index: int) -> tuple[str, int]:
    """The message and the opening, or better ones, where the lines tell of an earlier mistake."""
    if "expected ',' or" in message and _left_behind(source, opening, index):
        return "never closed", opening
    if "node content" in message and not source.text[index:].strip():
        return "open at the end", opening
    late = any(words in message for words in _AFTER_NO_COLON)
    if late and (begin := _without_colon(source, index)) is not None:
        message, opening = "expected ':'", begin
    if _CLOSE_COLON.match(source.text, opening):
        message = message.replace("expected ':'", "expected ': '")
    return message, opening


def _left_behind(source: Source, opening: int, index: int) -> bool:
    """Whether a line above holds the bracket that opens, and this one stands no deeper than it."""
    line, here = source.mark(opening).line, source.mark(index).line
    return line < here and _depth(source.line(here)) <= _depth(source.line(line))


def _without_colon(source: Source, index: int) -> int | None:
    """Where the line above a key begins, if it should be the key above and has no colon."""
    here = source.mark(index).line
    above = [
        (number, text)
        for number in range(max(1, here - _FEW_LINES), here)
        if (text := source.line(number).partition(" #")[0].rstrip()).lstrip(" ")[:1]
        not in ("", "#")
    ]
    if not above or _KEY.search(above[-1][1]) or not _KEY.search(source.line(here)):
        return None
    number, text = above[-1]
    begin = len(text) - len(text.lstrip(" -"))
    heads_block = "-" in text[:begin] or len(above) == 1 or above[-2][1].endswith(":")
    if begin != _depth(source.line(here)) or not heads_block:
        return None
    return source.start(number) + begin


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _lookalike(source: Source, index: int) -> str:
    """A sign near a mistake that looks like one of YAML's and is none."""
    line = source.mark(index).line
    for number in (line, line - 1):
        found = _LOOKALIKE.match(source.line(number)) if number else None
        if found and (sign := found[found.lastindex or 0]):
            return f"; the {unicodedata.name(sign).lower()} in line {number} is no sign of YAML's"
    return ""


def _note(text: str, index: int) -> str:
    """What stands around the place that libyaml complains of."""
    before = text[text.rfind("\n", 0, index) + 1 : index]
    match text[index : index + 1], before.strip():
        case "\t", _:
            return " at a tab"
        case ":", "":
            return " at a colon"
        case _, "":
            return ""
        case character, _:
            again = " at another" if character == ":" else ""
            return f" after a colon{again}" if ": " in before else " after text"
