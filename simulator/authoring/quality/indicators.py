"""Indicators that a careless reader could click: they are display text, and should look it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final

from simulator.scenario.finding import Finding
from simulator.scenario.injects import Indicator
from simulator.scenario.parts import every
from simulator.scenario.scenario import Scenario
from simulator.scenario.wording import in_words

_NAMES_A_HOST: Final = re.compile(r"domain|host|url|uri|link|mail|fqdn|site", re.IGNORECASE)
_HOST: Final = re.compile(
    r"^(?:[a-z][a-z0-9+.-]*://)?(?:[^@/\s]*@)?(?P<host>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE
)
_MADE_UP: Final = re.compile(
    r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local|internal)\Z",
    re.IGNORECASE,
)
"""Names that nobody will ever own: RFC 2606 and RFC 6762, and the one kept for inner networks."""


def in_indicators(scenario: Scenario) -> Iterator[Finding]:
    """Values that may be somebody's real address."""
    for loc, indicator in every(frozenset({Indicator}), scenario)[Indicator]:
        host = _host(indicator)
        if host and not _harmless(host):
            sentence = (
                f"{in_words(indicator.value)} may be somebody's real address; write it like "
                f"{in_words(indicator.value.replace('.', '[.]'))}, or take one that is kept for "
                "examples: 192.0.2.1, 198.51.100.1, 203.0.113.1, 2001:db8::1, name.example"
            )
            yield Finding((*loc, "value"), "Q13", sentence)


def _host(indicator: Indicator) -> str:
    """The address or name in it; empty where it is no such thing, or written so that none works."""
    value = indicator.value.strip()
    if _address(value) or "://" in value or _NAMES_A_HOST.search(indicator.type):
        found = _HOST.match(value)
        return found["host"] if found else value if _address(value) else ""
    return ""


def _address(value: str) -> bool:
    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def _harmless(host: str) -> bool:
    if _address(host):
        return not ip_address(host).is_global  # private, or kept for documentation
    return bool(_MADE_UP.search(host))
