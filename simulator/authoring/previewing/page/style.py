"""How the preview looks, on screens and on paper."""

from typing import Final

from simulator.paper.html.style import LOOKS

SHEET: Final = (
    LOOKS
    + """
.plan td{min-width:6rem}.plan td.num{min-width:0}
.plan td:nth-child(3),.plan td:nth-child(6),.plan td:nth-child(9){min-width:15rem}
.heat th,.heat td{padding:.15rem .3rem;text-align:center;white-space:nowrap}
.heat tbody th{text-align:left;white-space:nowrap}
.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3)}
.h4{background:var(--h4)}
.over{background:var(--hot);font-weight:700}.idle{color:var(--mute)}
svg{display:block;font:12px system-ui,sans-serif}svg text{fill:var(--ink)}
svg .mute{fill:var(--mute)}
.box{fill:var(--panel);stroke:var(--edge)}.own{fill:var(--h1);stroke:var(--head);stroke-width:2}
.rest{fill:none;stroke:var(--edge);stroke-dasharray:3 3}.way{fill:none;stroke:var(--mute);
stroke-opacity:.55}.against{stroke:var(--bad);stroke-dasharray:5 3}
.arrow{fill:var(--mute)}.grid{stroke:var(--edge);stroke-opacity:.5}
.decision{fill:var(--call)}.consent{fill:var(--good)}.report{fill:var(--bad)}
.work{fill:var(--mute)}.inject{fill:var(--head)}
article{border:1px solid var(--edge);border-radius:.4rem;padding:.2rem 1rem 1rem;margin:1.2rem 0}
article h3{margin-top:.8em}
.letters{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1rem}
.letter{border-left:4px solid var(--head);background:var(--panel);padding:.4rem .9rem .8rem}
.letter h4{margin:.3em 0}
summary{cursor:pointer;color:var(--head)}
@page{margin:1cm}@page wide{size:A4 landscape}
@media print{html{font-size:8pt}body{font-size:8pt;max-width:none;padding:0}
.plan td:nth-child(n){min-width:0}.plan th,.plan td{padding:.1rem .3rem}
.heat th,.heat td{white-space:normal;padding:0 1px}.heat tbody th{min-width:5em}
.heat thead th{font-size:4pt;font-weight:400}
table{font-size:7pt}.plan{font-size:6.5pt}.heat{font-size:5pt;overflow-wrap:anywhere}
#msel,#time,#load{page:wide}article{break-inside:avoid}svg{max-width:100%;
height:auto}
details::details-content{content-visibility:visible;block-size:auto}}
"""
).strip()
