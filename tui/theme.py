"""The colours of Kulla: every text colour stands at 7:1 or more against what it is written on."""

from typing import Final

from rich.theme import Theme as Inks
from textual.theme import Theme

KULLA_DARK: Final = Theme(
    name="kulla-dark",
    dark=True,
    primary="#8cbcee",
    secondary="#b9c6d4",
    accent="#f2bb4d",
    warning="#f6c85f",
    error="#ffa399",
    success="#8edb9a",
    foreground="#e9eef4",
    background="#0f141b",
    surface="#131a23",
    panel="#1e2834",
    variables={
        "mute": "#b4c0cd",
        "border": "#3b4a5c",
        "border-blurred": "#3b4a5c",
        "block-cursor-background": "#8cbcee",
        "block-cursor-foreground": "#0f141b",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#2a3747",
        "block-cursor-blurred-foreground": "#e9eef4",
        "block-hover-background": "#1e2834",
        "footer-background": "#1e2834",
        "footer-foreground": "#e9eef4",
        "footer-description-foreground": "#e9eef4",
        "footer-key-foreground": "#f2bb4d",
        "input-selection-background": "#8cbcee 35%",
        "scrollbar": "#3b4a5c",
        "scrollbar-hover": "#5a6f87",
        "scrollbar-active": "#8cbcee",
        "scrollbar-background": "#131a23",
        "scrollbar-background-hover": "#131a23",
        "scrollbar-background-active": "#131a23",
        "scrollbar-corner-color": "#131a23",
    },
)
THEMES: Final = (KULLA_DARK,)


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
        }
    )
