"""What really goes to a terminal: our own sequences and plain text, and nothing else."""

import re
from pathlib import Path

import pytest

from tests.tui.pty_player import Terminal, terminal

HOSTILE_PLAY = """
from tests.tui.fake import FakeSeat
from tests.tui.test_plain import HOSTILE, everywhere
from tui.app import KullaApp
from tui.screens.exercise import ExerciseScreen
seat = FakeSeat(everywhere("\\n".join(HOSTILE)))
KullaApp(ExerciseScreen(seat, greets=False)).run()
"""
USUAL_PLAY = """
from tests.tui.fake import FakeSeat
from tui.app import KullaApp
from tui.screens.exercise import ExerciseScreen
KullaApp(ExerciseScreen(FakeSeat(), greets=False)).run()
"""
OURS = re.compile(
    r"\x1b\[[0-9;:]*m"  # colours and styles
    r"|\x1b\[[0-9;]*[HJK]"  # the cursor, and clearing
    r"|\x1b\[[?>=<][0-9;]*(?:\$p|[hlu])"  # modes, and the keyboard's
    r"|\x1b\[[<>]?[0-9]*u"
    r"|\x1bP?\[[0-9]*[cnt]"  # questions to the terminal
    r"|\x1b\[>[0-9]*q"
    r"|\x1b\[c"
    r"|\x1b\]22;[a-z-]*\x07"  # the shape of the pointer
)
"""What the toolkit draws with."""
FORBIDDEN = re.compile(r"[\x00-\x07\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]")
KEYS = ["u", "1", "\r", "\x1b", "2", "\r", "\x1b", "3", "4", "\r", "\x1b", "5", "\r", "\x1b", "6",
        "7", "d", "\x1b", "?", "\x1b", "\x10", "or", "\x1b", "m", "\x1b", "n", "\x1b"]  # fmt: skip


def left_over(written: bytes) -> str:
    """What was written, without what the toolkit draws with."""
    return OURS.sub("", written.decode("utf-8"))


def test_nothing_but_our_own_sequences_comes_out():
    # given a seat whose every text is what a terminal would obey
    with terminal("-c", HOSTILE_PLAY) as player:
        player.until(b"Inbox")
        # when the player goes everywhere
        drawn = [len(player.press(key)) for key in KEYS]
        alive = player.program.poll() is None
    # then all goes on, and what comes out is plain but for the toolkit's own drawing
    assert alive
    assert sum(drawn) > 10_000
    plain = left_over(player.written)
    strays = [plain[one.start() : one.end() + 12] for one in FORBIDDEN.finditer(plain)]
    assert strays == []


@pytest.mark.parametrize("term", ["xterm", "xterm-16color", "linux", "screen"])
def test_a_terminal_with_few_colours_is_sent_no_more(term: str):
    with terminal("-c", USUAL_PLAY, TERM=term) as player:
        player.until(b"Inbox")
    assert _colours(player) <= {"16"} if term != "screen" else {"16", "256"}


def _colours(player: Terminal) -> set[str]:
    """In how many colours it was drawn."""
    found = set()
    for codes in re.findall(r"\x1b\[([0-9;]*)m", player.written.decode()):
        found.add("true" if ";2;" in codes else "256" if "8;5;" in codes else "16")
    return found


def test_without_colour_all_is_still_there():
    with terminal("-c", USUAL_PLAY, NO_COLOR="1") as player:
        player.until(b"Inbox")
    assert "●" in player.written.decode()
    assert not re.search(r"38;2;(?!(\d+);\1;\1\b)", player.written.decode())


@pytest.mark.parametrize("words", [b"INVITATIONS", b"the host"])
def test_a_host_whose_terminal_was_closed_stops_in_good_order(tmp_path: Path, words: bytes):
    folder = str(tmp_path / "session")
    host = ("-c", "from tui.cli import main; main()", "host", "first-watch", "--session", folder)
    with terminal(*host, HOME=str(tmp_path)) as player:
        player.until(b"INVITATIONS")
        if words != b"INVITATIONS":
            player.press("\x1b")
            player.until(words)
        player.close()
        assert player.program.wait(20) == 0
