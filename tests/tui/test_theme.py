"""The colours can be told apart by everybody who can read."""

from itertools import product

import pytest
from textual.color import Color

from tui.theme import THEMES


def luminance(colour: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(Color.parse(c)) for c in (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
def test_every_text_stands_out_seven_times_from_what_it_is_written_on(theme):
    inks = [theme.foreground, theme.primary, theme.accent, theme.warning, theme.error]
    inks += [theme.success, theme.variables["mute"]]
    grounds = [theme.background, theme.surface, theme.panel]
    weak = {pair: contrast(*pair) for pair in product(inks, grounds) if contrast(*pair) < 7}
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
def test_the_row_under_the_cursor_can_be_read(theme):
    for cursor in ("block-cursor", "block-cursor-blurred"):
        ink, ground = (
            theme.variables[f"{cursor}-foreground"],
            theme.variables[f"{cursor}-background"],
        )
        assert contrast(ink, ground) >= 7
