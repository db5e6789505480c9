"""What an unquoted word of YAML means: nothing, yes or no, a number, or else itself.

These are the scalars of YAML 1.2. Times, dates, octal and grouped numbers stay words.
"""

import math
import re
from typing import Final

NUMBER_STARTS: Final = frozenset("+-.0123456789")
WORDS: Final = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

_MOST_DIGITS: Final = 18
_LONGEST: Final = 40
_WHOLE: Final = r"[-+]?(?:0|[1-9][0-9]*)"
_INTEGER: Final = re.compile(_WHOLE)
_NUMBER: Final = re.compile(rf"(?:{_WHOLE}(?:\.[0-9]*)?|[-+]?\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class Unusable(ValueError):
    """A number that no scenario can use: a code and a sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code, sentence)
        self.code = code
        self.sentence = sentence


def number(word: str) -> int | float | str:
    """The number that `word` is, or the word itself; raises Unusable."""
    if not _NUMBER.fullmatch(word):
        if _NOT_FINITE.fullmatch(word):
            raise Unusable("Y24", f"{word} is no number that can be counted with; give a figure")
        return word
    if _INTEGER.fullmatch(word):
        if len(word.lstrip("+-")) > _MOST_DIGITS:
            raise Unusable(
                "Y25",
                f"a whole number has at most {_MOST_DIGITS} digits; a name needs quotation marks",
            )
        return int(word)
    if len(word) > _LONGEST:
        raise Unusable("Y25", f"a number is written in at most {_LONGEST} characters")
    value = float(word)
    if math.isinf(value):
        raise Unusable("Y24", f"{word} is too large a number to be counted with")
    return value
