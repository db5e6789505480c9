"""From a path to a Scenario, or to every problem that keeps it from being one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from simulator.scenario.checks import found_by_checks
from simulator.scenario.folder import Files
from simulator.scenario.mending import MAPS, STAND_INS, without
from simulator.scenario.mistakes import gaps, problems_of
from simulator.scenario.models import keys_of
from simulator.scenario.problem import Problem
from simulator.scenario.reader import collector_resting
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import is_id
from simulator.scenario.wording import closest

_FEW: Final = 20
_MOST: Final = 200
"""Problems of one kind, for nobody mends more in one go, and each takes time to tell."""

_SEPARATORS: Final = re.compile(r"[\s_.]+")


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
    scenario, more = _validated(files)
    problems = sorted(set(files.problems))
    if more:
        sentence = f"checking stopped after {len(problems)} problems; there may be more"
        problems.append(problems[-1]._replace(code="Y35", sentence=sentence))
    return Examined(None if problems else scenario, tuple(problems), files)


def _validated(files: Files) -> tuple[Scenario, bool]:
    """The scenario, or what of it is right; adds what is wrong to the problems of the files.

    The other answer is whether more is wrong than was told.

    Where parts are wrong, the rest is checked without them. Where a whole file is missing, only
    the parts by themselves can be judged.
    """
    tree = files.tree if files.whole else STAND_INS | files.tree
    whole = files.whole and "roles" in meant(tree)
    names = names_in(tree) if whole else None
    if "digest" in tree:
        files.report(("digest",), "F01", "unknown key 'digest'", key=True)
    tree = {**tree, "digest": files.digest}
    right = left_out = None
    wrong: list[ErrorDetails] = []
    try:
        scenario = Scenario.model_validate(tree, context=names)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
    more = len(wrong) > _MOST
    if not more and any(source.has_gaps for source in files.sources):
        wrong += gaps(tree, wrong)
    if wrong:
        told = [detail for detail in wrong[:_MOST] if not _would_be_shared(detail, tree)]
        files.problems += problems_of(told, files)
        right = without(tree, [detail["loc"] for detail in wrong])
        scenario = Scenario.model_validate(right, context=names)
        left_out = _ids_only_in(tree, right)
    if whole:
        found = islice(found_by_checks(scenario, left_out), _MOST)
        for loc, code, sentence, key in found:
            files.report(loc, code, sentence, key=key, tree=right)
        more = more or len(files.problems) >= _MOST
    return scenario, more


def _would_be_shared(detail: ErrorDetails, tree: dict[str, Any]) -> bool:
    """Whether a key is missing that a template would bring, which is itself found missing."""
    if detail["type"] != "missing" or detail["loc"][0] != "injects":
        return False
    like = detail["input"].get("like") if isinstance(detail["input"], dict) else None
    return isinstance(like, str) and like not in _keys(tree.get("templates"))


def names_in(tree: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Every id that the tree gives, by kind, whatever else is wrong with it."""
    tree = meant(tree)
    names = {kind: _ids(tree.get(key)) for kind, key in MAPS.items()}
    seats = _values(tree.get("roles"))
    names["team"] = frozenset().union(*(_ids(seat.get("teams")) for seat in seats))
    adversary = tree.get("adversary")
    steps = adversary.get("steps") if isinstance(adversary, dict) else None
    names["step"] = _ids(steps)
    contest = tree.get("contest")
    for kind, key in (("challenge", "challenges"), ("category", "categories")):
        names[kind] = _ids(contest.get(key) if isinstance(contest, dict) else None)
    injects = _values(tree.get("injects"))
    names["inject"] = _ids(tree.get("injects"))
    names["decision"] = _words(
        asked.get("id", inject.get("id"))
        for inject in injects
        if isinstance(asked := inject.get("decision"), dict)
    )
    return names


def _ids_only_in(tree: dict[str, Any], right: dict[str, Any]) -> frozenset[str]:
    """Every id and every name for texts that stands in the tree, and not in what is right of it.

    Kind by kind, for an asset may have the id of a storyline.
    """
    adversary = frozenset({"adversary"} & (tree.keys() - right.keys()))
    names = _keys(tree.get("names")) - _keys(right.get("names"))
    kept = names_in(right)
    gone = (ids - kept[kind] for kind, ids in names_in(tree).items())
    return adversary.union(names, *gone)


def meant(tree: dict[str, Any]) -> dict[str, Any]:
    """The tree with what stands under a misspelt key at the top under the right one as well."""
    known = keys_of(Scenario)
    for key in sorted(tree.keys() - known)[:_FEW]:
        right = closest(key, known)
        tree = {right: tree[key], **tree} if right else tree
    return tree


def _ids(value: Any) -> frozenset[str]:
    """The ids of a table, be it a map or a list, as they are and as they should be written."""
    items = value if isinstance(value, list) else ()
    found = _words((item.get("id") if isinstance(item, dict) else item) for item in items)
    found |= _keys(value)
    if not found:  # a list where a map should be: `- watch:` and its keys below it
        found = found.union(*map(_keys, items))
    return found | {_SEPARATORS.sub("-", word.lower()) for word in found if not is_id(word)}


def _keys(value: Any) -> frozenset[str]:
    return frozenset(value) if isinstance(value, dict) else frozenset()


def _words(values: Iterable[Any]) -> frozenset[str]:
    return frozenset(value for value in values if isinstance(value, str))


def _values(value: Any) -> list[dict[str, Any]]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [item for item in inner if isinstance(item, dict)]
