"""Choosing by number where there are more than nine."""

import pytest
from textual.app import App, ComposeResult

from tui.widgets.choice import Alternative, Choice


class Board(App[None]):
    """Twenty-four things, and another to go on to."""

    def compose(self) -> ComposeResult:
        yield Choice([Alternative(str(n), f"the {n}th") for n in range(1, 25)])
        yield Choice([Alternative(str(n), f"the {n}th") for n in range(1, 4)], id="next")


@pytest.mark.parametrize(
    ("keys", "first", "second"),
    [
        (("1", "6"), "16", None),
        (("1", "enter"), "1", None),
        (("2", "9"), "9", None),  # there is no 29
        (("7",), "7", None),
        (("1", "0"), "10", None),
        (("3", "2"), "3", "2"),  # chosen at once, and on it goes
    ],
)
async def test_a_number_of_two_digits_is_one_number(keys, first: str, second: str | None):
    app = Board()
    async with app.run_test() as pilot:
        app.query(Choice).first().focus()
        await pilot.press(*keys)
        assert [it.chosen for it in app.query(Choice)] == [first, second]
