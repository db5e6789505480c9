"""From a path to a Scenario, or to every problem that keeps it from being one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from simulator.scenario.checks import found_by_checks
from simulator.scenario.folder import Files
from simulator.scenario.mending import MAPS, STAND_INS, without
from simulator.scenario.mistakes import problems_of
from simulator.scenario.problem import Problem
from simulator.scenario.reader import collector_resting
from simulator.scenario.scenario import Scenario


class BadScenario(Exception):
    """A scenario that can't be played, with everything that is wrong with it, in file order."""

    def __init__(self, path: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(path, problems)
        self.path = path
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class Examined(NamedTuple):
    """What became of the files: a scenario, or problems; `files` say where each part stands."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    files: Files


def load(path: Path) -> Scenario:
    """The scenario in this folder or file. Raises BadScenario; OSError where it can't be opened."""
    examined = examine(path)
    if examined.scenario is None:
        raise BadScenario(str(path), examined.problems)
    return examined.scenario


def examine(path: Path) -> Examined:
    """Read and validate everything; raises OSError where a YAML file can't be opened."""
    with collector_resting():
        return _examined(Files(path))


def _examined(files: Files) -> Examined:
    scenario = _validated(files)
    problems = tuple(sorted(set(files.problems)))
    return Examined(None if problems else scenario, problems, files)


def _validated(files: Files) -> Scenario:
    """The scenario, or what of it is right; adds what is wrong to the problems of the files.

    Where parts are wrong, the rest is checked without them. Where a whole file is missing, only
    the parts by themselves can be judged.
    """
    tree = files.tree if files.whole else STAND_INS | files.tree
    names = names_in(tree) if files.whole else None
    if "digest" in tree:
        files.report(("digest",), "F01", "unknown key 'digest'", key=True)
    tree = {**tree, "digest": files.digest}
    right = left_out = None
    try:
        scenario = Scenario.model_validate(tree, context=names)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
        files.problems += problems_of(wrong, files)
        right = without(tree, [detail["loc"] for detail in wrong])
        scenario = Scenario.model_validate(right, context=names)
        left_out = ids_in(tree) - ids_in(right)
    if files.whole:
        for loc, code, sentence, key in found_by_checks(scenario, left_out):
            files.report(loc, code, sentence, key=key, tree=right)
    return scenario


def names_in(tree: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Every id that the tree gives, by kind, whatever else is wrong with it."""
    names = {kind: _keys(tree.get(key)) for kind, key in MAPS.items()}
    seats = _values(tree.get("roles"))
    names["team"] = frozenset().union(*(_keys(seat.get("teams")) for seat in seats))
    adversary = tree.get("adversary")
    steps = adversary.get("steps") if isinstance(adversary, dict) else None
    names["step"] = _words(step.get("id") for step in _values(steps))
    injects = _values(tree.get("injects"))
    names["inject"] = _words(inject.get("id") for inject in injects)
    names["decision"] = _words(
        asked.get("id", inject.get("id"))
        for inject in injects
        if isinstance(asked := inject.get("decision"), dict)
    )
    return names


def ids_in(tree: dict[str, Any]) -> frozenset[str]:
    """Every id and every name that texts may use, of whatever kind."""
    adversary = frozenset({"adversary"} & tree.keys())
    return adversary.union(_keys(tree.get("names")), *names_in(tree).values())


def _keys(value: Any) -> frozenset[str]:
    return frozenset(value) if isinstance(value, dict) else frozenset()


def _words(values: Iterable[Any]) -> frozenset[str]:
    return frozenset(value for value in values if isinstance(value, str))


def _values(value: Any) -> list[dict[str, Any]]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [item for item in inner if isinstance(item, dict)]
