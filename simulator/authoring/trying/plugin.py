"""Lets pytest play the tests of scenarios as tests of its own. What plays them is imported late.

pytest loads this in every project of an environment that has Kulla in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from simulator.authoring.trying.places import MAIN, scenario_of

if TYPE_CHECKING:
    from simulator.authoring.trying.reading import Told
    from simulator.scenario import Scenario

MOST: Final = 5_000_000
"""Bytes of a file in which the format may be named; no scenario has more."""


class Failed(Exception):
    """A test failed, or can't be played; the text says all of it."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the tests that stand in `tests` beside a scenario.yaml, or in NAME.tests.yaml."""
    path = scenario_of(file_path)
    if path is None or not _is_ours(path / MAIN if path.is_dir() else path):
        return None
    return ScenarioTests.from_parent(parent, path=file_path)


@cache
def _is_ours(file: Path) -> bool:
    """Whether it names the format, as every scenario does; other tools have such files, too."""
    try:
        with file.open("rb") as opened:
            return b"kulla" in opened.read(MOST)
    except OSError:
        return False


@cache
def _loaded(path: Path) -> Scenario:
    """Read once for all its files of tests."""
    from simulator.scenario import load  # noqa: PLC0415

    return load(path)


class ScenarioTests(pytest.File):
    """One file of tests."""

    def collect(self) -> Iterator[pytest.Item]:
        from simulator.authoring.trying.reading import StoryFile  # noqa: PLC0415
        from simulator.scenario import BadScenario  # noqa: PLC0415

        path = scenario_of(self.path)
        assert path is not None
        try:
            scenario = _loaded(path)
            file = StoryFile(self.path, scenario)
        except BadScenario as bad:
            raise self.CollectError(f"the scenario can't be played:\n{bad}") from bad
        except OSError as error:
            raise self.CollectError(f"{error.filename} can't be read: {error.strerror}") from error
        if file.problems:
            raise self.CollectError("\n".join(map(str, file.problems)))
        for told in file.told:
            yield ScenarioTest.from_parent(
                self, name=told.story.test, told=told, scenario=scenario
            )  # fmt: skip


class ScenarioTest(pytest.Item):
    """One test, with all its runs."""

    def __init__(self, *, told: Told, scenario: Scenario, **given: Any) -> None:
        super().__init__(**given)
        self.told = told
        self.scenario = scenario

    def runtest(self) -> None:
        from simulator.authoring.trying.results import played  # noqa: PLC0415
        from simulator.authoring.trying.telling import failed  # noqa: PLC0415
        from simulator.engine.errors import Refused  # noqa: PLC0415

        try:
            result = played(self.told, self.scenario)
        except Refused as refused:
            place = self.told.place()
            raise Failed(f"{place.path}:{place.line}: {refused.sentence}") from refused
        if result.misses:
            raise Failed("\n".join(failed(result)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The same text as `kulla test` tells."""
        if isinstance(excinfo.value, Failed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Lines count from 0 here."""
        return self.path, self.told.place().line - 1, self.name
