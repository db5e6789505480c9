"""`kulla check` against libyaml's parse events alone, and how soon `--watch` answers a change."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks import generate
from benchmarks.measure import ratio, seconds
from simulator.authoring.checking.check import checked
from simulator.authoring.checking.watching import PAUSE, Watched
from simulator.cli.findings import Wanted, find
from simulator.rehearsal.rehearsing import rehearse
from simulator.scenario.library import shipped

SIZES = (2_000, 20_000)
CHANGES = 9


def main(paths: Mapping[int, Path]) -> None:
    """Of generated scenarios by their number of injects, and of a change in a real one."""
    print("checking without play, as a multiple of libyaml's parse events alone (within 5.0)")
    for size in SIZES:
        raw = [file.read_bytes() for file in sorted(paths[size].rglob("*.yaml"))]
        rounds = 5 if size == SIZES[0] else 3
        found = ratio(partial(checked, paths[size], played=False), partial(parsed, raw), rounds)
        print(f"  {size:6} injects, {sum(map(len, raw)) / 1e6:4.1f} MB  {found}")
    print("watching wiper-2022: from a line that changed to all that is told without play")
    took = sorted(_answers(CHANGES))
    print(
        f"  {took[CHANGES // 2] * 1000:.0f} ms  [{took[0] * 1000:.0f} .. {took[-1] * 1000:.0f}], "
        f"and up to {PAUSE * 1000:.0f} ms until it is seen"
    )


def parsed(files: Sequence[bytes]) -> None:
    """The limit: what libyaml alone needs for these files."""
    for raw in files:
        for _ in yaml.parse(raw, Loader=yaml.CSafeLoader):
            pass


def _answers(times: int) -> list[float]:
    """Seconds for each of so many changes of one line."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "wiper-2022")
        shutil.copytree(shipped()["wiper-2022"], path)
        main, watched = path / "scenario.yaml", Watched([path])
        text = main.read_text("utf-8")
        took = []
        for change in range(1, times + 1):
            main.write_text(text.replace("pace: 64", f"pace: {64 + change}"), "utf-8")
            took.append(seconds(partial(_answer, watched, path)))
        return took


def _answer(watched: Watched, path: Path) -> None:
    assert watched.changed()
    find([str(path)], Wanted(play=False), rehearse)


def _alone() -> None:
    with TemporaryDirectory() as folder:
        paths = {size: Path(folder, f"large-{size}") for size in SIZES}
        for size, path in paths.items():
            generate.write(path, size, hours=72 if size <= SIZES[0] else 240)
        main(paths)


if __name__ == "__main__":
    _alone()
