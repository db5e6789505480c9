"""All that is to be told of one scenario: its mistakes, or else what every family finds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from simulator.authoring import attack, logic, naming, quality, trying
from simulator.authoring.checking.codes import CODES, needs_play
from simulator.authoring.checking.ignoring import sifted
from simulator.rehearsal.rehearsing import Rehearsal, rehearse
from simulator.scenario import Scenario, examine
from simulator.scenario.finding import Finding
from simulator.scenario.folder import Files
from simulator.scenario.problem import Problem
from simulator.scenario.reader import collector_resting
from simulator.scenario.sharing import KULLA

FAMILIES: Final = (naming.found, attack.found, logic.found, quality.found)

IMPOSSIBLE: Final = frozenset({"L30", "L31", "L33"})

Rehearse = Callable[[Scenario], Rehearsal]


class Checked(NamedTuple):
    """What is to be told, by file and place; no scenario where mistakes keep it from play."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    files: Files


def checked(path: Path, *, played: bool = True, by: Rehearse = rehearse) -> Checked:
    """Check a scenario and its tests; raises OSError where a YAML file can't be opened.

    Unless it is to be judged as it is written only, it is `played` as well, many times. What is
    found in a library of Kulla's is not its author's to mend, and not told.
    """
    with collector_resting():
        scenario, mistakes, files = examine(path)
        if scenario is None:
            return Checked(None, mistakes, files)
        findings = [finding for found in FAMILIES for finding in found(scenario)]
        problems = {_placed(finding, files) for finding in findings}
    if played:
        in_play = quality.found_in_play(by(scenario))
        problems |= {_placed(it, files) for it in in_play if not _explained(it, findings)}
    looked_for = {code for code in CODES if played or not needs_play(code)}
    told = sifted(sorted(problems), files.sources, looked_for)
    own = [problem for problem in told if not problem.path.startswith(KULLA)]
    own += trying.problems_in(path, scenario)
    return Checked(scenario, tuple(sorted(own)), files)


def _explained(never: Finding, findings: Iterable[Finding]) -> bool:
    """Whether that something never came is no wonder: what it waits for was found impossible."""
    return never.code == "Q40" and any(
        finding.code in IMPOSSIBLE and finding.loc[: len(never.loc)] == never.loc
        for finding in findings
    )


def _placed(finding: Finding, files: Files) -> Problem:
    path, mark = files.place(finding.loc, key=finding.key)
    return Problem(path, *mark, finding.code, finding.sentence)
