"""A run as a trainer reads it: who played, what happened, how it ended. At most 100 columns."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from textwrap import wrap
from typing import Final

from simulator.cli.bursts import Line
from simulator.cli.chronicle import chronicle
from simulator.cli.playing import Played
from simulator.cli.standing import standing
from simulator.engine.phrases import DAYS
from simulator.engine.titles import Titles

WIDTH: Final = 100
MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def transcript(run: Played, language: str) -> Iterator[str]:
    """The lines of the whole page, in the scenario's texts of this language."""
    yield from _header(run, language)
    day = ""
    for line in chronicle(run, language):
        moment = run.scenario.start + timedelta(seconds=line.at)
        if day != (day := _day(moment)):
            yield from ("", f"-- {day} ".ljust(WIDTH, "-"), "")
        yield from _told(line, moment)
    yield ""
    yield from standing(run, language, WIDTH)


def _told(line: Line, moment: datetime) -> list[str]:
    minutes = line.at // 60
    since = f"T+{minutes // 60:02}:{minutes % 60:02}"
    head = f"{since} {DAYS[moment.weekday()]} {moment:%H:%M}  {line.kind:9}  "
    return hanging(head, line.words)


def hanging(head: str, words: str) -> list[str]:
    """The words behind their head, on as many lines as they need, all within the width."""
    return wrap(
        words, WIDTH, initial_indent=head, subsequent_indent=" " * len(head),
        drop_whitespace=True, break_on_hyphens=False,
    )  # fmt: skip


def _day(moment: datetime) -> str:
    return f"{DAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def _header(run: Played, language: str) -> Iterator[str]:
    titles = Titles(run.scenario, language, run.state.orders)
    yield from wrap(titles.words(run.scenario.title), WIDTH)
    yield f"{run.scenario.id}, seed {run.setup.seed}"
    people = [role for role in run.scenario.roles if role in run.setup.staffed]
    bots = [role for role in run.scenario.roles if role not in run.setup.staffed]
    seats = [("People:", people), (f"Bots ({run.setup.bots}):", bots)]
    having = [name for name, has in run.state.capabilities.items() if has]
    lacking = [name for name, has in run.state.capabilities.items() if not has]
    for head, roles in seats:
        if roles:
            yield from hanging(f"{head} ", titles.roles(roles))
    for head, names in (("With:", having), ("Without:", lacking)):
        if names:
            known = run.scenario.capabilities
            yield from hanging(
                f"{head} ", ", ".join(titles.words(known[name].title) for name in names)
            )
