"""How charts look: colours that the colour-blind tell apart, light and dark, and dashes."""

from __future__ import annotations

import re
from typing import Final

from simulator.paper.html.style import LOOKS

LIGHT: Final = {
    "c0": "#0a47c2", "c1": "#6b2d0a", "c2": "#079a68", "c3": "#cf3aa5", "c4": "#a07c12",
    "c5": "#2b3138",
}  # fmt: skip
DARK: Final = {
    "c0": "#b9d6fb", "c1": "#dd5a38", "c2": "#25e8a0", "c3": "#bd4be0", "c4": "#f2c01c",
    "c5": "#6b7c89",
}  # fmt: skip
"""Found by trying: as far apart as can be for the eyes of all, and from the ground."""
COLOURS: Final = len(LIGHT)
DASHES: Final = ("", "8 3", "2 3", "10 3 2 3", "14 5", "5 2 1 2")
"""How the lines of each number are broken."""


def _rules() -> str:
    hues = "".join(
        f".l{n}{{stroke:var(--c{n})}}.k{n}{{fill:var(--c{n});stroke:var(--c{n})}}"
        for n in range(COLOURS)
    )
    dashes = "".join(
        f".d{n}{{stroke-dasharray:{dash}}}" for n, dash in enumerate(DASHES) if dash
    )  # fmt: skip
    return f"""
.chart{{font-family:system-ui,sans-serif;font-size:12px}}
.chart text{{fill:var(--ink)}}.chart .mute{{fill:var(--mute)}}.chart .far{{font-style:italic}}
.chart .count{{paint-order:stroke;stroke:var(--ground);stroke-width:3}}
.middle{{text-anchor:middle}}.end{{text-anchor:end}}.strong{{font-weight:700}}
.grid{{stroke:var(--edge);stroke-opacity:.45}}.axis{{stroke:var(--mute)}}
.band{{fill:var(--c2);fill-opacity:.13;stroke:none}}
.curve{{fill:none;stroke-width:2}}.leader{{fill:none;stroke-width:1}}
{hues}
{dashes}
.layer{{fill-opacity:.7;stroke-width:1}}.light{{fill-opacity:.22}}
.dot{{stroke-width:1}}.stretch{{fill-opacity:.3;stroke-width:1}}
.hollow{{fill:var(--ground);stroke-width:1.5}}
.bad{{fill:var(--bad);stroke:var(--bad)}}
.chart .ghost{{stroke:var(--mute);stroke-width:1.5;stroke-dasharray:2 3;stroke-opacity:.9}}
.chart .dot.ghost,.chart .stretch.ghost{{fill:var(--ground);stroke-dasharray:2 1}}
.other{{fill:var(--panel);stroke:var(--mute);stroke-dasharray:4 3}}
""".strip()


RULES: Final = _rules()
"""Of colours only the names stand here."""


def _named(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


SHEET: Final = f"""
:root{{{_named(LIGHT)}}}
@media screen and (prefers-color-scheme:dark){{:root{{{_named(DARK)}}}}}
{RULES}
.chart{{display:block;width:100%;height:auto;margin:.3rem 0}}
.chart.wide{{min-width:40rem;max-width:60rem}}.chart.slim{{max-width:28rem}}
.chart a:focus-visible path{{stroke:var(--ink);stroke-width:3}}
@media print{{.chart.wide{{min-width:0}}.chart.slim{{max-width:9cm}}}}
""".strip()
"""For pages, beside the looks of all pages."""


def looks(dark: bool = False) -> dict[str, str]:
    """The names of all colours of a page with charts."""
    light, _, rest = LOOKS.partition("@media screen")
    part = rest.partition("*{")[0] if dark else light
    own = dict(re.findall(r"--(\w+):(#\w+)", part))
    return own | (DARK if dark else LIGHT)


def alone() -> str:
    """The sheet of a picture on its own: the colours themselves, in light."""
    colours = looks()
    return re.sub(r"var\(--(\w+)\)", lambda found: colours[found[1]], RULES)
