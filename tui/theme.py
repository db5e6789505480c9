"""The colours of Kulla: every text colour stands at 7:1 or more against what it is written on."""

from typing import Final

from rich.theme import Theme as Inks
from textual.theme import Theme


def _theme(name: str, dark: bool, ink: dict[str, str], ground: dict[str, str]) -> Theme:
    """A theme from its inks and its grounds; what is made of both follows from them."""
    cursor, edge, ridge = ink["primary"], ground["edge"], ground["ridge"]
    return Theme(
        name=name,
        dark=dark,
        primary=ink["primary"],
        secondary=ink["mute"],
        accent=ink["accent"],
        warning=ink["warning"],
        error=ink["error"],
        success=ink["success"],
        foreground=ink["text"],
        background=ground["background"],
        surface=ground["surface"],
        panel=ground["panel"],
        variables={
            "mute": ink["mute"],
            "border": edge,
            "border-blurred": edge,
            "block-cursor-background": cursor,
            "block-cursor-foreground": ground["background"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": ground["blurred"],
            "block-cursor-blurred-foreground": ink["text"],
            "block-hover-background": ground["panel"],
            "footer-background": ground["panel"],
            "footer-foreground": ink["text"],
            "footer-description-foreground": ink["text"],
            "footer-description-background": ground["panel"],
            "footer-key-foreground": ink["accent"],
            "input-selection-background": f"{cursor} 35%",
            "scrollbar": edge,
            "scrollbar-hover": ridge,
            "scrollbar-active": cursor,
            "scrollbar-background": ground["surface"],
            "scrollbar-background-hover": ground["surface"],
            "scrollbar-background-active": ground["surface"],
            "scrollbar-corner-color": ground["surface"],
        },
    )


KULLA_DARK: Final = _theme(
    "kulla-dark",
    True,
    {
        "text": "#e9eef4", "mute": "#b4c0cd", "primary": "#8cbcee", "accent": "#f2bb4d",
        "warning": "#f6c85f", "error": "#ffa399", "success": "#8edb9a",
    },
    {
        "background": "#0f141b", "surface": "#131a23", "panel": "#1e2834", "edge": "#3b4a5c",
        "ridge": "#5a6f87", "blurred": "#2a3747",
    },
)  # fmt: skip
KULLA_LIGHT: Final = _theme(
    "kulla-light",
    False,
    {
        "text": "#14202b", "mute": "#37434f", "primary": "#084278", "accent": "#603a00",
        "warning": "#5c3f00", "error": "#86100f", "success": "#0a4a20",
    },
    {
        "background": "#ffffff", "surface": "#f5f7fa", "panel": "#e6ebf1", "edge": "#93a1b0",
        "ridge": "#5f7082", "blurred": "#d6dee8",
    },
)  # fmt: skip
KULLA_CONTRAST: Final = _theme(
    "kulla-contrast",
    True,
    {
        "text": "#ffffff", "mute": "#ffffff", "primary": "#7fd8ff", "accent": "#ffe14d",
        "warning": "#ffd000", "error": "#ffb3ad", "success": "#8affa4",
    },
    {
        "background": "#000000", "surface": "#000000", "panel": "#262626", "edge": "#ffffff",
        "ridge": "#ffffff", "blurred": "#303030",
    },
)  # fmt: skip
THEMES: Final = (KULLA_DARK, KULLA_LIGHT, KULLA_CONTRAST)
"""The first is the one where nobody has chosen."""


def inks(variables: dict[str, str]) -> Inks:
    """The styles that cells and texts are written in, from the variables of a theme."""
    colour = {name: value.removeprefix("ansi_") for name, value in variables.items()}
    return Inks(
        {
            "good": colour["success"],
            "fair": colour["warning"],
            "bad": f"bold {colour['error']}",
            "mute": colour["mute"],
            "head": f"bold {colour['primary']}",
            "strong": "bold",
            "call": f"bold {colour['accent']}",
            "badge": f"bold {colour['background']} on {colour['accent']}",
            "alarm": f"bold {colour['background']} on {colour['error']}",
        }
    )
