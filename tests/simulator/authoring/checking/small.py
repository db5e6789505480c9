"""A scenario of a few lines to be checked, written where a test says."""

from pathlib import Path

from simulator.authoring.checking.pages import Example
from simulator.scenario.sharing import MAIN


def written(folder: Path, text: str = "\n", **others: str) -> Path:
    """The scenario that begins with this text; other files by their stem."""
    texts = {MAIN: text} | {f"injects/{name}.yaml": other for name, other in others.items()}
    for name, raw in Example(texts).files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)
    return folder
