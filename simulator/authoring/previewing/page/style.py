"""How the page looks: light and dark, on paper, on a telephone. One sheet, named by its hash."""

from base64 import b64encode
from hashlib import sha256
from typing import Final

SHEET: Final = """
:root{color-scheme:light dark;--ink:#14202b;--mute:#46535f;--ground:#fff;--panel:#f0f3f7;
--edge:#93a1b0;
--head:#084278;--call:#7a4a00;--bad:#86100f;--good:#0a4a20;--h1:#e3eefa;--h2:#c3dcf5;
--h3:#93c1ee;--h4:#5a9ee0;--hot:#f6c1bb}
@media (prefers-color-scheme:dark){:root{--ink:#e9eef4;--mute:#b4c0cd;--ground:#0f141b;
--panel:#1a232e;
--edge:#4c5d71;--head:#8cbcee;--call:#f2bb4d;--bad:#ffa399;--good:#8edb9a;--h1:#18293b;
--h2:#1d3a58;--h3:#234f7d;
--h4:#2b66a5;--hot:#6e2722}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:100rem;padding:1rem;background:var(--ground);color:var(--ink);
font:16px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.2;color:var(--head);margin:1.6em 0 .5em}
h1{margin-top:0}figure{margin:0}h2{border-bottom:2px solid var(--edge)}
a{color:var(--head)}nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0}
.mute,caption,figcaption{color:var(--mute)}.bad{color:var(--bad)}.good{color:var(--good)}
.call{color:var(--call)}
.scroll{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;font-size:.85rem;line-height:1.3;overflow-wrap:normal}
caption{text-align:left;padding:.2rem 0}
th,td{border:1px solid var(--edge);padding:.2rem .45rem;text-align:left;vertical-align:top}
thead th{background:var(--panel)}
.plan td{min-width:6rem}.plan td.num{min-width:0}
.plan td:nth-child(3),.plan td:nth-child(6),.plan td:nth-child(9){min-width:15rem}
.num{text-align:right;white-space:nowrap}
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
.letter h4{margin:.3em 0}.body{white-space:pre-line}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .9rem;margin:.4rem 0}
dt{color:var(--mute)}dd{margin:0}
aside{border:1px dashed var(--call);padding:.2rem .9rem;margin-top:1rem}
aside h4{color:var(--call);margin:.5em 0}
pre{overflow-x:auto;background:var(--panel);padding:.5rem}
summary{cursor:pointer;color:var(--head)}
@page{margin:1cm}@page wide{size:A4 landscape}
@media print{html{font-size:8pt}body{font-size:8pt;max-width:none;padding:0}
.scroll{overflow:visible}
.plan td:nth-child(n){min-width:0}.plan th,.plan td{padding:.1rem .3rem}
.heat th,.heat td{white-space:normal;padding:0 1px}.heat tbody th{min-width:5em}
.heat thead th{font-size:4pt;font-weight:400}
table{font-size:7pt}.plan{font-size:6.5pt}.heat{font-size:5pt;overflow-wrap:anywhere}
#msel,#time,#load{page:wide}article,tr,figure{break-inside:avoid}nav{display:none}svg{max-width:100%;
height:auto}
details::details-content{content-visibility:visible;block-size:auto}}
""".strip()

POLICY: Final = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-"
    + b64encode(sha256(SHEET.encode()).digest()).decode()
    + "'"
)
"""What the page may load: nothing but this sheet."""
