"""How it ended, with nothing hidden any more."""

from collections.abc import Iterator

from simulator.engine.views import Debrief, Decided, ObjectiveView, Reported, RoleView
from simulator.engine.views.comparing import Standing
from tui import words
from tui.cleaning import unbroken
from tui.lines.letters import answer_lines
from tui.lines.paper import Prose
from tui.lines.phrases import say, stopped
from tui.lines.situation import gauge_line, standing
from tui.speech import _


def debrief(view: RoleView, told: Debrief, beside: tuple[Standing, ...] = ()) -> Iterator[str]:
    """The summary, top to bottom; `beside` is one's own side and those it played against."""
    yield say("outcome", outcome=told.outcome) if told.outcome else say("outcome-none")
    if told.text:
        yield Prose(unbroken(told.text))
    for title, part in (
        ("objectives", _objectives(told.objectives)),
        ("sides-beside", map(_side, beside)),
        ("decisions", _decisions(told.decisions, view)),
        ("your-reports", _reports(told.reports, view)),
        ("assets", (stopped(asset.title, standing(asset)) for asset in told.assets)),
        ("gauges", map(gauge_line, told.gauges)),
        ("course", _course(view, told)),
        ("history", _history(view, told)),
        ("notes", _notes(view)),
    ):
        lines = list(part)
        if lines:
            yield f"\n{say(title)}"
            yield from lines


def _objectives(objectives: tuple[ObjectiveView, ...]) -> Iterator[str]:
    for objective in objectives:
        yield say(
            "objective",
            title=objective.title,
            rating=objective.rating,
            meaning=_(words.RATINGS[objective.rating]),
            points=objective.points,
            of=objective.of,
        )
        for measure in objective.measures:
            yield "  " + say(
                "met" if measure.met else "not-met",
                points=measure.points,
                worth=measure.worth,
                title=measure.title,
            )


def _side(it: Standing) -> str:
    contest = "" if it.contest is None else say("side-contest", points=it.contest)
    numbers = say(
        "side-line", side=it.side or it.team, points=it.points, of=it.of, met=it.met,
        measures=it.measures, service=words.number(it.service / 10), done=it.done, steps=it.steps,
    )  # fmt: skip
    return stopped(numbers, contest, it.outcome)


def _decisions(decisions: tuple[Decided, ...], view: RoleView) -> Iterator[str]:
    """Each with its answer, what it led to, and what others knew when it was taken."""
    for decided in decisions:
        time = words.short_time(view.start, decided.decision.opened)
        yield say("past", time=time, what=decided.decision.ask)
        yield from answer_lines(decided.decision, view)
        for line in decided.led_to:
            time = words.short_time(view.start, line.at)
            yield "  " + say("led-to", time=time, what=line.words)
        for known in decided.others_knew:
            time = words.short_time(view.start, known.at)
            yield "  " + say("others-knew", role=known.role, time=time, what=known.words)


def _reports(reports: tuple[Reported, ...], view: RoleView) -> Iterator[str]:
    for report in reports:
        parts = (("were-right", report.right), ("were-wrong", report.wrong),
                 ("left-out", report.left_out))  # fmt: skip
        told = [say(phrase, names=", ".join(names)) for phrase, names in parts if names]
        if told:
            time = words.short_time(view.start, report.at)
            yield stopped(say("past", time=time, what=report.title), *told)


def _course(view: RoleView, told: Debrief) -> Iterator[str]:
    for line in told.course:
        yield say("past", time=words.day_time(view.start, line.at), what=line.words)


def _history(view: RoleView, told: Debrief) -> Iterator[str]:
    for past in told.history:
        yield say("past", time=words.past_time(view.start, past.at), what=past.what)


def _notes(view: RoleView) -> Iterator[str]:
    for line in view.log:
        if line.kind == "note":
            yield say("past", time=words.short_time(view.start, line.at), what=line.words)
