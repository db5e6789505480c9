"""`make bench`: all ratios, each to a limit measured in the same run."""

from __future__ import annotations

import tracemalloc
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    checking,
    engine,
    generate,
    overseeing,
    replaying,
    reviewing,
    scoring,
    sessions,
    terminal,
)
from benchmarks.measure import ratio
from simulator.cli.scenario import playable
from simulator.scenario import examine
from simulator.scenario.library import shipped
from simulator.scenario.reader import read
from simulator.scenario.scenario import Scenario

SIZES = (200, 2_000, 20_000)
MIDDLE = 2_000


def main() -> None:
    with TemporaryDirectory() as folder:
        paths = {size: Path(folder, f"large-{size}") for size in SIZES}
        for size, path in paths.items():
            generate.write(path, size, hours=72 if size <= MIDDLE else 240)
        _reading(paths)
        checking.main(paths)
        _playing({path.name: playable(path) for path in paths.values()})
        _memory(playable(paths[MIDDLE]))
    overseeing.main()
    scoring.main()
    sessions.main()
    replaying.main()
    reviewing.main()
    terminal.main()


def _reading(paths: dict[int, Path]) -> None:
    print("reading and validating, as a multiple of libyaml's parse events alone (within 3.0)")
    for size, path in paths.items():
        raw = [file.read_bytes() for file in sorted(path.rglob("*.yaml"))]
        rounds = 7 if size <= MIDDLE else 3
        whole = ratio(partial(examine, path), partial(checking.parsed, raw), rounds)
        alone = ratio(partial(_read, raw), partial(checking.parsed, raw), rounds)
        print(f"  {size:6} injects, {sum(map(len, raw)) / 1e6:4.1f} MB  {whole}")
        print(f"         of which the reader alone  {alone}")


def _read(files: list[bytes]) -> None:
    for raw in files:
        read(raw, "large.yaml")


def _playing(generated: dict[str, Scenario]) -> None:
    print("playing a run: bare SimPy's time for the same work as a share of ours (0.3, aim 0.5)")
    print("  strict: the timeouts, processes and requests that ours asks for")
    print("  textbook: the same with a process for each thing that waits, as plain SimPy has it")
    real = {name: playable(path) for name, path in shipped().items()}
    for name, scenario in (real | generated).items():
        n = engine.needs(scenario)
        rounds = 3 if n.events > 20_000 else 9
        ours = partial(engine.play, scenario)
        strict = ratio(partial(engine.bare, n.timeouts, n.processes, n.requests), ours, rounds)
        textbook = ratio(
            partial(engine.bare, n.timeouts, n.processes + n.waits, n.requests), ours, rounds
        )
        print(f"  {name}: {n.events} events, {n.events / strict.limit:,.0f} a second; {n}")
        print(f"      strict   {strict}")
        print(f"      textbook {textbook}")


def _memory(scenario: Scenario) -> None:
    tracemalloc.start()
    exercise = engine.play(scenario)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(
        f"memory of a finished run of 2,000 injects: {kept / 1e6:.1f} MB kept, {peak / 1e6:.1f} MB "
        f"at most, {kept / len(exercise.log):.0f} bytes an event"
    )


if __name__ == "__main__":
    main()
