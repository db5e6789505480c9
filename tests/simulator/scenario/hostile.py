"""Files that should take for ever, or all memory. Run by itself, it tells what they took."""

import resource
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from simulator.scenario import examine
from tests.simulator.scenario.small import HEAD, INJECT, ROLES

GOOD: Final = HEAD + ROLES
HUGE: Final = {
    "50 million letters": lambda: "a" * 50_000_000,
    "50,000 unknown keys": lambda: GOOD + "".join(f"title{n}: 1\n" for n in range(50_000)),
    "20,000 wrong parts": lambda: (
        GOOD + "assets:\n" + "".join(f"  a{n}: {{titel: x}}\n" for n in range(20_000))
    ),
    "10,000 names that are nearly right": lambda: (
        GOOD + "injects:\n"
        + "".join(f"- {{id: inject{n}, after: injekt{n}, {INJECT}}}\n" for n in range(10_000))
    ),
    "20,000 names in one text": lambda: (
        GOOD + "notes: '" + "".join(f"${{role.a{n}}} " for n in range(20_000)) + "'\n"
    ),
    "50,000 choices": lambda: (
        GOOD + "reports: {r: {title: R, by: watch, to: council, "
        + "fields: [{id: a, label: b, choices: ["
        + ",".join(f"a{n}" for n in range(50_000)) + "]}]}}\n"
    ),
    "50,000 gaps": lambda: GOOD + "injects:\n" + "-\n" * 50_000,
    "100,000 brackets in a scenario": lambda: GOOD + "notes: " + "[" * 100_000,
    "a duration of a million digits": lambda: GOOD.replace("12h", "9" * 1_000_000 + "h"),
}  # fmt: skip
"""What no author writes, each made only when its turn comes."""


def _most_memory() -> int:
    """In MB. What the system counts for a child begins with what its parent had, where it can."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """One line for each: the problems, the seconds of work, the most memory by then in MB, who."""
    with TemporaryDirectory() as folder:
        for name, text in HUGE.items():
            path = Path(folder, "huge.yaml")
            path.write_text(text(), "utf-8")
            began = time.process_time()
            problems = len(examine(path).problems)
            took = time.process_time() - began
            most = _most_memory()
            print(problems, round(took, 2), most, name)  # noqa: T201 it is what the parent reads


if __name__ == "__main__":
    main()
