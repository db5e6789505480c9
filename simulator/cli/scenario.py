"""How a command comes to its scenario: named by a person, found, loaded."""

import gc
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from simulator.cli.exits import BAD_SCENARIO
from simulator.scenario import BadScenario, Scenario, load
from simulator.scenario.library import NoSuchScenario, find, shipped


class ScenarioArgument(click.ParamType[Path]):
    """The id of a scenario that comes with Kulla, or a path; becomes the path."""

    name = "scenario"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        try:
            return find(str(value))
        except NoSuchScenario as unknown:
            self.fail(str(unknown), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        paths = [CompletionItem(incomplete, type="file")]
        return [CompletionItem(name) for name in shipped() if name.startswith(incomplete)] or paths


class Unplayable(click.ClickException):
    """A scenario can't be played, for reasons that its author can mend."""

    exit_code = BAD_SCENARIO


def playable(path: Path) -> Scenario:
    """The scenario at `path`; raises Unplayable, which names every problem with its place.

    It stays for as long as the program runs, so the collector is told to walk it no more: that
    halves the time of a long run of a large scenario.
    """
    try:
        scenario = load(path)
    except BadScenario as bad:
        raise Unplayable(f"{path} can't be played:\n{bad}") from bad
    except OSError as unreadable:
        raise Unplayable(f"{path} can't be read: {unreadable.strerror}.") from unreadable
    gc.freeze()
    return scenario
