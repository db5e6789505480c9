"""Finding the team that is meant among those of a session. Pure."""

from simulator.session.room import Room, TeamRow


def team_of(room: Room, name: str) -> TeamRow:
    """The team of this name; the first where there is none, as before control has chosen one."""
    return next((team for team in room.teams if team.name == name), room.teams[0])
