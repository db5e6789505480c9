"""A few screens as they are read, kept as text; `pytest --update-golden` draws them anew."""

from pathlib import Path

import pytest

from tests.tui.desk import seated

PICTURES = Path(__file__).parent / "pictures"


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("message", (80, 24), ["down", "down", "enter"]),
        ("decision", (120, 35), ["d", "2"]),
        ("situation", (160, 45), ["u", "3"]),
    ],
)
async def test_a_screen_looks_as_it_did(
    name: str, size: tuple[int, int], keys: list[str], pytestconfig: pytest.Config
):
    async with seated(size=size) as player:
        await player.press(*keys)
        picture = player.sees() + "\n"
    kept = PICTURES / f"{name}.txt"
    if pytestconfig.getoption("--update-golden"):
        kept.write_text(picture, "utf-8", newline="\n")
    assert picture == kept.read_text("utf-8")
