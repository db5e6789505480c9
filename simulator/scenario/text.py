"""The door for files of text: bytes to characters that are safe to show, in NFC, or what is wrong.

Every file of a scenario comes through here, YAML or not.
"""

from codecs import BOM_UTF8
from itertools import islice
from typing import Final, NamedTuple

from simulator.scenario.characters import UNSHOWABLE, Crowded, composed, shown, unshowable
from simulator.scenario.limits import USUAL, Limits
from simulator.scenario.problem import Problem
from simulator.scenario.source import Source

_WIDE_ENCODINGS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_COMMON: Final = b"\t\n\r" + bytes(range(0x20, 0x7F))


class Decoded(NamedTuple):
    """`text` is None when there is nothing that could be read on."""

    text: str | None
    problems: list[Problem]


def decode(raw: bytes, path: str, limits: Limits = USUAL) -> Decoded:
    """The text of a file with plain line breaks, and its problems in the author's lines.

    In the text, a sign stands for every character that can't be shown.
    """
    if len(raw) > limits.size:
        sentence = f"the file has more than the {limits.size:,} bytes that are read; split it"
        return Decoded(None, [Problem(path, 1, 1, "Y01", sentence)])
    if raw.startswith(_WIDE_ENCODINGS):
        sentence = "the file is saved as UTF-16 or UTF-32; save it as UTF-8"
        return Decoded(None, [Problem(path, 1, 1, "Y03", sentence)])
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = _plain_breaks(raw.decode())
    except UnicodeDecodeError as error:
        before = Source(path, _plain_breaks(raw[: error.start].decode()))
        sentence = f"the byte {raw[error.start]:#04x} is not UTF-8; save the file as UTF-8"
        return Decoded(None, [before.problem(len(before.text), "Y02", sentence)])
    try:
        text = composed(text)
    except Crowded as crowded:
        problem = Source(path, text).problem(crowded.index, "Y06", crowded.sentence)
        return Decoded(None, [problem])
    uncommon = raw.translate(None, _COMMON).decode()  # far shorter, so searched far faster
    if UNSHOWABLE.search(uncommon):
        return _made_visible(Source(path, text), limits)
    return Decoded(text, [])


def _plain_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _made_visible(source: Source, limits: Limits) -> Decoded:
    zero = source.text.find("\0")
    if zero >= 0:
        sentence = "a zero byte stands here, so this is no text; save the file as UTF-8"
        return Decoded(None, [source.problem(zero, "Y04", sentence)])
    problems = [
        source.problem(found.start(), "Y05", unshowable(found[0]))
        for found in islice(UNSHOWABLE.finditer(source.text), limits.problems)
    ]
    return Decoded(shown(source.text) if len(problems) < limits.problems else None, problems)
