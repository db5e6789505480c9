"""The condition on a challenge; it stands apart, for a contest needs conditions itself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from simulator.scenario.values import ChallengeId, Part


class ChallengeIs(Part):
    """How far the team is with a challenge of the contest."""

    challenge: ChallengeId
    """Which challenge. E.g. `the-night-shift`."""
    state: Literal["open", "tried", "solved"] = Field("solved", alias="is")
    """How far it is: on the board, answered wrong at least once, or solved. E.g. `tried`."""
