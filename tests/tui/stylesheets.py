"""One reading of each style sheet, and one finding of what fits where, for all tests of a process.

The toolkit reads every sheet anew for every app, and once more when the theme is set, which takes a
tenth of the time of a test; a quarter goes to finding the rules of a widget among all others, over
and over. Which rules fit hangs on nothing but the sheets and, for the widget and all around it, its
kind, its name, its classes and the states that the rules ask for. So what was found once is true
wherever these are the same.
"""

from typing import Any, Final

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

_KNOWN: Final[dict[tuple[Any, ...], Any]] = {}
_FITTING: Final[dict[tuple[int, ...], dict[Any, Any]]] = {}
"""By the rules that there are: what a widget's rules ask for, and the style of one so placed."""
_FOUND: Final[dict[DOMNode, Any]] = {}
_AS_GOOD: Final = {"light": "dark", "blur": "focus", "enabled": "disabled"}
"""A state that is the other one's opposite."""
_OF_ALL: Final = {"dark", "inline", "ansi", "nocolor"}
"""States of the whole app."""
_TOLD: Final = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
_read, _apply = Stylesheet._parse_rules, Stylesheet.apply
_replace = Stylesheet.replace_rules


def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stylesheet, "_parse_rules", _read_once)
    monkeypatch.setattr(Stylesheet, "apply", _find_once)
    monkeypatch.setattr(Stylesheet, "replace_rules", staticmethod(_remember))
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)


def _read_once(sheet: Stylesheet, *asked: Any, **more: Any) -> Any:
    key = (*asked, *sorted(more.items()), *sorted(sheet._variables.items()))
    if key not in _KNOWN:
        _KNOWN[key] = _read(sheet, *asked, **more)
    return _KNOWN[key]


def _find_once(
    sheet: Stylesheet, node: DOMNode, *, animate: bool = False, cache: Any = None
) -> None:
    fitting = _fitting(sheet)
    place = _place(node, _asked(sheet, node, fitting))
    if place not in fitting:
        _apply(sheet, node, animate=animate)
        fitting[place] = _FOUND.pop(node, None), [getattr(node, name) for name in _TOLD]
        return
    style, told = fitting[place]
    for name, so in zip(_TOLD, told, strict=True):
        setattr(node, name, so)
    if style is not None:
        _replace(node, style, animate=animate)
    sheet._process_component_classes(node)


def _remember(node: DOMNode, style: Any, animate: bool = False) -> None:
    _FOUND[node] = style
    _replace(node, style, animate=animate)


def _fitting(sheet: Any) -> dict[Any, Any]:
    rules = sheet.rules
    if getattr(sheet, "_looked_at", None) is not rules:
        sheet._looked_at = rules
        sheet._fitting = _FITTING.setdefault(tuple(map(id, rules)), {})
    found: dict[Any, Any] = sheet._fitting
    return found


def _asked(sheet: Stylesheet, node: DOMNode, fitting: dict[Any, Any]) -> Any:
    """The states for which the rules ask that may be this widget's: of each, and of all."""
    kind = type(node), node._id, frozenset(node._classes)
    if kind not in fitting:
        names = sheet.rules_map.keys() & node._selector_names
        rules = [rule for name in names for rule in sheet.rules_map[name]]
        states = {_AS_GOOD.get(state, state) for rule in rules for state in rule.pseudo_classes}
        fitting[kind] = tuple(sorted(states - _OF_ALL)), tuple(sorted(states & _OF_ALL))
    return fitting[kind]


def _place(node: DOMNode, asked: Any) -> tuple[Any, ...]:
    of_each, of_all = asked
    place: list[Any] = [asked]
    at: Any = node
    root: Any = node
    while isinstance(at, DOMNode):
        known: Any = at._PSEUDO_CLASSES
        place += (type(at), at._id, frozenset(at._classes))
        place += [state in known and known[state](at) for state in of_each]
        root, at = at, at._parent
    return (*place, *[state in known and known[state](root) for state in of_all])
