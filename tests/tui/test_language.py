"""Which language the reader gets."""

import pytest

from tui.language import chosen


@pytest.mark.parametrize(
    ("flag", "environ", "language"),
    [
        (None, {}, "en"),
        (None, {"LANG": "sq_AL.UTF-8"}, "sq"),
        (None, {"LANG": "sq"}, "sq"),
        (None, {"LANG": "SQ-al"}, "sq"),
        (None, {"LANG": "sq_XK@euro"}, "sq"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        ("sq", {"LANG": "en_GB.UTF-8"}, "sq"),
        ("en", {"KULLA_LANG": "sq", "LC_ALL": "sq_AL", "LANG": "sq_AL"}, "en"),
    ],
)
def test_the_reader_gets_the_language_of_the_flag_or_of_the_machine(
    flag: str | None, environ: dict[str, str], language: str
):
    assert chosen(flag, environ) == language


def test_of_what_a_machine_says_the_first_counts():
    said = {"LANG": "de", "LC_MESSAGES": "sq_AL", "LC_ALL": "en_US", "KULLA_LANG": "sq"}
    heard = []
    while said:
        heard.append(chosen(None, said))
        said.popitem()
    assert heard == ["sq", "en", "sq", "en"]


@pytest.mark.parametrize("nothing", ["", "C", "C.UTF-8", "POSIX", " "])
def test_a_setting_that_names_no_language_leaves_it_to_the_next(nothing: str):
    assert chosen("", {"LC_ALL": nothing, "LANG": "sq_AL.UTF-8"}) == "sq"
