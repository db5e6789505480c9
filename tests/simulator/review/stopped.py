"""A session whose clock was stopped for many reasons: `stopped(tmp_path / "stopped")`.

At 10 minutes is lunch, and a real emergency in the middle of it, which two of control lift; at 20
control writes to all and asks for a hold point, at 30 it is reached; at 40 the host is stopped, at
45 one of control wishes for ENDEX, at 50 they go back to 25.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from simulator.engine import commands as c
from simulator.session import acts
from simulator.session.drafting import Place, hold_points, pauses
from simulator.session.sayings import STOPPED
from tests.simulator.session.journal.scribe import MINIMAL, Scribe

MINUTE: Final = 60
TEAMS: Final = ("north", "south")
LUNCH: Final = "[b]Lunch[/b] is served."
SMOKE: Final = "Smoke in the hall: leave by the stairs."


def stopped(path: Path) -> Path:
    scribe = Scribe.begin(path, MINIMAL, TEAMS)
    besa = scribe.sit(Place("control"), "Besa")
    luan = scribe.sit(Place("control"), "Luan")
    scribe.sit(Place("player", "north", "watch"), "Arta")
    scribe.connected = frozenset({besa.id, luan.id})

    def play(to: int) -> None:
        """At a minute a second."""
        scribe.utc += (to - scribe.session.teams["south"].now // MINUTE) * 1000
        for team in scribe.session.teams.values():
            team.advance(to * MINUTE)

    def do(who: object, *asked: acts.Act) -> None:
        for act in asked:
            assert scribe.do(who, act).done, act  # type: ignore[arg-type]

    do(besa, acts.Start())
    play(10)
    do(besa, acts.Pause(why=LUNCH), acts.NoDuff(why=SMOKE), acts.Lift())
    do(luan, acts.Lift(), acts.Run())
    play(20)
    for team in TEAMS:
        assert scribe.ask(besa, c.Message(c.CONTROL, ("watch",), "Two hours to go."), team).done
    do(luan, acts.Duty(duty="clock"))
    do(luan, acts.HoldPoint(at=30 * MINUTE, team="north"))
    play(30)
    scribe.keep(*hold_points(scribe.session))
    do(luan, acts.Run(team="north"))
    play(40)
    scribe.keep(*pauses(scribe.session, STOPPED))
    do(luan, acts.Run())
    play(45)
    do(besa, acts.End(team="north"))
    play(50)
    do(luan, acts.Rewind(to=25 * MINUTE, team="north", why="Once more."))
    scribe.keep_head()
    scribe.close()
    return path
