"""The page of links: one part of the plot, what it comes from, and what it leads to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable, Input, Static

from simulator.authoring.previewing.asked import Node
from simulator.authoring.previewing.graph import Graph, Link
from simulator.authoring.previewing.page.web import KINDS
from tui.acts import act
from tui.finding import folded
from tui.marks import joined
from tui.plain import clean, line
from tui.previewing.leaf import Leaf
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row

_DEPTH: Final = 3
_MOST: Final = 400
"""Branches end at this depth, and at so many rows: who wants to see more, goes there."""


_KNOTS: Final = frozenset({"asset", "gauge", "team", "capability", "role", "objective"})


class Branch(NamedTuple):
    """A node so many steps away; `again` where it stands in the tree above already."""

    node: Node
    how: str
    depth: int
    again: bool


def branches(graph: Graph, node: Node, *, ahead: bool) -> Iterator[Branch]:
    """The tree of what this leads to, or comes from. Each node is opened once, as near as it stands
    to this one; of things that much hangs on, such as assets, no branch goes on."""
    near = [link.target if ahead else link.source for link in _links(graph, node, ahead)]
    yield from _branches(graph, node, ahead, {node, *near}, 0)


def _links(graph: Graph, node: Node, ahead: bool) -> tuple[Link, ...]:
    return graph.leads_to(node) if ahead else graph.comes_from(node)


def _branches(
    graph: Graph, node: Node, ahead: bool, seen: set[Node], depth: int
) -> Iterator[Branch]:
    for link in _links(graph, node, ahead):
        other = link.target if ahead else link.source
        again = other in seen and depth > 0
        seen.add(other)
        yield Branch(other, link.how, depth, again)
        if not again and depth + 1 < _DEPTH and other.kind not in _KNOTS:
            yield from _branches(graph, other, ahead, seen, depth + 1)


class Tree(Grid):
    """Indented; the row's key begins with its number, so that a node may stand there twice."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Kind"), 10, least=36),
        Column(mark("Part")),
    )
    NOTHING = mark("Nothing.")

    def tell(self, graph: Graph, node: Node, *, ahead: bool) -> None:
        found = [*islice(branches(graph, node, ahead=ahead), _MOST)]
        self.nodes = [branch.node for branch in found]
        self.show(
            [_row(str(n), branch, graph, "→" if ahead else "←") for n, branch in enumerate(found)]
        )

    @property
    def node(self) -> Node | None:
        return self.nodes[int(self.current)] if self.current else None

    nodes: list[Node] = []


def _row(key: str, branch: Branch, graph: Graph, arrow: str) -> Row:
    indent = "  " * branch.depth + ("└ " if branch.depth else "")
    more = " …" if branch.again else ""
    return Row(
        key,
        {
            "Kind": joined((_(KINDS[branch.node.kind]), "mute")),
            "Part": joined(
                (indent, "mute"), (f"{_(branch.how)} {arrow} ", "mute"),
                line(graph.titles[branch.node], "" if branch.depth else "strong"), (more, "mute"),
            ),
        },
    )  # fmt: skip


class LinksPage(Leaf):
    ACTS: ClassVar[list[Binding]] = [
        act("slash", "search", mark("Search"), mark("Go to a part of the plot by its words"),
            id="preview-seek", shown="/"),
        act("backspace", "earlier", mark("Go back"), mark("Back to the part before"),
            id="preview-earlier", shown="←"),
        act("s", "show", mark("Show"), mark("Show the inject in the MSEL"), id="preview-show"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *ACTS,
        Binding("left", "side(0)", show=False),
        Binding("right", "side(1)", show=False),
        Binding("escape", "back", show=False),
    ]

    @dataclass
    class Shown(Message):
        """Somebody wants to see this inject in the MSEL."""

        inject: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.node: Node | None = None
        self.before: list[Node] = []

    def compose(self) -> ComposeResult:
        yield Static(classes="centre")
        with Container(classes="sides"):
            yield Tree(classes="pane comes")
            yield Tree(classes="pane leads")
        yield Input(placeholder=_("Search, enter, esc"), compact=True, classes="search")

    def on_mount(self) -> None:
        self.query_one(Input).display = False
        self.catch_up()

    def go(self, node: Node) -> None:
        """Put this part in the middle."""
        if self.node and self.node != node:
            self.before.append(self.node)
        self.node = node
        self.draw()

    def draw(self) -> None:
        told = self.sight.told
        if told is None or not told.graph.titles:
            return
        graph = told.graph
        if self.node not in graph.titles:
            self.node = next(filter(graph.leads_to, graph.titles), next(iter(graph.titles)))
        assert self.node is not None
        title = line(graph.titles[self.node], "head")
        kind = (f" {_(KINDS[self.node.kind])} ", "badge")
        self.query_one(".centre", Static).update(
            joined(kind, " ", title, (f"  {self.node.id}", "mute"))
        )
        comes, leads = self.query(Tree)
        comes.tell(graph, self.node, ahead=False)
        leads.tell(graph, self.node, ahead=True)
        comes.border_title = Content(_("Comes from"))
        leads.border_title = Content(_("Leads to"))

    @on(DataTable.RowSelected)
    def _walk(self, event: DataTable.RowSelected) -> None:
        event.stop()
        tree = event.data_table
        if isinstance(tree, Tree) and tree.node:
            self.go(tree.node)
            tree.move_cursor(row=0)

    def action_earlier(self) -> None:
        if self.before:
            self.node = self.before.pop()
            self.draw()

    def action_side(self, number: int) -> None:
        [*self.query(Tree)][number].focus()

    def action_show(self) -> None:
        trees = [tree for tree in self.query(Tree) if tree.has_focus]
        for node in (*(tree.node for tree in trees), self.node):
            if node and node.kind == "inject":
                self.post_message(self.Shown(node.id))
                return
        self.notify(_("It is no inject."), timeout=4, markup=False)

    def action_search(self) -> None:
        sought = self.query_one(Input)
        sought.display = True
        sought.focus()

    @on(Input.Submitted)
    def _seek(self, event: Input.Submitted) -> None:
        """Go to the next part, after this one, that has the words in its title or id."""
        event.stop()
        told, sought = self.sight.told, folded(event.value.strip())
        if told and sought:
            nodes = [*told.graph.titles]
            begin = nodes.index(self.node) + 1 if self.node in told.graph.titles else 0
            found = (
                node
                for node in (*nodes[begin:], *nodes[:begin])
                if sought in folded(clean(f"{told.graph.titles[node]} {node.id}"))
            )
            if node := next(found, None):
                self.go(node)
            else:
                self.notify(_("No such part."), timeout=4, markup=False)
        self.action_back()

    def action_back(self) -> None:
        self.query_one(Input).display = False
        self.action_side(1)
