"""What the print pack says beside the plot; no screen of a player shows it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from simulator.scenario.values import Part, Words


class AgendaItem(Part):
    """A line of the day's agenda."""

    at: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    """The time of day in the room, not in the exercise. E.g. `"09:00"`."""
    what: Words
    """What happens then. E.g. `Welcome, roles and rules of play`."""


class Handbook(Part):
    """What who leads the exercise reads before it, and asks after it."""

    purpose: Words | None = None
    """What the exercise is for. E.g. `To practise warning others early`."""
    audience: Words | None = None
    """For whom it is made, and how many. E.g. `Security desks of small ports, 4 to 8 people`."""
    agenda: tuple[AgendaItem, ...] = ()
    """The day in the room. E.g. `[{at: "09:00", what: Welcome and rules of play}]`."""
    preparation: tuple[Words, ...] = ()
    """What has to be done before. E.g. `[Print a role card for each seat]`."""
    departures: Words | None = None
    """Where it departs from what really happened. E.g. `The second wave came later`."""
    discussion: tuple[Words, ...] = ()
    """Questions for the discussion after it. E.g. `[What did you know when you warned others?]`."""
    hot_wash: tuple[Words, ...] = ()
    """Questions for the first minutes after ENDEX. E.g. `[What would you do again?]`."""
