"""Good scenarios that something has happened to: a slip of the hand, a bad copy, or ill will."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Final

Files = dict[str, bytes]

HOSTILE: Final = (
    "\t", " ", "  ", "\n", "\r", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "'", '"', "\\",
    "#", "&a ", "*a", "!", "!!int ", "%", "|", ">", "---\n", "...\n", "<<: ", ".nan", ".inf",
    "1e999", "9" * 40, "-1", "0", "0s", "400d", "1e-9", "100%", "0%", "101%", "~", "null", "true",
    "yes", "[]", "{}", "[[]]", "{{a}}", "${", "${time}", "${role.watch}", "target", "all", "any",
    "not", "control",
    "\0", "\x1b[2J", "\ufeff", "\u202e", "\u00a0", "\u200b", "\u0301" * 40, "ë", "“", "–",
    "[red]", "{0}", "%s", "<b>", "../x", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00",
)  # fmt: skip
"""What means something to YAML, to the format, or to those who show what is read."""

WORD: Final = re.compile(r"[\w$%.-]+")
KEY: Final = re.compile(r"(?<=[{ ,])[a-z_]+(?=: )")
REST: Final = re.compile(r"(?<=: ).+$", re.MULTILINE)


def files_in(path: Path) -> Files:
    """What a scenario consists of, by the names of its files."""
    if path.is_file():
        return {"scenario.yaml": path.read_bytes()}
    found = sorted(file for file in path.rglob("*.*") if file.suffix in (".yaml", ".md"))
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in found}


def mutant(good: Mapping[str, bytes], seed: int) -> Files:
    """The scenario with one to four mishaps in one or several of its files."""
    dice, files = Random(f"mutant/{seed}"), dict(good)
    for _ in range(dice.choice((1, 1, 1, 2, 3, 4))):
        name = dice.choice(sorted(files))
        if dice.random() < 0.03:
            files[name] = _bytes_lost(files[name], dice)
        else:
            text = files[name].decode("utf-8", "surrogateescape")
            other = files[dice.choice(sorted(files))].decode("utf-8", "surrogateescape")
            changed = dice.choice(MISHAPS)(text, other, dice)
            files[name] = changed.encode("utf-8", "surrogateescape")
    return files


def _bytes_lost(raw: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(raw) + 1)
    wrong = dice.choice((b"\xff", b"\xc3", b"\0", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"))
    wide = raw.decode("utf-8", "replace").encode("utf-16")
    return dice.choice((raw[:at], raw[:at] + wrong + raw[at + 1 :], wide))


def _in_characters(text: str, other: str, dice: Random) -> str:
    """One character deleted, doubled, swapped with the next, or replaced."""
    at = dice.randrange(len(text) + 1)
    here, after = text[at : at + 1], text[at + 1 :]
    new = dice.choice(("", here * 2, after[:1] + here, dice.choice(HOSTILE)))
    return text[:at] + new + (after[1:] if new == after[:1] + here else after)


def _put_in(text: str, other: str, dice: Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(HOSTILE) + text[at:]


def _in_lines(text: str, other: str, dice: Random) -> str:
    """A line deleted, doubled, moved, or put further in or out."""
    lines = text.split("\n")
    at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
    match dice.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(to, lines[at])
        case 2:
            lines.insert(to, lines.pop(at))
        case 3:
            lines[at] = " " * dice.randint(1, 4) + lines[at]
        case _:
            lines[at] = lines[at][dice.randint(1, 4) :]
    return "\n".join(lines)


def _in_blocks(text: str, other: str, dice: Random) -> str:
    """Some lines deleted, moved, or taken from another file."""
    lines, source = text.split("\n"), other.split("\n")
    at, size, to = dice.randrange(len(lines)), dice.randint(2, 30), dice.randrange(len(lines))
    start = dice.randrange(len(source))
    match dice.randrange(3):
        case 0:
            del lines[at : at + size]
        case 1:
            lines[to:to] = lines[at : at + size]
        case _:
            lines[to:to] = source[start : start + size]
    return "\n".join(lines)


def _cut(text: str, other: str, dice: Random) -> str:
    """The file ends early, and goes on as another or not at all."""
    at, on = dice.randrange(len(text) + 1), dice.randrange(len(other) + 1)
    return text[:at] + (other[on:] if dice.random() < 0.5 else "")


def _of(form: re.Pattern[str]) -> Callable[[str, str, Random], str]:
    """One that fits the form replaced by another one of the files, or by what is hostile."""

    def changed(text: str, other: str, dice: Random) -> str:
        found, others = list(form.finditer(text)), form.findall(other)
        if not found:
            return text
        one = dice.choice(found)
        new = dice.choice(others) if others and dice.random() < 0.6 else dice.choice(HOSTILE)
        return text[: one.start()] + new + text[one.end() :]

    return changed


MISHAPS: Final = (
    _in_characters, _put_in, _in_lines, _in_lines, _in_blocks, _cut,
    _of(WORD), _of(WORD), _of(WORD), _of(KEY), _of(KEY), _of(REST), _of(REST),
)  # fmt: skip
