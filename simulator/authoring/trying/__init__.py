"""A scenario's own tests, written in YAML beside it: what people do there, and what must follow.

Nothing is imported with this package, for pytest loads its plugin wherever Kulla is installed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.authoring.trying.places import files_of, unread_of

if TYPE_CHECKING:
    from simulator.scenario import Scenario
    from simulator.scenario.problem import Problem

CODES: Final = {
    "S01": "a command of a test that can't be read",
    "S02": "a deed of a test that has no moment",
    "S03": "seeds that are neither a number of them nor a list",
    "S04": "a role that can't do what a test lets it do",
    "S05": "an expectation of a test that expects nothing",
    "S06": "two tests of one name",
    "S07": "a level of difficulty or a side that the scenario does not have",
}
"""What the codes of tests mean, in a few words each, besides those of the format itself."""


def problems_in(path: Path, scenario: Scenario) -> list[Problem]:
    """Everything that is wrong in the tests of the scenario at `path`, its folder or its file."""
    if not files_of(path) and not unread_of(path):
        return []
    from simulator.authoring.trying.reading import stories_of, unread  # noqa: PLC0415 see above

    read = [problem for file in stories_of(path, scenario) for problem in file.problems]
    return [*read, *unread(path)]
