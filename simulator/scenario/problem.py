"""One mistake of an author: its place, code and sentence. What finds it lives elsewhere."""

from typing import Final, NamedTuple


class Problem(NamedTuple):
    """A mistake at a place; problems sort by file, line and column, both counted from 1."""

    path: str
    line: int
    column: int
    code: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.sentence}"


READING_CODES: Final = {
    "Y01": "the file is too large",
    "Y02": "the file is not UTF-8",
    "Y03": "the file is UTF-16 or UTF-32",
    "Y04": "the file holds a zero byte",
    "Y05": "a control character, or one that cannot be seen",
    "Y06": "too many accents on one letter",
    "Y07": "the file is empty",
    "Y08": "the file is not made of 'key: value' lines",
    "Y09": "more than one document in a file",
    "Y10": "wrong indentation",
    "Y11": "a tab where spaces are wanted",
    "Y12": "a missing colon",
    "Y13": "a quotation mark that is never closed",
    "Y14": "a bracket or a comma missing, or one too many",
    "Y15": "a colon where none can stand",
    "Y16": "text after the end of a value",
    "Y17": "an escape that YAML does not know",
    "Y18": "a character that no value begins with",
    "Y19": "another mistake in the YAML",
    "Y20": "a key that stands twice",
    "Y21": "a key that is not a word",
    "Y22": "a merge key",
    "Y23": "a tag",
    "Y24": "a number that is not finite",
    "Y25": "a number with too many digits",
    "Y30": "nested too deeply",
    "Y31": "too many values",
    "Y32": "too many aliases",
    "Y33": "an alias of nothing",
    "Y34": "an alias of what it stands in",
    "Y35": "too many problems",
}
"""What the codes of reading mean, in a few words each."""
