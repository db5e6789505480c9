"""One reading of each style sheet for all tests of a process.

The toolkit reads every sheet anew for every app, and once more when the theme is set, which takes a
tenth of the time of a test. Another tenth goes to finding the rules of a widget among all others,
for each is asked for its hash, which is that of any object.
"""

from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_KNOWN: dict[tuple[Any, ...], Any] = {}
_read = Stylesheet._parse_rules


def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stylesheet, "_parse_rules", _read_once)
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)


def _read_once(sheet: Stylesheet, *asked: Any, **more: Any) -> Any:
    key = (*asked, *sorted(more.items()), *sorted(sheet._variables.items()))
    if key not in _KNOWN:
        _KNOWN[key] = _read(sheet, *asked, **more)
    return _KNOWN[key]
