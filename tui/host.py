"""`kulla host` with the facilitator's screen, where there is a terminal."""

from typing import TYPE_CHECKING

from simulator.cli.host import host_command

if TYPE_CHECKING:
    from simulator.session.host.hosting import Hosting


async def show(it: "Hosting") -> None:
    """Shows a session that is hosted until its user leaves or the host ends."""
    from tui.hosting import lead  # noqa: PLC0415 the screens cost half a second

    await lead(it)


async def tell(it: "Hosting") -> None:
    """The same in lines of text."""
    from tui.lines.room.control import host  # noqa: PLC0415 the same

    await host(it)


command = host_command(show, tell)
