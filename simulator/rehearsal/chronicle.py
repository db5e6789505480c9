"""What is worth telling of a run, in order: small things together, the rest a line each."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from simulator.engine import events as e
from simulator.engine.fields import FIELDS, part
from simulator.engine.telling import kind_of, sentence
from simulator.engine.titles import Titles
from simulator.rehearsal.bursts import TOGETHER, Line, told_together
from simulator.rehearsal.playing import Played, Refusal
from simulator.speech import say

QUIET: Final = (
    e.InjectRead, e.FactSet, e.StepPlanned, e.InjectsPlanned, e.ContestPlanned, e.ValueTurned,
    e.ReadingTurned,
)  # fmt: skip
"""Of no use to a reader who was not there."""

AT_ONCE: Final[dict[type, tuple[type, ...]]] = {
    e.OrderQueued: (e.WorkStarted,),
    e.WorkStarted: (e.ActionOrdered, e.WorkDone),
    e.OrderRefused: (e.ConsentRefused,),
    e.StepStarted: (e.StepSucceeded,),
    e.ModuleClosed: (e.ModuleOpened,),
}
"""The first goes without saying where one of the others happened at the same second."""

ADDRESSED: Final = (
    e.DecisionOpened, e.DecisionMissed, e.OrderQueued, e.OrderMoved, e.WorkStarted, e.WorkDone,
    e.Revealed, e.ReportDue, e.ReportMissed, e.StepSeen,
)  # fmt: skip
"""Their sentences do not say whom they concern."""

BY_SOMEBODY: Final = (e.DecisionTaken, e.ActionOrdered, e.ReportSent, e.ChallengeSolved)
"""Where people play along with bots, it matters who it was."""


def chronicle(run: Played, language: str) -> list[Line]:
    """The lines of a run, by time."""
    titles = Titles(run.scenario, language, run.state.orders)
    lines = [_refused(titles, refusal) for refusal in run.refused]
    lines += _told_singly(titles, run)
    lines += told_together(titles, run.log, run.state)
    return sorted(lines, key=lambda line: (line.at, line.number))


def _refused(titles: Titles, refusal: Refusal) -> Line:
    command = refusal.cue.command
    words = (getattr(command, field.name) for field in fields(command) if field.name != "role")
    asked = f"{type(command).__name__.lower()} {next(words, '')}".strip()
    said = say(
        titles.language, "{role} was refused “{asked}”: {why}",
        role=titles.role(command.role), asked=asked, why=refusal.why,
    )  # fmt: skip
    return Line(refusal.cue.at, refusal.after, "refused", said)


def _told_singly(titles: Titles, run: Played) -> Iterator[Line]:
    happened = {(type(event), _about(event), event.at) for event in run.log}
    for number, event in enumerate(run.log):
        sayers = AT_ONCE.get(type(event), ())
        said = any((sayer, _about(event), event.at) in happened for sayer in sayers)
        if _worth_a_line(event) and not said:
            yield Line(event.at, number, kind_of(event), _words(titles, run, event))


def _about(event: e.Event) -> str:
    names = (getattr(event, kind, None) for kind in ("order", "request", "module", "step"))
    return next((name for name in names if name), "")


def _worth_a_line(event: e.Event) -> bool:
    if isinstance(event, e.MeasureTurned):
        return event.now in ("met", "failed")
    return not isinstance(event, QUIET + TOGETHER)


def _words(titles: Titles, run: Played, event: e.Event) -> str:
    if isinstance(event, e.InjectSent):
        return _inject(titles, event)
    said = sentence(run.scenario, event, titles.language, titles.orders)
    if isinstance(event, e.StepStarted | e.StepSucceeded):
        said += f" ({', '.join(run.scenario.step[event.step].technique)})"
    if isinstance(event, e.StepSeen):
        said += f" ({titles.words(run.scenario.step[event.step].title)})"
    if isinstance(event, ADDRESSED):
        said = f"{titles.roles(event.to)}: {said}"
    if isinstance(event, BY_SOMEBODY) and run.setup.staffed:
        who = say(titles.language, "bot") if event.bot else say(titles.language, "person")
        said += f" [{who}]"
    return said


def _inject(titles: Titles, event: e.InjectSent) -> str:
    """`SIEM offence → AKSHI  Console: Something moved`."""
    everybody = len(event.to) > 1 and len(event.to) == len(titles.scenario.roles)
    to = say(titles.language, "all") if everybody else titles.roles(event.to)
    channel, sent = FIELDS["channel"](titles, event), FIELDS["sent"](titles, event)
    sender = part(titles, event, "sender")
    return f"{channel} → {to}  {sender}: {sent}" if sender else f"{channel} → {to}  {sent}"
