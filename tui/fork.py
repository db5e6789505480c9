"""`kulla fork` with screens, or in lines of text."""

from simulator.cli.fork import Alone, fork_command


def play(alone: Alone) -> int:
    """Play on until the player leaves, and say with which exit code."""
    if alone.plain:
        from tui.lines.play import play_on as play_on_in_lines  # noqa: PLC0415 where it is wanted

        return play_on_in_lines(alone)
    from tui.stage import play_on  # noqa: PLC0415 the screens cost half a second

    return play_on(alone)


command = fork_command(play)
