"""A run as a trainer reads it: who played, what happened, how it ended. At most 100 columns."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from textwrap import wrap
from typing import Final

from simulator.engine.phrases import KINDS
from simulator.engine.titles import Titles
from simulator.rehearsal.bursts import Line
from simulator.rehearsal.chronicle import chronicle
from simulator.rehearsal.playing import Played
from simulator.rehearsal.standing import standing
from simulator.speech import mark, say
from simulator.speech.habits import dated, weekday

WIDTH: Final = 100
LINES: Final = KINDS | {"refused": mark("refused")}
"""What a line is about, in a word."""


def transcript(run: Played, language: str) -> Iterator[str]:
    """The lines of the whole page, in this language."""
    yield from _header(run, language)
    day = ""
    for line in chronicle(run, language):
        moment = run.scenario.start + timedelta(seconds=line.at)
        if day != (day := _day(moment, language)):
            yield from ("", f"-- {day} ".ljust(WIDTH, "-"), "")
        yield from told(line, moment, language)
    yield ""
    yield from standing(run, language, WIDTH)


def told(line: Line, moment: datetime, language: str) -> list[str]:
    """One line of the chronicle, on as many lines as it needs."""
    minutes = line.at // 60
    since = f"T+{minutes // 60:02}:{minutes % 60:02}"
    wide = max(len(say(language, kind)) for kind in LINES.values())
    kind = say(language, LINES[line.kind]).ljust(wide)
    head = f"{since} {weekday(language, moment)} {moment:%H:%M}  {kind}  "
    return hanging(head, line.words)


def hanging(head: str, words: str) -> list[str]:
    """The words behind their head, on as many lines as they need, all within the width."""
    return wrap(
        words, WIDTH, initial_indent=head, subsequent_indent=" " * len(head),
        drop_whitespace=True, break_on_hyphens=False,
    )  # fmt: skip


def _day(moment: datetime, language: str) -> str:
    return f"{weekday(language, moment)} {dated(language, moment)}"


def _header(run: Played, language: str) -> Iterator[str]:
    titles = Titles(run.scenario, language, run.state.orders)
    yield from wrap(titles.words(run.scenario.title), WIDTH)
    yield say(language, "{id}, seed {seed}", id=run.scenario.id, seed=run.setup.seed)
    people = [role for role in run.scenario.roles if role in run.setup.staffed]
    bots = [role for role in run.scenario.roles if role not in run.setup.staffed]
    played = say(language, "Bots ({policy}):", policy=run.setup.bots)
    seats = [(say(language, "People:"), people), (played, bots)]
    having = [name for name, has in run.state.capabilities.items() if has]
    lacking = [name for name, has in run.state.capabilities.items() if not has]
    for head, roles in seats:
        if roles:
            yield from hanging(f"{head} ", titles.roles(roles))
    means = [(say(language, "With:"), having), (say(language, "Without:"), lacking)]
    for head, names in means:
        if names:
            known = run.scenario.capabilities
            yield from hanging(
                f"{head} ", ", ".join(titles.words(known[name].title) for name in names)
            )
