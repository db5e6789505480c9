"""Seats whose people are told of, or told, more than who shares them: leaks of `host.company`."""

from __future__ import annotations

from typing import Any


def of_the_team(seats: Any) -> Any:
    """Who plays any role of a team is told of to all who do."""

    def seated(self: Any) -> dict[Any, list[Any]]:
        teams: dict[Any, list[Any]] = {}
        for (team, _), here in seats(self).items():
            teams.setdefault((team, ""), []).extend(here)
        return teams

    return seated


def of_watchers(seats: Any) -> Any:
    """Who only watches a role is told of to those who play it."""

    def seated(self: Any) -> dict[Any, list[Any]]:
        seen: dict[Any, list[Any]] = seats(self)
        for connection in self._attendance.connections:
            seat = connection.grant.team, connection.grant.role
            if not connection.grant.plays and seat in seen:
                seen[seat].append(connection)
        return seen

    return seated
