"""`kulla replay --at T --format …`: one moment of a recorded session, printed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import click
from pydantic import TypeAdapter

from simulator.cli.exits import FINE
from simulator.engine.commands import CONTROL
from simulator.engine.views import RoleView
from simulator.engine.views.overview import Panel
from tui import words
from tui.cleaning import clean
from tui.lines.play import speak_to
from tui.replaying.opening import opened
from tui.replaying.plainly import ReplayTalk
from tui.replaying.projector import Projector
from tui.room.physics import value
from tui.speech import spoken

TOLD: Final = ("clocks", "inbox", "situation", "gauges", "orders", "reports", "log")
"""What of a role's moment is told in lines, after what time it is."""
LAST: Final = 20


def print_json(session: Path, language: str | None, **chosen: Any) -> int:
    """The view of the role, or all that control saw, as data."""
    speak_to(language)
    projector = opened(session, **chosen)
    sight, recall = projector.sight, projector.recall
    told: dict[str, Any] = {
        "session": projector.recorded.header.session, "team": sight.team,
        "take": projector.take.number, "role": sight.role, "at": projector.now,
        "until": projector.until, "language": spoken(), **_stopped(projector),
    }  # fmt: skip
    if sight.role == CONTROL:
        panel = replace(recall.panel(spoken()), team=sight.team)
        told["panel"] = TypeAdapter(Panel).dump_python(panel, mode="json")
    else:
        view = recall.view(sight.role, spoken())
        told["view"] = TypeAdapter(RoleView).dump_python(view, mode="json")
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    return FINE


def _stopped(projector: Projector) -> dict[str, Any]:
    """Why the clock stood there, as all were told; only control knows who called an emergency."""
    stop = projector.stop
    why = stop.why.into(spoken()) if stop else ""
    told: dict[str, Any] = {"no_duff": bool(stop and stop.emergency), "stopped_because": why}
    if projector.sight.role == CONTROL and stop and stop.emergency:
        told["called_by"] = stop.emergency.by
    return told


def print_text(session: Path, language: str | None, **chosen: Any) -> int:
    """The same in lines, as --plain tells it."""
    speak_to(language)
    projector = opened(session, **chosen)
    lines = _of_control(projector) if projector.sight.role == CONTROL else _of_a_role(projector)
    for line in lines:
        click.echo(line)
    return FINE


def _of_a_role(projector: Projector) -> Iterator[str]:
    talk = ReplayTalk(projector)
    talk.arrived()
    yield from talk.desk.told()
    for command in (*TOLD, "summary") if talk.desk.view.over else TOLD:
        yield ""
        yield from talk.hear(command)


def _of_control(projector: Projector) -> Iterator[str]:
    """What time it is, how the world stands, and the last that happened."""
    recall, start = projector.recall, projector.take.scenario.start.isoformat()
    panel = recall.panel(spoken())
    now = words.full_time(start, projector.now)
    yield f"{projector.sight.team}  {now}  {words.since_startex(projector.now)}"
    for moment in projector.moments.all:
        if moment.stop and moment.at == projector.now:
            yield clean(projector.moments.words(moment, spoken()))
    yield ""
    for asset in panel.assets:
        yield clean(f"{asset.title}: {words.service(asset.service / 10)}")
    yield ""
    for gauge in panel.gauges:
        yield clean(f"{gauge.title}: {value(gauge, projector.now).strip()}")
    yield ""
    for told in panel.log[-LAST:]:
        yield clean(f"{words.short_time(start, told.at)}  {told.words}")
