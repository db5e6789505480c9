"""Control's panel: what it takes with 2,000 injects, as a multiple of what it takes with ten."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks import generate
from benchmarks.measure import Ratio, ratio
from simulator.cli.scenario import playable
from simulator.engine.exercise import Exercise
from simulator.scenario.scenario import Scenario

MANY: Final = 2_000
FEW: Final = 10
SECONDS: Final = 60
"""So many panels of one second each."""


def main() -> None:
    with TemporaryDirectory() as folder:
        many, few = (_written(Path(folder, str(size)), size) for size in (MANY, FEW))
        print(f"{SECONDS} panels of control, a second apart, with {MANY} injects against {FEW}")
        print(f"  {_ticking(many, few)}")
        print(f"a first panel as a multiple of playing the three days of {MANY} injects")
        print(f"  {ratio(partial(_first, many), partial(_played, many))}")


def _written(path: Path, size: int) -> Scenario:
    generate.write(path, size, hours=72)
    return playable(path)


def _ticking(many: Scenario, few: Scenario) -> Ratio:
    return ratio(_tick(many), _tick(few))


def _tick(scenario: Scenario) -> Callable[[], None]:
    """A minute of panels of a run that goes on."""
    run, clock = Exercise(scenario), count(36 * 3600)

    def minute() -> None:
        for _ in range(SECONDS):
            run.advance(next(clock))
            run.panel()

    return minute


def _first(scenario: Scenario) -> None:
    run = Exercise(scenario)
    run.panel()


def _played(scenario: Scenario) -> None:
    Exercise(scenario).advance(scenario.length)


if __name__ == "__main__":
    main()
