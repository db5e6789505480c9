"""A recorded session in lines, and one moment of it printed."""

import json
from pathlib import Path

import pytest
from click import ClickException
from click.testing import CliRunner, Result

from simulator.cli.exits import BAD_SESSION, USAGE
from simulator.review.reading import recorded
from tests.simulator.review.stopped import SMOKE, stopped
from tests.simulator.session.journal.scribe import MINIMAL, Scribe
from tui.replay import command
from tui.replaying.opening import opened
from tui.replaying.plainly import ReplayTalk, of_what_is_looked_at, with_a_role
from tui.replaying.plainroom import RoomReplay


class Talking:
    def __init__(self, session: Path, **what) -> None:
        self.wall = 0.0
        self.projector = with_a_role(opened(session, **what))
        self.talk = ReplayTalk(self.projector, wall=lambda: self.wall)
        self.talk.begin()

    def hears(self, line: str) -> str:
        return "\n".join(self.talk.hear(line))


def test_lines_go_to_any_moment_role_team_and_take(session: Path):
    """Given north's second take; when its archive is looked at in lines; then every way leads
    there, and what would act is refused."""
    it = Talking(session, team="north", role="archive")
    assert "Burn" not in it.hears("next decision")
    assert it.projector.now == 1440
    for line in ("decide 1", "feedback", "rate 1 P"):
        assert it.hears(line) == "This is a replay: nothing can be done here any more."
    assert "The lamp is out" in it.hears("inbox")
    it.hears("before inject")
    assert it.projector.now == 1200
    assert "after the end" in it.hears("goto T+99:00")
    it.hears("goto 10m")
    assert it.projector.now == 600
    it.hears("goto +20m")
    assert it.projector.now == 1800
    assert "inject: SIEM offence from Moth trap" in it.hears("moments moth")
    assert it.hears("moments nowhere") == "No moment like that."
    it.hears("language sq")
    assert "inject: Ofensë SIEM nga Moth trap" in it.hears("moments moth")
    it.hears("language en")
    assert "kulla fork" in it.hears("fork")

    assert "1, 2" in it.hears("take 3")
    it.hears("take 1")
    assert (it.projector.take.number, it.projector.now) == (1, 1800)
    assert "Town council" in it.hears("role council")
    it.hears("team harbour")
    assert it.projector.take.team == "harbour"
    assert "decision, inject" in it.hears("next thing")
    assert "goto TIME" in it.hears("help")
    assert it.hears("help goto").strip().startswith("goto TIME: go to")


def test_in_lines_time_runs_forward_and_back_and_endex_is_summed_up(session: Path):
    it = Talking(session, team="harbour", role="archive", at="1h")
    it.hears("run")
    it.wall = 10.0
    it.talk.tick()
    assert it.projector.now == 4200
    it.hears("backwards")
    it.wall = 20.0
    it.talk.tick()
    assert it.projector.now == 3600
    it.hears("pause")
    it.hears("goto T+09:00")
    assert "over" in it.hears("time").casefold()
    assert it.hears("summary")


def test_a_discussion_holds_the_time_as_it_did_until_it_is_let_go_on(session: Path):
    it = Talking(session, team="north", role="council", at="3h50m")
    it.hears("run")
    it.wall = 20.0
    assert "HELD" in (told := "\n".join(it.talk.tick())).upper() or "discussion" in told
    assert it.projector.now == 14400
    assert it.projector.recall.held
    assert not it.projector.running
    it.hears("run")
    it.wall = 30.0
    it.talk.tick()
    assert it.projector.now == 15000
    assert not it.projector.recall.held
    it.hears("before discussion")
    assert it.projector.recall.held


def test_what_others_knew_is_what_they_were_told_and_this_role_was_not(session: Path):
    it = Talking(session, team="north", role="council", at="T+00:31")
    own, log = it.projector.recall.known_to("council"), it.projector.recall.log
    told = it.hears("others")
    trap = next(event for event in log if event.at == 1800 and type(event).__name__ == "InjectSent")
    assert trap not in own
    assert "SIEM offence from Moth trap: Something moved" in told


