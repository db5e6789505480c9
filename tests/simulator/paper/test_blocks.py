"""What stands on paper as values, and the strings of its sheet."""

from simulator.paper import blocks as b
from simulator.paper.style import quoted


def test_headings_never_skip_a_level():
    wild = (b.Head("a", 3), b.Sheet("", "s", (b.Head("b", 3),)), b.Head("c", 3), b.Head("d", 1))
    first, sheet, third, last = b.stepped(wild)
    assert [one.level for one in (first, third, last) if isinstance(one, b.Head)] == [1, 2, 1]
    assert isinstance(sheet, b.Sheet)
    assert sheet.blocks == (b.Head("b", 2),)


def test_columns_in_which_nothing_stands_are_left_out():
    wide = b.Grid("", ("a", "b", "c"), (("1", "", "3"), ("1", "", "")))
    assert b.filled(wide) == b.Grid("", ("a", "c"), (("1", "3"), ("1", "")))


def test_a_string_of_a_style_sheet_holds_no_sign_that_could_end_it():
    assert quoted('a"\\ é') == '"a\\000022\\00005c\\000020\\0000e9"'


def test_options_have_letters_as_many_as_there_are():
    assert [b.letter(place) for place in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]
