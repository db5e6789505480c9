"""Any moment of a recorded session, as a share of playing it once without a session around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks import generate
from benchmarks.measure import ratio, seconds
from benchmarks.resuming import Sitting, busily, sat, sensibly
from simulator.engine.recall import Recall
from simulator.review.reading import recorded
from simulator.scenario.library import shipped

JUMPS: Final = 50
STEP: Final = 60


def main() -> None:
    with TemporaryDirectory() as where:
        real = sat(Path(where, "real"), shipped()["wiper-2022"], 500, sensibly)
        large = generate.write(Path(where, "large"), 2_000, hours=72)
        busy = sat(Path(where, "busy"), large, 10_000, busily)
        for name, sitting in (("wiper-2022, 96 h", real), ("2,000 injects, 72 h", busy)):
            _compared(name, sitting)


def _compared(name: str, sitting: Sitting) -> None:
    read = recorded(sitting.path)
    recall = Recall(read.take(next(iter(read.takes))).run)
    print(f"a recorded session looked at again: {name}, {len(recall.events):,} events")
    reading = ratio(partial(recorded, sitting.path), sitting.headless, 3)
    print(f"  reading it, as a multiple of playing it once        {reading}")
    role = sitting.staffed[0]
    looks: dict[str, Callable[[], object]] = {
        role: lambda: recall.view(role), "control": recall.panel,
    }  # fmt: skip
    for who, look in looks.items():
        last = ratio(_there_and_back(recall, look), sitting.headless, 3)
        print(f"  to its last minute from STARTEX, for {who:8}       {last}")
        found = sorted(seconds(partial(_jump, recall, at, look)) for at in _anywhere(recall))
        print(
            f"  to any moment, for {who}: {found[len(found) // 2] * 1000:.1f} ms, at most "
            f"{found[-1] * 1000:.1f} ms; a minute on: {_minute(recall, look) * 1000:.2f} ms"
        )


def _jump(recall: Recall, at: int, look: Callable[[], object]) -> None:
    recall.go_to(at)
    look()


def _there_and_back(recall: Recall, look: Callable[[], object]) -> Callable[[], None]:
    """To the beginning and to the end in turns, so that each round goes all the way."""
    ends = cycle((0, recall.until - STEP))

    def jump() -> None:
        for _ in range(2):
            recall.go_to(next(ends))
        look()

    return jump


def _anywhere(recall: Recall) -> list[int]:
    dice = Random("anywhere")
    return [dice.randrange(recall.until) for _ in range(JUMPS)]


def _minute(recall: Recall, look: Callable[[], object]) -> float:
    """The median of going on by a minute, from the middle on."""
    _jump(recall, recall.until // 2, look)
    found = sorted(seconds(partial(_jump, recall, recall.now + STEP, look)) for _ in range(JUMPS))
    return found[len(found) // 2]
