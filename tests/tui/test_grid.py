"""A table that is drawn again and again without moving under the reader's eyes."""

import pytest
from rich.text import Text
from textual.app import App, ComposeResult

from tui.widgets.grid import Cells, Column, Grid, Row


class Numbers(Grid):
    COLUMNS = (
        Column("No", 4),
        Column("Name"),
        Column("Extra", 10, least=40),
        Column("Tiny", 3, most=39),
    )
    NOTHING = "No numbers."


class Page(App[None]):
    CSS = "Grid { height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; }"

    def compose(self) -> ComposeResult:
        yield Numbers()


def rows(*numbers: int, name: str = "n") -> list[Row]:
    return [
        Row(str(n), {"No": Text(str(n)), "Name": Text(f"{name}{n}"), "Extra": Text("more")})
        for n in numbers
    ]


async def test_a_changed_cell_moves_neither_cursor_nor_scroll():
    async with Page().run_test(size=(60, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        grid.show(rows(*range(50)))
        await pilot.pause()
        grid.move_cursor(row=30)
        await pilot.pause()
        top = grid.scroll_offset.y
        grid.show(rows(*range(50), name="changed "))
        await pilot.pause()
        assert (grid.current, grid.scroll_offset.y) == ("30", top)
        assert [cell.plain for cell in grid.get_row_at(30)] == ["30", "changed 30", "more"]


async def test_rows_that_come_above_leave_the_cursor_on_its_row():
    async with Page().run_test(size=(60, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        grid.show(rows(1, 2, 3))
        grid.move_cursor(row=1)
        grid.show(rows(9, 8, 1, 2, 3))
        await pilot.pause()
        assert grid.current == "2"
        assert grid.cursor_row == 3


async def test_a_row_that_goes_takes_the_cursor_to_the_top():
    async with Page().run_test(size=(60, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        grid.show(rows(1, 2, 3))
        grid.move_cursor(row=2)
        grid.show(rows(1, 2))
        await pilot.pause()
        assert grid.current == "1"


async def test_what_is_said_of_no_rows_is_not_cut_by_a_column():
    async with Page().run_test(size=(14, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        await pilot.pause()
        assert grid.render_line(1).text == " No numbers.".ljust(grid.size.width)
        grid.show(rows(1))
        await pilot.pause()
        assert "No numbers." not in grid.render_line(1).text
        grid.show([])
        await pilot.pause()
        assert "No numbers." in grid.render_line(1).text


async def test_columns_share_the_width_and_go_where_there_is_no_room():
    async with Page().run_test(size=(60, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        grid.show(rows(1))
        await pilot.pause()
        assert [column.label.plain for column in grid.ordered_columns] == ["No", "Name", "Extra"]
        assert sum(c.get_render_width(grid) for c in grid.ordered_columns) == grid.size.width
        await pilot.resize_terminal(30, 10)
        await pilot.pause()
        assert [column.label.plain for column in grid.ordered_columns] == ["No", "Name", "Tiny"]
        assert grid.current == "1"


async def test_an_empty_table_says_so_and_has_no_current_row():
    async with Page().run_test(size=(60, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        grid.show([])
        await pilot.pause()
        assert grid.current == ""
        assert "No numbers." in grid.render_line(1).text


def order(grid: Numbers) -> list[str]:
    return [row.key.value or "" for row in grid.ordered_rows]


@pytest.mark.parametrize(
    "numbers",
    [(3, 2, 1), (0, 1, 2, 3, 4), (2,), (), tuple(range(40, 60)), (60, 1, 61, 3, *range(5, 50))],
)
async def test_rows_that_come_go_and_move_end_where_they_belong(numbers: tuple[int, ...]):
    async with Page().run_test(size=(60, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        for before in (range(1, 4), range(50)):
            grid.show(rows(*before))
            await pilot.pause()
            grid.show(rows(*numbers))
            await pilot.pause()
            assert order(grid) == ([str(n) for n in numbers] or [""])
            assert [grid.get_row_at(n)[1].plain for n in range(len(numbers))] == [
                f"n{n}" for n in numbers
            ]


async def test_rows_that_come_above_do_not_move_what_is_looked_at_further_down():
    async with Page().run_test(size=(60, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        grid.show(rows(*range(100)))
        await pilot.pause()
        grid.move_cursor(row=50)
        await pilot.pause()
        place = grid.cursor_row - grid.scroll_offset.y
        grid.show(rows(*range(200, 205), *range(100)))
        await pilot.pause()
        assert grid.current == "50"
        assert grid.cursor_row - grid.scroll_offset.y == place


async def test_at_the_top_one_sees_what_comes():
    async with Page().run_test(size=(60, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        grid.show(rows(*range(100)))
        await pilot.pause()
        grid.show(rows(200, *range(100)))
        await pilot.pause()
        assert (grid.current, grid.scroll_offset.y) == ("0", 0)


async def test_who_has_not_moved_the_cursor_goes_on_seeing_what_is_new():
    async with Page().run_test(size=(60, 10)) as pilot:
        grid = pilot.app.query_one(Numbers)
        grid.focus()
        grid.show(rows(0))
        for last in range(1, 30):
            grid.show(rows(*range(last, -1, -1)))
        await pilot.pause()
        assert (grid.current, grid.scroll_offset.y) == ("0", 0)
        await pilot.press("up")
        await pilot.pause()
        grid.show(rows(*range(40, -1, -1)))
        await pilot.pause()
        assert grid.current == "1"
        assert grid.scroll_offset.y <= grid.cursor_row < grid.scroll_offset.y + 10


async def test_only_rows_in_sight_are_made():
    made = []

    class Lazy(Numbers):
        def cells_of(self, key: str) -> Cells:
            made.append(key)
            return super().cells_of(key)

    class Hall(App[None]):
        CSS = Page.CSS

        def compose(self) -> ComposeResult:
            yield Lazy()

    async with Hall().run_test(size=(60, 10)) as pilot:
        pilot.app.query_one(Lazy).show(rows(*range(500)))
        await pilot.pause()
        pilot.app.screen._compositor.render_strips()
        assert 0 < len(made) < 15
