"""What all pages look alike in: colours, light and dark; text, tables, boxes; and on paper."""

from base64 import b64encode
from hashlib import sha256
from typing import Final

LOOKS: Final = """
:root{color-scheme:light dark;--ink:#14202b;--mute:#46535f;--ground:#fff;--panel:#f0f3f7;
--edge:#93a1b0;
--head:#084278;--call:#7a4a00;--bad:#86100f;--good:#0a4a20;--h1:#e3eefa;--h2:#c3dcf5;
--h3:#93c1ee;--h4:#5a9ee0;--hot:#f6c1bb}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e9eef4;--mute:#b4c0cd;
--ground:#0f141b;--panel:#1a232e;
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
.num{text-align:right;white-space:nowrap}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .9rem;margin:.4rem 0}
dt{color:var(--mute)}dd{margin:0}
aside{border:1px dashed var(--call);padding:.2rem .9rem;margin-top:1rem}
aside h4{color:var(--call);margin:.5em 0}
pre{overflow-x:auto;background:var(--panel);padding:.5rem}
.body{white-space:pre-line}
@media print{:root{color-scheme:light}.scroll{overflow:visible}tr,figure{break-inside:avoid}
nav{display:none}}
""".strip()


def policy(sheet: str) -> str:
    """What a page may load: nothing but this sheet, named by its hash."""
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
