"""From a path to a Scenario, or to every problem that keeps it from being one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from simulator.scenario.checks import found_by_checks
from simulator.scenario.folder import Files
from simulator.scenario.mistakes import problems_of
from simulator.scenario.problem import Problem
from simulator.scenario.scenario import Scenario

MAPS = (
    "role", "asset", "gauge", "capability", "fact", "action", "report", "storyline",
    "module", "objective", "outcome", "source",
)  # fmt: skip
PLURALS = {"capability": "capabilities"}


class BadScenario(Exception):
    """A scenario that can't be played, with everything that is wrong with it, in file order."""

    def __init__(self, path: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(path, problems)
        self.path = path
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class Examined(NamedTuple):
    """What became of the files: a scenario, or problems."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]


def load(path: Path) -> Scenario:
    """The scenario in this folder or file. Raises BadScenario; OSError where it can't be opened."""
    examined = examine(path)
    if examined.scenario is None:
        raise BadScenario(str(path), examined.problems)
    return examined.scenario


def examine(path: Path) -> Examined:
    """Read and validate everything; raises OSError where the first file can't be opened."""
    files = Files(path)
    scenario = None
    if files.tree is not None:
        given = {**files.tree, "digest": files.digest}
        if "digest" in files.tree:
            files.report(("digest",), "F01", "unknown key 'digest'")
        try:
            scenario = Scenario.model_validate(given, context=names_in(files.tree))
        except ValidationError as error:
            files.problems += problems_of(error, files)
        else:
            for loc, code, sentence in found_by_checks(scenario):
                files.report(loc, code, sentence)
    problems = tuple(sorted(set(files.problems)))
    return Examined(None if problems else scenario, problems)


def names_in(tree: dict[str, Any]) -> dict[str, set[str]]:
    """Every id that the tree gives, by kind, whatever else is wrong with it."""
    names = {kind: _keys(tree.get(PLURALS.get(kind, f"{kind}s"))) for kind in MAPS}
    roles = tree.get("roles")
    seats = roles.values() if isinstance(roles, dict) else ()
    names["team"] = {
        t for seat in seats if isinstance(seat, dict) for t in _keys(seat.get("teams"))
    }
    adversary = tree.get("adversary")
    steps = adversary.get("steps") if isinstance(adversary, dict) else None
    names["step"] = {id_ for step in _dicts(steps) if isinstance(id_ := step.get("id"), str)}
    injects = _dicts(tree.get("injects"))
    names["inject"] = {id_ for inject in injects if isinstance(id_ := inject.get("id"), str)}
    names["decision"] = {
        name
        for inject in injects
        if isinstance(asked := inject.get("decision"), dict)
        and isinstance(name := asked.get("id", inject.get("id")), str)
    }
    return names


def _keys(value: Any) -> set[str]:
    return set(value) if isinstance(value, dict) else set()


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