def test_control_s_room_is_looked_at_in_lines_and_nothing_is_done_in_it(session: Path):
    """Given a session; when its room is looked at in lines; then it is told as it stood at any
    moment, a role's screen and the room follow one another, and nothing can be done."""
    projector = opened(session, team="north", role="control", at="1h")
    it = RoomReplay(projector, wall=lambda: 0.0, width=lambda: 10_000)
    assert "north, take 2, control" in (told := "\n".join(it.begin()))
    assert "T+01:00:00" in told
    assert it.hear("send 1") == ["This is a replay: nothing can be done here any more."]
    assert it.hear("rewind 1") == it.hear("note x") == it.hear("send 1")
    assert "1. Vault" in "\n".join(it.hear("assets"))
    assert "command" in it.hear("others")[0]
    assert "run: lets the clock run" in (help := "\n".join(it.hear("help")))
    assert "send N" not in help
    assert "The pace is ×30" in "\n".join(it.hear("Pace 30"))
    assert projector.pace == 30
    before = "\n".join(it.hear("goto 10m"))
    assert "T+00:10:00" in before
    assert "next decision" not in it.hear("next decision")[0]
    assert projector.now == 1440
    it.hear("role archive")
    assert it.left
    assert it.moved
    talk = of_what_is_looked_at(projector, lambda: 80)
    assert isinstance(talk, ReplayTalk)
    talk.begin()
    talk.hear("role control")
    assert isinstance(of_what_is_looked_at(projector, lambda: 80), RoomReplay)


def run(session: Path, *options: str) -> Result:
    return CliRunner().invoke(command, [str(session), *options], standalone_mode=False)


def test_one_moment_is_printed_as_data_or_in_lines(session: Path):
    take = recorded(session).take("north")
    archive = ("--at", "T+00:24", "--role", "archive")
    told = json.loads(run(session, *archive, "--format", "json").output)
    assert (told["team"], told["take"], told["at"]) == ("north", 2, 1440)
    subjects = [item["subject"] for item in told["view"]["inbox"]]
    assert subjects == ["The archive opens", "The lamp is out"]
    assert told["until"] == take.until
    all_of_it = json.loads(run(session, "--at", "24m", "--format", "json").output)
    assert {row["id"] for row in all_of_it["panel"]["assets"]} == set(take.scenario.assets)

    lines = run(session, "--at", "24m", "--role", "archive").output
    assert "The lamp is out" in lines
    assert "Vault" in run(session, "--at", "24m").output
    ended = run(session, "--at", "9h", "--role", "archive", "--team", "harbour").output
    assert "OBJECTIVES" in ended


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--team", "nort"), "did you mean 'north'?"),
        (("--take", "3"), "north has played 2 takes"),
        (("--role", "archiv"), "did you mean 'archive'?"),
        (("--at", "99h"), "ends at T+12:00"),
        (("--at", "soon"), "'soon' is no moment"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(
    session: Path, options: tuple[str, ...], said: str
):
    options = options if "--at" in options else (*options, "--at", "1h")
    result = run(session, *options)
    assert isinstance(result.exception, ClickException)
    assert result.exception.exit_code == USAGE
    assert said in result.exception.format_message()


def test_what_is_no_session_is_none(tmp_path: Path):
    result = run(tmp_path, "--at", "1h")
    assert isinstance(result.exception, ClickException)
    assert result.exception.exit_code == BAD_SESSION


def test_what_has_not_begun_can_t_be_looked_at(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "new", MINIMAL)
    scribe.keep_head()
    scribe.close()
    result = run(tmp_path / "new", "--at", "0s")
    assert isinstance(result.exception, ClickException)
    assert "has not begun to play" in result.exception.format_message()


def test_lines_and_data_tell_why_the_clock_stood_as_each_was_told(tmp_path: Path):
    path = stopped(tmp_path / "session")
    it = Talking(path, role="watch")
    assert f"NO DUFF – REAL EMERGENCY: {SMOKE}" in it.hears("moments smoke")
    assert SMOKE in it.hears("next control").replace("\n  ", " ")
    at = it.hears("goto 25m").replace("\n  ", " ")
    assert "The clock stands: gone back to T+00:25, take 2: Once more.\n" in at

    called = {"no_duff": True, "stopped_because": SMOKE, "called_by": "Besa"}
    for role, told in (("control", called), ("watch", called | {"called_by": None})):
        data = json.loads(run(path, "--at", "10m", "--role", role, "--format", "json").stdout)
        assert {name: data.get(name) for name in called} == told
    assert f"NO DUFF called by Besa: {SMOKE}" in run(path, "--at", "10m", "--format", "text").stdout
