"""libyaml's errors in words that an author understands. Nothing is read here."""

from typing import Final, NamedTuple

import yaml

from simulator.scenario.problem import Problem
from simulator.scenario.source import Source

TAGGED: Final = "tags are not used; delete this one, or put a text with '!' in quotation marks"


class _Rule(NamedTuple):
    """What to say when libyaml's message, with our note on where it stands, holds `words`.

    `{line}` and `{column}` are where the part begins that libyaml could not finish; `at_opening`
    puts the problem there.
    """

    words: str
    code: str
    sentence: str
    at_opening: bool = False


_RULES: Final = (
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
        "expected ',' or ']'",
        "Y14",
        "a ',' or ']' is missing in the list that opens at line {line}, column {column}",
    ),
    _Rule(
        "expected ',' or '}'",
        "Y14",
        "a ',' or '}}' is missing in the mapping that opens at line {line}, column {column}",
    ),
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


def explain(error: yaml.YAMLError, source: Source) -> Problem:
    """The one problem that stopped libyaml in this text."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        said = " ".join(str(error).split())
        return source.problem(0, "Y19", f"YAML cannot read this file: {said}")
    index = error.problem_mark.index
    message = f"{error.context}: {error.problem}{_note(source.text, index)}"
    opening = error.context_mark.index if error.context_mark else index
    for words, code, sentence, at_opening in _RULES:
        if words in message:
            line, column = source.mark(opening)
            character = source.text[index : index + 1]
            said = sentence.format(line=line, column=column, character=character)
            return source.problem(opening if at_opening else index, code, said)
    return source.problem(index, "Y19", f"YAML cannot read on here: {error.problem}")


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
        case _:
            return " after a colon" if ": " in before else " after text"
