"""The preview: five pages on one scenario, which is read again whenever it is saved."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.lazy import Lazy
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Static, TabbedContent, TabPane

from simulator.authoring.checking.watching import PAUSE, Watched
from simulator.authoring.previewing.asked import Node
from simulator.authoring.previewing.previewed import RUNS
from simulator.engine.errors import Refused
from tui.acts import with_key
from tui.help import help_page
from tui.marks import WARNING, ends, joined
from tui.plain import clean, line
from tui.previewing.busy import LoadPage
from tui.previewing.findings import FindingsPage
from tui.previewing.hands import HANDS, PAGES, PREVIEWING, SIGNS
from tui.previewing.lanes import TimePage
from tui.previewing.links import LinksPage
from tui.previewing.msel import MselPage, Plan
from tui.previewing.sight import Sight, sights, watched_paths
from tui.previewing.trial import Trial, sitting_from
from tui.screens.page import Page
from tui.screens.palette import Hands
from tui.speech import _, many, spoken
from tui.widgets.grid import Grid
from tui.widgets.keyline import KeyLine

KINDS: dict[str, type[MselPage | TimePage | LoadPage | LinksPage | FindingsPage]] = {
    "msel": MselPage, "time": TimePage, "load": LoadPage, "links": LinksPage,
    "findings": FindingsPage,
}  # fmt: skip


class PreviewScreen(Screen[None]):
    """`seed` and `level` are for playing on from here. `pause` is how often (seconds) the files
    are looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *HANDS,
        Binding("ctrl+c", "app.quit", show=False),
    ]
    COMMANDS = {Hands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-full")]
    CSS = """
    PreviewScreen #stands { height: 1; background: $panel; padding: 0 1; }
    PreviewScreen .right { padding: 0 1; }
    PreviewScreen MselPage .right { height: 50%; }
    PreviewScreen MselPage.-under.-reading .left { display: none; }
    PreviewScreen MselPage.-beside .left { width: 3fr; }
    PreviewScreen MselPage.-beside .right { width: 2fr; height: 100%; }
    PreviewScreen.-full MselPage.-beside .left { width: 2fr; }
    PreviewScreen.-full MselPage.-beside .right { width: 1fr; }
    PreviewScreen TimePage .picture { height: auto; max-height: 65%; padding: 0 1; }
    PreviewScreen TimePage .drawn { width: auto; }
    PreviewScreen TimePage Grid { height: 1fr; min-height: 5; }
    PreviewScreen LoadPage .summed { height: auto; max-height: 40%; padding: 0 1; }
    PreviewScreen LinksPage .centre { height: 1; background: $surface; padding: 0 1; }
    PreviewScreen LinksPage .sides { layout: horizontal; height: 1fr; }
    PreviewScreen LinksPage Tree { width: 1fr; height: 100%; }
    PreviewScreen LinksPage .leads { border-left: solid $border; }
    PreviewScreen.-narrow LinksPage .sides { layout: vertical; }
    PreviewScreen.-narrow LinksPage Tree { width: 100%; height: 1fr; }
    PreviewScreen.-narrow LinksPage .leads { border-left: none; }
    PreviewScreen FindingsPage .left { height: 1fr; }
    PreviewScreen FindingsPage .right { height: 40%; min-height: 8; }
    PreviewScreen.-old #msel, PreviewScreen.-old #time, PreviewScreen.-old #load,
    PreviewScreen.-old #links { opacity: 75%; }
    """

    sight: var[Sight] = var(Sight())

    def __init__(
        self, path: Path, seed: int = 0, level: str = "", runs: int = RUNS, pause: float = PAUSE
    ) -> None:
        super().__init__()
        self.path = path
        self.seed = seed
        self.level = level
        self.runs = runs
        self.pause = pause
        self.watched = Watched(watched_paths(path))

    def compose(self) -> ComposeResult:
        yield Static(id="stands")
        with TabbedContent(id="tabs"):
            for page, kind in KINDS.items():
                with TabPane(self._label(page), id=page):
                    made = kind().data_bind(PreviewScreen.sight)
                    yield made if page == "msel" else Lazy(made)
        yield KeyLine()

    def on_mount(self) -> None:
        # The number keys turn the tabs, so that the tab key has only parts of a page to go to.
        self.query_one("#tabs > ContentTabs").can_focus = False
        self.query_one(Plan).focus()
        self._stands()
        self.action_read()
        self.set_interval(self.pause, self._look)

    def _look(self) -> None:
        """Read again what was saved."""
        if self.watched.changed():
            self.action_read()

    def action_read(self) -> None:
        self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        before = self.sight
        async for sight in sights(self.path, spoken(), self.level, before, self.runs):
            self.sight = sight

    def watch_sight(self, before: Sight, after: Sight) -> None:
        if not self.is_mounted:
            return
        self.set_class(after.old, "-old")
        self._stands()
        tabs = self.query_one(TabbedContent)
        for page in PAGES:
            tab, said = tabs.get_tab(page), self._label(page)
            if tab.label != said:
                tab.label = said
        levels = after.told.scenario.levels if after.told else ()
        if self.level and before.told is None and after.told and self.level not in levels:
            lacking = _("There is no level “{level}”: it is shown as written.", level=self.level)
            self.notify(clean(lacking), severity="warning", markup=False)
        if after.told is None and after.findings and before.reading:
            self.action_page("findings")

    def _label(self, page: str) -> Content:
        number = [*PAGES].index(page) + 1
        count = len(self.sight.findings) if page == "findings" else 0
        return Content(f"{number} {_(PAGES[page])}" + (f" {count}" if count else ""))

    def _stands(self) -> None:
        """The first line: what is shown, and whether it is what the files say now."""
        sight = self.sight
        told, name = sight.told, self.path.name
        title = told.titles.words(told.scenario.title) if told else clean(name)
        left = joined((f" {_('PREVIEW')} ", "badge"), " ", line(title, "strong"))
        self.query_one("#stands", Static).update(ends(left, joined(self._state(sight))))

    def _state(self, sight: Sight) -> tuple[str, str]:
        if sight.unreadable:
            return f"{WARNING} {_('can not be read: {why}', why=sight.unreadable)}", "bad"
        if sight.old or (sight.told is None and sight.findings):
            number = len(sight.findings)
            said = many("{number} mistake", "{number} mistakes", number)
            old = _("what is shown is as it was before") if sight.old else ""
            return f"{WARNING} {': '.join(filter(None, (said, old)))}", "bad"
        if sight.told is None:
            return _("reading …"), "mute"
        if sight.played < sight.runs:
            return _("played {done} of {all} runs …", done=sight.played, all=sight.runs), "mute"
        return many(
            "{number} run without people", "{number} runs without people", sight.runs
        ), "mute"

    def acts(self) -> list[Binding]:
        """All acts, those of the pages last, each with its key of now."""
        of_pages = (act for kind in KINDS.values() for act in getattr(kind, "ACTS", ()))
        return [with_key(act) for act in (*HANDS, *of_pages)]

    async def perform(self, act: Binding) -> None:
        """One of the acts, also where the page lies open that it belongs to."""
        for page, kind in KINDS.items():
            if act.id in {own.id for own in getattr(kind, "ACTS", ())}:
                self.action_page(page)
                await self.app.run_action(act.action, self.query(kind).first())
                return
        await self.run_action(act.action)

    @property
    def page(self) -> str:
        """The page that lies open."""
        return self.query_one(TabbedContent).active

    def action_page(self, page: str) -> None:
        self.query_one(TabbedContent).active = page
        parts = [*self.query(f"TabPane#{page} Grid").results(Grid)]
        for part in sorted(parts, key=lambda part: not part.current)[:1]:  # rather one with rows
            part.focus()

    def action_help(self) -> None:
        here = getattr(KINDS[self.page], "ACTS", ())
        acts = [with_key(act) for act in (*HANDS, *here)]
        page = help_page(acts, PREVIEWING, signs=SIGNS)
        self.app.push_screen(Page(_("Help"), page, _("Close  esc")))

    @on(MselPage.Linked)
    def _linked(self, wish: MselPage.Linked) -> None:
        wish.stop()
        self.query_one(LinksPage).go(Node("inject", wish.inject))
        self.action_page("links")

    @on(LinksPage.Shown)
    def _shown(self, wish: LinksPage.Shown) -> None:
        wish.stop()
        self.action_page("msel")
        self.query_one(Plan).go_to(wish.inject)

    @on(MselPage.Played)
    def _played(self, wish: MselPage.Played) -> None:
        wish.stop()
        told = self.sight.told
        if told is None:
            return
        try:
            seat = sitting_from(told.scenario, wish.role, wish.at, self.seed, spoken())
        except Refused as refusal:
            self.notify(clean(refusal.into(spoken())), severity="warning", markup=False)
        else:
            self.app.push_screen(Trial(seat, greets=False))
