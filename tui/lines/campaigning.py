"""The adversary's campaign, for who plays it: how it stands, and launching what is ready."""

from collections.abc import Iterator

from simulator.engine.commands import Launch
from simulator.engine.views import CampaignView, RoleView, StageView
from tui import words
from tui.lines.asking import Steps, certain, named
from tui.lines.choosing import Choice, Unclear
from tui.lines.desk import Desk
from tui.lines.numbers import Numbers
from tui.lines.phrases import say, stopped


def campaign(desk: Desk, given: str) -> None:
    """All steps, those that are ready first, and what was gained; or all about one."""
    plan = _of(desk)
    if given:
        desk.tell(*_about(_stage(desk, plan, given), desk.view, desk.numbers))
        return
    desk.tell(stopped(say("campaign-head", name=plan.name, count=len(plan.steps)), plan.about))
    for stage in plan.steps:
        desk.tell(_line(stage, desk.numbers))
    taken = (say("data", title=title, gb=f"{gb:.3g}") for title, gb in plan.leaked)
    desk.tell(
        say("footholds", titles=", ".join(plan.footholds) or say("none-held")),
        say("data-taken", titles=", ".join(taken) or say("none-held")),
    )


def launch(desk: Desk, given: str) -> Steps:
    """The step that is named, or else the only one that is ready, after a question."""
    plan = _of(desk)
    ready = [stage for stage in plan.steps if stage.phase == "ready"]
    stage = ready[0] if len(ready) == 1 and not given else _stage(desk, plan, given)
    if stage.phase != "ready":
        raise Unclear(say("not-ready", title=stage.title))
    if not (yield from certain(desk, say("ask-launch", title=stage.title))):
        return ()
    return (Launch(desk.role, stage.id),)


def _of(desk: Desk) -> CampaignView:
    """The campaign; whoever does not play it has no such command."""
    assert desk.view.campaign is not None
    return desk.view.campaign


def _stage(desk: Desk, plan: CampaignView, given: str) -> StageView:
    """The one that is meant. Raises Unclear."""
    known = [Choice(s.id, desk.numbers.of("step", s.id), s.title) for s in plan.steps]
    id = named(given, known, "a-step").id
    return next(stage for stage in plan.steps if stage.id == id)


def _line(stage: StageView, numbers: Numbers) -> str:
    entry = say("entry", number=numbers.of("step", stage.id), title=stage.title)
    return stopped(entry, say(f"stage-{stage.phase}"), stage.waits)


def _about(stage: StageView, view: RoleView, numbers: Numbers) -> Iterator[str]:
    yield stopped(_line(stage, numbers), stage.about)
    yield stopped(say("technique", names=", ".join(stage.technique)), stage.noticed)
    if stage.usual is not None:
        yield say("usually-ready", time=words.day_time(view.start, stage.usual))
