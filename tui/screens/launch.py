"""Launching a step of the adversary: asked once more, for what has begun can't be taken back."""

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.engine.commands import Command, Launch
from simulator.engine.views import RoleView, StageView
from tui.screens.form import Form
from tui.speech import _, mark
from tui.widgets.campaign import about_stage


class LaunchForm(Form):
    TITLE = mark("Launch")
    DONE = mark("Launch it")

    def __init__(self, stage: StageView, view: RoleView) -> None:
        super().__init__(view)
        self.stage = stage
        self.view = view

    def body(self) -> ComposeResult:
        yield Static(about_stage(self.stage, self.view), classes="ask")

    def commands(self) -> tuple[Command, ...]:
        if self.stage.phase != "ready":
            self.complain(_("It is not ready to be launched."))
            return ()
        return (Launch(self.role, self.stage.id),)
