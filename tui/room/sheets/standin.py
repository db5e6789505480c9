"""Acting in the place of a role that nobody plays: its words, its consent, its reply."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.views.overview import ConsentRow, Panel, RoleRow
from tui.plain import plain
from tui.room import abouts, truth, wishes
from tui.room.steer import Steered
from tui.room.truth import Scene
from tui.screens.sheet import Sheet
from tui.screens.verdict import VerdictSheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice, Several
from tui.widgets.writing import Writing


class StandinSheet(Sheet[Steered]):
    """`role` is the one to speak as, where it is chosen already."""

    TITLE = mark("Speak as a role that nobody plays")
    DONE = mark("Go on")

    def __init__(self, panel: Panel, role: str = "") -> None:
        super().__init__()
        self.panel = panel
        self.role = role

    def body(self) -> ComposeResult:
        said = _("To speak as somebody who is no role here, write an inject on the MSEL page.")
        yield self.label(said)
        yield self.label(_("Who speaks"))
        yield Choice([_seat(role) for role in truth.unstaffed(self.panel)], id="speaker")
        yield self.label(_("To (enter or a number chooses one, or leaves it out again)"))
        yield Several([_seat(role) for role in self.panel.roles], id="to")
        yield self.label(_("The words"))
        yield Writing(id="words")

    def on_mount(self) -> None:
        self.query_one("#speaker", Choice).choose(self.role)
        if self.query_one("#speaker", Choice).chosen:
            self.query_one("#to").focus()

    def made(self) -> tuple[Steered, ...]:
        seat = self.query_one("#speaker", Choice).chosen or ""
        to = tuple(id for id in self.query_one("#to", Several).chosen if id != seat)
        text = self.query_one(Writing).text.strip()
        for field, wrong, why in (
            ("#speaker", not seat, _("Choose first who speaks.")),
            ("#to", not to, _("Choose first whom it is to: another than who speaks.")),
            ("#words", not text, _("Write something first, or go back with escape.")),
        ):
            if wrong:
                self.complain(why)
                self.query_one(field).focus()
                return ()
        return (wishes.message(seat, to, text, self.panel),)


class ConsentSheet(VerdictSheet[Steered]):
    """The word of an unstaffed role on a request; the reply, where it was asked back."""

    TITLE = mark("Consent, in the place of a role")
    DONE = mark("Reply")

    def __init__(self, consent: ConsentRow, scene: Scene) -> None:
        super().__init__()
        self.consent = consent
        self.scene = scene
        self.who = truth.name(truth.answers_it(consent), scene.panel)
        self.asked_back = consent.phase == "questioned"

    def body(self) -> ComposeResult:
        yield Static(abouts.about_consent(self.consent, self.scene), classes="ask")
        if self.asked_back:
            yield self.label(_("The reply of {role}", role=self.who))
        else:
            yield self.label(_("The words of {role} with it, or the question", role=self.who))
        yield Input(id="text", compact=True)

    def buttons(self) -> ComposeResult:
        # A reply is no verdict.
        yield from Sheet.buttons(self) if self.asked_back else super().buttons()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "verdict" or not self.asked_back

    def made(self) -> tuple[Steered, ...]:
        text = self.query_one("#text", Input).value.strip()
        if (self.asked_back or self.verdict == "ask") and not text:
            self.complain(_("Write the words first."))
            return ()
        if self.asked_back:
            return (wishes.reply(self.consent, text, self.scene.panel),)
        if self.verdict is None:
            self.ask_for_verdict()
            return ()
        return (wishes.consent(self.consent, self.verdict, text, self.scene.panel),)


def _seat(role: RoleRow) -> Alternative:
    said = plain(role.title)
    said.append_text(plain(f"  {_('people') if role.staffed else _('bot')}", "mute"))
    return Alternative(role.id, said)
