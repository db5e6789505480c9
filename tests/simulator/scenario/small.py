"""Small scenarios in which one thing is wrong, at the place that `▸` points to."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from simulator.scenario import examine

HEAD = """\
kulla: 1
id: small
title: A small town
start: 2030-01-01T00:00:00+00:00
length: 12h
"""
ROLES = "roles: {watch: {title: Watch, teams: {it: 2}}, council: {title: Town council}}\n"
INJECT = "to: watch, channel: phone, from: Harbour, title: Smoke, text: It burns"


class Case(NamedTuple):
    """`text` is what the scenario has besides a head and roles; `…` stands for a whole inject."""

    code: str
    text: str
    sentence: str


def whole(text: str) -> str:
    roles = "" if "roles:" in text else ROLES
    return HEAD + roles + text.replace("…", INJECT)


def expected(case: Case) -> str:
    """The line that the checker should print, but for the path."""
    before = whole(case.text).partition("▸")[0]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return f"{line}:{column}: {case.code} {case.sentence}"


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a folder of these files; in their texts `…` stands for a whole inject as well."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.replace("…", INJECT).encode())
    return folder


def scenario(folder: Path, text: str = "") -> Path:
    """A folder whose first file is a small scenario with this text in it."""
    return put(folder, {"scenario.yaml": whole(text)})


def problems(folder: Path) -> list[str]:
    """What the checker says of this folder, with paths as seen from there."""
    return [str(problem).removeprefix(f"{folder}/") for problem in examine(folder).problems]


def told(text: str, folder: Path) -> list[str]:
    """What the checker says of this text as a scenario of one file, without the path."""
    path = folder / "small.yaml"
    path.write_text(text, "utf-8")
    return [str(problem).removeprefix(f"{path}:") for problem in examine(path).problems]
