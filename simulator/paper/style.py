"""How paper looks: A4, with the marking and the number on every page, and light whatever.

Browsers that draw nothing in the margins of a page show the marking in the text instead.
"""

from typing import Final

from simulator.paper.drawing.look import SHEET as CHARTS
from simulator.paper.html.style import LOOKS

PAPER: Final = """
body{max-width:60rem}
header{border-bottom:3px solid var(--head);margin-bottom:1.5rem}
.marking{font-weight:700;text-align:center;letter-spacing:.03em}
.subtitle{font-size:1.2rem;color:var(--mute);margin-top:0}
.label{margin:.8em 0 .2em}.body{white-space:pre-line}
.tall{width:100%}.tall td{height:2.6em;min-width:4em}
.wide{font-size:.75rem}
.box{display:inline-block;min-width:1.5em;height:1.5em;line-height:1.4em;padding:0 .1em;
border:2px solid var(--ink);text-align:center;font-weight:700;margin-right:.6em}
.ticks ul{list-style:none;padding:0}.ticks li{display:flex;margin:.5em 0}
.ticks li .box{flex:none}
.scale{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.3em 1.5em}
.mark{white-space:nowrap;margin-right:1em}
.mark .box{height:1.1em;min-width:1.1em;margin-right:.3em;vertical-align:middle}
.line{border-bottom:1px solid var(--edge);height:2em}
.frame{border-left:4px solid var(--edge);background:var(--panel);padding:.2rem 1rem .6rem;
margin:.8rem 0}
.frame .label{margin:.4em 0}.frame.aloud{border-left-color:var(--call)}
.aloud .body{font-size:1.1em}
pre{white-space:pre-wrap;font-size:.8rem}
.sheet{border-top:2px dashed var(--edge);padding-top:1rem;margin-top:2rem}
.sheet h2{border:0;margin:.2em 0 .6em}
@media print{html,body{font-size:9.5pt}body{max-width:none;padding:0}
h1,h2,h3,h4{margin:1em 0 .4em}p,ul{margin:.4em 0}
h2,h3,h4,.label,caption{break-after:avoid}p{orphans:3;widows:3}
.turns,.sheet{break-before:page}
.sheet{border:0;padding:0;margin:0}
header+main>.sheet:first-child{break-before:auto}
.half{break-before:auto;break-inside:avoid;min-height:12.2cm;border-bottom:1px dashed #777;
margin-bottom:.5cm;padding-bottom:.2cm}
.frame,.ticks li,.blank,.scale,dl{break-inside:avoid}
thead{display:table-header-group}
table{font-size:9pt}.wide{font-size:7pt}.wide th,.wide td{padding:.1rem .25rem}
pre{font-size:8pt}}
@supports not (-moz-appearance:none){@media print{header .marking,.sheet .marking{display:none}}}
""".strip()


CITING: Final = """
:focus-visible{outline:3px solid var(--head);outline-offset:2px}
tr:target{background:var(--h2);outline:2px solid var(--head)}
.cites{font-size:.75rem;overflow-wrap:normal}span.cites{white-space:normal}
.cites a{padding:.1rem 0}td.cites{min-width:6rem}
li{margin:.25rem 0}figure{margin:1rem 0 0}
figcaption{font-weight:700;color:var(--ink);margin-bottom:.4rem}
summary{cursor:pointer;color:var(--head);padding:.3rem 0}
.long{min-width:14rem}.instead{display:none}
@media screen and (max-width:34rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
nav ul{display:block;margin:.2rem 0}nav>ul{columns:18rem}nav ul ul{padding-left:1.2rem}
nav li{break-inside:avoid;margin:0;padding:.12rem 0}
@media print{nav{display:block}summary{display:none}
details::details-content{content-visibility:visible;block-size:auto}
.apart{display:none}.instead{display:block}
figure{break-inside:auto}.chart,figcaption,caption{break-inside:avoid}
figcaption,p:has(+ul){break-after:avoid}dl+p{break-before:avoid}
a{color:inherit;text-decoration:none}tr:target{background:none;outline:0}
td.cites,.long{min-width:0}.register{font-size:7.5pt}
.register th,.register td,details th,details td{padding:.1rem .25rem}
thead,tbody tr:first-child{break-after:avoid}tbody tr:first-child{break-before:avoid}}
""".strip()
"""What more a paper needs that links what it says to what stands behind it."""


def sheet_of(marking: str, label: str, page: str, only: str = "", cites: bool = False) -> str:
    """The sheet of a paper with this marking on top of every page; beneath its label, who `only`
    may read it, and the number; with charts and links where it `cites`."""
    top, below, number, reader = quoted(marking), quoted(label), quoted(f"{page} "), quoted(only)
    running = f"""
@page{{size:A4;margin:1.9cm 1.6cm 1.7cm;
@top-center{{content:{top};font:700 8.5pt system-ui,sans-serif}}
@bottom-left{{content:{below};font:700 8.5pt system-ui,sans-serif}}
@bottom-center{{content:{reader};font:700 8.5pt system-ui,sans-serif}}
@bottom-right{{content:{number} counter(page) " / " counter(pages);
font:8.5pt system-ui,sans-serif;white-space:nowrap}}}}
""".strip()
    more = f"\n{CHARTS}\n{CITING}" if cites else ""
    return f"{LOOKS}\n{PAPER}{more}\n{running}"


def quoted(words: str) -> str:
    """A string of a style sheet: every sign but letters and digits of ASCII by its number, so that
    it can neither end the string nor the sheet."""
    return '"' + "".join(_sign(sign) for sign in words) + '"'


def _sign(sign: str) -> str:
    return sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):06x}"
