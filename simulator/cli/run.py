"""`kulla run`: an exercise played by itself, told as a transcript or as data."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from simulator.cli.exits import BAD_SCENARIO, FINDINGS, FINE, USAGE
from simulator.cli.keeping import FOLDER, keep_of, kept
from simulator.cli.scenario import ScenarioArgument, playable
from simulator.engine.errors import Refused
from simulator.engine.events import Event, as_data
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.policies import POLICIES
from simulator.engine.results import results
from simulator.rehearsal.balance import points_of
from simulator.rehearsal.playing import Played, play_out
from simulator.rehearsal.script import BadScript, Cue, read_script
from simulator.rehearsal.transcript import transcript
from simulator.scenario import Scenario
from simulator.scenario.values import Seconds
from simulator.speech import LANGUAGES, say

FILE = click.Path(dir_okay=False, path_type=Path)


class Unreadable(click.ClickException):
    """A script has mistakes that its author can mend."""

    exit_code = USAGE


class Duration(click.ParamType[int]):
    """A duration as the format writes it; becomes seconds."""

    name = "duration"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return TypeAdapter[int](Seconds).validate_python(value)
        except ValidationError as error:
            self.fail(error.errors()[0]["msg"], param, ctx)


@click.command("run")
@click.argument("path", metavar="SCENARIO", type=ScenarioArgument())
@click.option("--bots", type=click.Choice(POLICIES), default="doctrine", show_default=True,
              help="How the seats behave that no script takes.")  # fmt: skip
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, another luck.")
@click.option("--until", type=Duration(), help="Stop so long after STARTEX, like 6h or 1d2h.")
@click.option("--script", type=FILE, help="Give the commands in this YAML file.")
@click.option(
    "--with", "having", multiple=True, metavar="CAPABILITY", help="Give the country this means."
)
@click.option(
    "--without", "lacking", multiple=True, metavar="CAPABILITY", help="Take this means away."
)
@click.option("--level", default="", metavar="L", help="One of its levels of difficulty.")
@click.option("--side", default="", metavar="S", help="One of its sides.")
@click.option("--events", type=FILE, help="Write all events to this file, as JSON lines.")
@click.option("--keep", type=FOLDER, metavar="DIR", help="Keep it as a session in this new folder.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
def command(
    path: Path, until: int | None, script: Path | None, events: Path | None, form: str, lang: str,
    **chosen: Any,
) -> int:  # fmt: skip
    """Run an exercise by itself and print what happened.

    SCENARIO is the id of one that comes with Kulla, or a path. The same seed gives the same run.
    """
    scenario = playable(path)
    cues = _cues(script, scenario) if script else []
    people = {cue.command.role for cue in cues}
    keeping = keep_of(chosen.pop("keep"), path)
    staffed = tuple(role for role in scenario.roles if role in people)
    try:
        exercise = Exercise(scenario, Setup(staffed=staffed, **chosen))
        if keeping:
            keeping.begin(scenario, exercise, scenario.pace)
    except Refused as refusal:
        raise click.UsageError(f"{refusal.into(lang)}.") from refusal
    with kept(keeping):
        run = play_out(exercise, cues, until)
        if events:
            _write(events, run.log)
        if form == "json":
            click.echo(json.dumps(document(run), ensure_ascii=False, indent=2))
        else:
            click.echo("\n".join(transcript(run, lang)))
    return _left(run, lang)


def _cues(script: Path, scenario: Scenario) -> list[Cue]:
    try:
        return read_script(script, scenario)
    except BadScript as bad:
        raise Unreadable(str(bad)) from bad
    except OSError as error:
        raise click.UsageError(f"{script} can't be read: {error.strerror}.") from error


def _write(path: Path, log: Sequence[Event]) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for event in log:
                file.write(json.dumps(as_data(event), ensure_ascii=False) + "\n")
    except OSError as error:
        raise click.UsageError(f"{path} can't be written: {error.strerror}.") from error


def _left(run: Played, language: str) -> int:
    """Say what went wrong; the exit code that tells it."""
    for cue, why, _ in run.refused:
        said = say(language, "{place}: refused: {why}", place=cue.place, why=why)
        click.echo(said, err=True)
    if run.stuck:
        said = say(
            language, "The exercise got stuck at second {second}: {culprit}",
            second=run.now, culprit=run.stuck,
        )  # fmt: skip
        click.echo(said, err=True)
        return BAD_SCENARIO
    return FINDINGS if run.refused else FINE


def document(run: Played) -> dict[str, Any]:
    """The run as plain data: service in per cent, gauges in points or in their unit, times in
    exercise seconds; `contest` is what was won there."""
    scenario, state = run.scenario, run.state
    return {
        "scenario": scenario.id,
        "digest": scenario.digest,
        "seed": run.setup.seed,
        "bots": run.setup.bots,
        "ended_at": run.now,
        "outcome": state.outcome,
        "level": run.setup.level,
        "side": run.setup.side,
        "events": len(run.log),
        "state_hash": state.hash(),
        "assets": {
            name: {
                "hosts": scenario.assets[name].hosts,
                "intact": asset.intact,
                "encrypted": asset.encrypted,
                "wiped": asset.wiped,
                "link": asset.link,
                "service": asset.service / 10,
            }
            for name, asset in state.assets.items()
        },
        "gauges": {name: gauge.at(run.now) / 1000 for name, gauge in state.gauges.items()},
        "objectives": {
            result.id: {"rating": result.rating, "points": result.points, "of": result.of}
            for result in results(scenario, state, run.now)
        },
        "contest": points_of(run),
        "decisions": _decisions(run),
    }


def _decisions(run: Played) -> list[dict[str, Any]]:
    """Every decision that was closed, in the order in which it was asked."""
    return [
        {
            "id": name,
            "at": decision.at,
            "by": decision.role or None,
            "option": decision.option,
            "by_default": decision.phase == "missed",
            "text": decision.text,
            "reason": decision.reason,
            "confidence": decision.confidence,
        }
        for name, decision in run.state.decisions.items()
        if decision.phase != "open"
    ]
