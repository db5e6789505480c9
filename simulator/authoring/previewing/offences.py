"""What a SIEM shows of an offence, as names with what they say. Pure."""

from __future__ import annotations

from simulator.engine.views import OffenceView
from simulator.speech import say


def offence_rows(offence: OffenceView, language: str) -> list[tuple[str, str]]:
    """Its number with how grave it is first; what is not known is empty."""
    return [
        (say(language, "Offence {number}", number=offence.number), f"{offence.magnitude}/10"),
        (say(language, "Class"), offence.category),
        (say(language, "Origin"), offence.source),
        (say(language, "Target"), offence.destination),
        (say(language, "Events"), str(offence.events or "")),
    ]
