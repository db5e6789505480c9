"""The page of a contest: the board, the challenge under its cursor, and how all stand."""

from dataclasses import dataclass
from typing import ClassVar

from rich.console import Group, RenderableType
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import DataTable, Input, Static

from simulator.engine.commands import Solve, TakeHint
from simulator.engine.views import ChallengeView, RoleView
from simulator.session.scores import Scores
from tui import contest
from tui.acts import HERE, act
from tui.contest import Guess
from tui.drafts import Drafts
from tui.marks import DONE, NOT, joined
from tui.messages import Asked
from tui.plain import clean, line, plain
from tui.speech import _, mark
from tui.widgets.beside import About
from tui.widgets.challenge import about_challenge
from tui.widgets.flagboard import HEADING, Board
from tui.widgets.grid import Grid
from tui.widgets.scores import PersonScores, TeamScores, title

ANSWER = "answer"
"""What an answer is called in a draft."""


class FlagsPane(Container):
    """`drafts` keep an answer that was written and not given."""

    ACTS: ClassVar[list[Binding]] = [
        act("e", "give_answer", mark("Answer it"),
            mark("Write the answer to the challenge under the cursor")),
        act("v", "files", mark("Files"), mark("Open what is attached to the challenge")),
        act("y", "hint", mark("Hint"), mark("Take the next hint to it, for its price")),
        act("f", "sift_flags", mark("Filter"),
            mark("All challenges, those to solve, those solved")),
        act("o", "scores", mark("Scores"), mark("Go to the scores, or back to the board")),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *ACTS,
        Binding("escape", "back", mark("Board"), True, "esc", tooltip=mark("Board"), group=HERE),
    ]

    @dataclass
    class Priced(Message):
        """The player wants what costs points; `command` is asked once they are sure."""

        question: str
        command: TakeHint

    @dataclass
    class Attached(Message):
        """The player wants to see what is attached to this challenge."""

        challenge: ChallengeView

    view: var[RoleView | None] = var(None)
    scores: var[Scores | None] = var(None)

    def __init__(self, drafts: Drafts | None = None) -> None:
        super().__init__()
        self.drafts = drafts or Drafts()
        self._guess: Guess | None = None
        self._shown = ""
        self._written = self._given = ""
        """What stands in the line, and what of that was given already."""

    def compose(self) -> ComposeResult:
        yield Board(classes="pane board").data_bind(FlagsPane.view, FlagsPane.scores)
        with Vertical(classes="right pane"):
            with About(classes="challenge"):
                yield Static(classes="about")
            yield Static(classes="verdict")
            yield Input(compact=True, id="flag")
        with Container(classes="scores"):
            for kind in (TeamScores, PersonScores):
                yield kind(classes="pane").data_bind(FlagsPane.view, FlagsPane.scores)

    def on_mount(self) -> None:
        self.query_one(PersonScores).border_title = _("People")
        self._entitle()
        self._tell()

    @property
    def board(self) -> Board:
        return self.query_one(Board)

    @property
    def entry(self) -> Input:
        return self.query_one("#flag", Input)

    @property
    def challenge(self) -> ChallengeView | None:
        """The one under the cursor, or that was there last."""
        return contest.challenge_of(self.view.contest if self.view else None, self._shown)

    def watch_view(self) -> None:
        if self.is_mounted:
            self._judge()
            self._entitle()
            self._tell()

    def watch_scores(self) -> None:
        if self.is_mounted:
            self._entitle()
            self._tell()

    def heard(self, done: bool) -> None:
        """The answer that was given last has been judged, or could not be given."""
        if self._guess and done:
            self._guess = self._guess._replace(heard=True)
            self._judge()
        elif not done:
            self._guess, self._given = None, ""
            self.query_one(".verdict", Static).update("")

    def _judge(self) -> None:
        board = self.view.contest if self.view else None
        if self._guess is None or not (verdict := self._guess.verdict(board)):
            return
        id, self._guess = self._guess.was.id, None
        it = contest.challenge_of(board, id)
        solved = it is not None and it.solved is not None
        if not self.is_on_screen:
            self._say(verdict)
        if solved and id == self._shown:
            self._write("")
        said = self.query_one(".verdict", Static)
        said.update(joined((f"{DONE if solved else NOT} {verdict}", "good" if solved else "bad")))

    def _entitle(self) -> None:
        board = self.view.contest if self.view else None
        if board is None or self.view is None:
            return
        said = [board.title, contest.phase(board, self.view.start)]
        if self.board.sieve:
            said.append(_(contest.SIEVES[self.board.sieve]))
        self.board.border_title = Content(clean(" · ".join(said)))
        self.query_one(TeamScores).border_title = Content(title(self.scores))

    @on(DataTable.RowHighlighted)
    def _pointed(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        key = event.row_key.value or ""
        if event.data_table is self.board and key and not key.startswith(HEADING):
            self._turn_to(key)

    def _first(self) -> str:
        """The challenge that stands first on the board, behind the name of its category."""
        board = self.view.contest if self.view else None
        found = contest.sifted(board) if board else ()
        return next((those[0].id for _, those in found), "")

    def _turn_to(self, id: str) -> None:
        """Show another challenge, and the answer that was begun to it."""
        if id == self._shown:
            return
        self._keep()
        self._shown = id
        draft = self.drafts.of(("flag", id))
        self._write(draft.written.get(ANSWER, "") if draft else "")
        self.query_one(".verdict", Static).update("")
        self.query_one(About).scroll_home(animate=False)
        self._tell()

    def _write(self, answer: str) -> None:
        """Put this into the line."""
        self.entry.value = self._written = answer
        self._given = ""

    def _keep(self) -> None:
        """Keep what stands in the line, unless it was given already."""
        about, written = ("flag", self._shown), self._written.strip()
        if written == self._given:
            self.drafts.drop(about)
        elif self._shown:
            self.drafts.keep(about, {ANSWER: written}, self.view.now if self.view else 0)

    def on_unmount(self) -> None:
        self._keep()

    def _tell(self) -> None:
        if not self._shown and (first := self._first()):
            self._turn_to(first)
            self.call_after_refresh(self.board.go_to, first)
            return
        it, view = self.challenge, self.view
        self.entry.display = it is not None and not it.why_not and self.screen.check_action(
            "give_answer", ()
        ) is not False  # fmt: skip
        if it is None or view is None:
            told: RenderableType = plain(_("Choose a challenge on the board."), "mute")
            if view and view.contest:
                told = Group(plain(view.contest.about), told)
        else:
            self.entry.placeholder = it.form or _("Your answer")
            told = Group(*about_challenge(it, self.scores, view))
        self.query_one(".about", Static).update(told)
        self.query_one(".right").border_title = Content(line(it.title).plain if it else "")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the challenge has can be opened, bought or answered."""
        it = self.challenge if self.is_mounted else None
        match action:
            case "files":
                return bool(it and it.attachments)
            case "hint":
                there = it is not None and contest.next_hint(it) is not None
                return there and self.screen.check_action(action, parameters)
            case "give_answer":
                there = it is not None and not it.why_not
                return there and self.screen.check_action(action, parameters)
            case "back":
                return self.is_mounted and not self.board.has_focus
            case _:
                return True

    def action_give_answer(self) -> None:
        self.entry.focus()

    def action_files(self) -> None:
        if self.challenge:
            self.post_message(self.Attached(self.challenge))

    def action_hint(self) -> None:
        it = self.challenge
        if it and self.view and (hint := contest.next_hint(it)):
            command = TakeHint(self.view.role.id, it.id, hint)
            self.post_message(self.Priced(contest.price_asked(it, hint), command))

    def action_sift_flags(self) -> None:
        kinds = [*contest.SIEVES]
        self.board.sieve = kinds[(kinds.index(self.board.sieve) + 1) % len(kinds)]
        self._entitle()

    def action_scores(self) -> None:
        scores = self.query_one(TeamScores)
        self._focus_on(self.board if scores.has_focus else scores)

    def action_back(self) -> None:
        self._focus_on(self.board)

    def _focus_on(self, part: Grid) -> None:
        # What is hidden where it is narrow can't have the focus.
        self.set_class(isinstance(part, TeamScores), "-scores")
        self.set_class(False, "-reading")
        part.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow terminal the challenge takes the room while it is read or answered."""
        self.set_class(event.widget is self.entry or isinstance(event.widget, About), "-reading")
        self.set_class(isinstance(event.widget, TeamScores | PersonScores), "-scores")

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if event.widget is self.entry:
            self._keep()

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if event.data_table is self.board and self.challenge:
            (self.entry if self.entry.display else self.query_one(About)).focus()

    @on(Input.Changed, "#flag")
    def _written_on(self, event: Input.Changed) -> None:
        event.stop()
        self._written = event.value

    @on(Input.Submitted, "#flag")
    def _give(self, event: Input.Submitted) -> None:
        event.stop()
        it, answer = self.challenge, event.value.strip()
        if it is None or self.view is None or not answer:
            return
        command = Solve(self.view.role.id, it.id, answer)
        self._keep()
        self.drafts.send(("flag", it.id), command)
        self._guess, self._given = Guess(it), answer
        self.query_one(".verdict", Static).update(plain(_("… looking at it"), "mute"))
        self.post_message(Asked(command))

    def _say(self, sentence: str) -> None:
        self.app.clear_notifications()
        self.notify(clean(sentence), timeout=4, markup=False)
