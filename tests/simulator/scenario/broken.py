"""Reads the corpus of broken scenarios: a good one, and in each case what is changed in it.

    # a key without its colon
    - title: A small town
    + title A small town
    = 3:1 Y12 no colon

A case begins with its name. Lines with `-` are taken out of the good scenario and those with `+`
put in their place; `+` alone adds to the end of the file, and `|` writes a whole file. `>` names
another file of the scenario, to which what follows belongs. `=` is one line for each problem
that the checker tells, in its order and leaving none out: place, code, and words that stand in the
sentence. `{U+00A0}` stands for a character that can't be seen here, `{0xFF}` for a byte.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from simulator.scenario import examine
from simulator.scenario.library import shipped
from tests.simulator.scenario.small import put

CORPUS = Path(__file__).with_name("corpus")
MAIN = "scenario.yaml"
UNSEEN = re.compile(r"\{(?:U\+([0-9A-F]{4,6})|0x([0-9A-F]{2}))\}")


class Case(NamedTuple):
    """`files` are the scenario with its mistake; `told` is what the checker should say."""

    name: str
    files: Mapping[str, bytes]
    told: tuple[str, ...]


def cases(family: Path) -> Iterator[Case]:
    """Those of one file. It is named after the shipped scenario that it breaks, if it is one."""
    good = _files_of(shipped()[family.stem]) if family.stem in shipped() else None
    good = good or {MAIN: (CORPUS / "harbour.yaml").read_text("utf-8")}
    _, *written = re.split(r"^# ", family.read_text("utf-8"), flags=re.MULTILINE)
    for case in written:
        name, *lines = case.rstrip("\n").split("\n")
        told = tuple(line[2:] for line in lines if line.startswith("= "))
        yield Case(name, _broken(good, lines, name), told)


def what_is_told(case: Case, folder: Path) -> tuple[str, ...]:
    """What the checker says, as the corpus would write it, with the words that it wants to see."""
    put(folder, case.files)
    told = []
    for number, problem in enumerate(examine(folder).problems):
        file = problem.path.removeprefix(f"{folder}/")
        place = f"{problem.line}:{problem.column}"
        line = f"{'' if file == MAIN else f'{file}:'}{place} {problem.code}"
        wanted = case.told[number] if number < len(case.told) else line
        words = wanted.removeprefix(line).strip()
        told.append(wanted if wanted.startswith(line) and words in problem.sentence else line)
    return tuple(told)


def write_anew(family: Path, told: Mapping[str, tuple[str, ...]]) -> None:
    """Put what is told by now into a file of the corpus, where nothing but places has moved."""
    before, *written = re.split(r"^# ", family.read_text("utf-8"), flags=re.MULTILINE)
    for number, case in enumerate(written):
        name, *lines = case.split("\n")
        said = [line for line in lines if line.startswith("= ")]
        if len(said) == len(told[name]):
            anew = {old: _moved(old, new) for old, new in zip(said, told[name], strict=True)}
            written[number] = "\n".join([name, *(anew.get(line, line) for line in lines)])
    family.write_text("# ".join([before, *written]), "utf-8")


def _moved(old: str, new: str) -> str:
    """The new place, with the words that are wanted there still."""
    mark, _, code, *words = old.split(" ", 3)
    return " ".join([mark, new.split(" ", 1)[0], code, *words])


def _files_of(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*.*") if file.name != "README.md")
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def _broken(good: Mapping[str, str], lines: list[str], name: str) -> dict[str, bytes]:
    files, file, hole = dict(good), MAIN, None
    for mark, group in groupby(lines, key=lambda line: line[:2].strip()):
        text = "".join(f"{line[2:]}\n" for line in group)
        before = files.get(file, "")
        match mark:
            case "-":
                assert f"\n{before}".count(f"\n{text}") == 1, f"{name}: {text!r} is not there once"
                hole = f"\n{before}".index(f"\n{text}")
                files[file] = before[:hole] + before[hole + len(text) :]
            case "+":
                hole = len(before) if hole is None else hole
                files[file] = before[:hole] + text + before[hole:]
                hole = None
            case "|":
                files[file] = text
            case ">":
                file, hole = text.strip(), None
            case _:
                assert mark in ("=", ""), f"{name}: {mark!r} means nothing"
    return {file: _bytes(text) for file, text in files.items()}


def _bytes(text: str) -> bytes:
    """A byte that is no character's waits among those that UTF-8 lets through unread."""

    def seen(found: re.Match[str]) -> str:
        character, byte = found.groups()
        return (
            chr(int(character, 16))
            if character
            else bytes.fromhex(byte).decode("utf-8", "surrogateescape")
        )

    return UNSEEN.sub(seen, text).encode("utf-8", "surrogateescape")
