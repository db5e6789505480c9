"""The last line: what can be done here with which key, by name as far as there is room."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import ActiveBinding, Binding
from textual.keys import format_key
from textual.screen import Screen
from textual.widget import Widget

from tui.acts import CLOCK, HERE, SCREEN, WORK
from tui.marks import joined
from tui.speech import _, mark

ALL: Final = mark("All")
"""What the key to the palette is called."""

Acts = dict[Binding.Group | None, list[Binding]]


class Key(NamedTuple):
    """An act as it is told, with a name or with those of its group before the group's name."""

    act: Binding
    text: str
    name: str = ""

    @property
    def cells(self) -> int:
        return cell_len(self.text) + 1 + (cell_len(self.name) + 2 if self.name else 0)


class Manner(NamedTuple):
    """One way to tell the acts: which groups by their acts' own names, which by the group's, and
    which are left to the palette."""

    alone: frozenset[Binding.Group] = frozenset()
    named: frozenset[Binding.Group] = frozenset((HERE, WORK, CLOCK, SCREEN))
    palette: bool = True
    left_out: frozenset[Binding.Group] = frozenset()


MANNERS: Final = (
    Manner(frozenset((HERE, WORK, CLOCK, SCREEN))),
    Manner(frozenset((HERE, WORK, CLOCK))),
    Manner(frozenset((HERE, WORK))),
    Manner(frozenset((HERE, CLOCK))),
    Manner(frozenset((HERE,))),
    Manner(),
    Manner(named=frozenset((HERE, WORK, CLOCK))),
    Manner(named=frozenset((HERE, WORK))),
    Manner(named=frozenset((WORK,)), palette=False),
    Manner(frozenset((HERE,)), left_out=frozenset((WORK, CLOCK, SCREEN))),
    Manner(named=frozenset((HERE,)), left_out=frozenset((WORK, CLOCK, SCREEN))),
)
"""From the most to the fewest words; the first that fits is taken."""


class KeyLine(Widget):
    """One widget, where the toolkit's own footer is as many as there are keys: it is drawn anew
    with every move of the focus."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Text:
        line = Text(no_wrap=True, overflow="ellipsis")
        for key in self._keys():
            line.append(key.text, "call").append(f" {key.name} " if key.name else "").append(" ")
        return line

    def on_click(self, event: events.Click) -> None:
        if key := self._at(event.x):
            self.app.simulate_key(key.act.key.partition(",")[0])

    def on_mouse_move(self, event: events.MouseMove) -> None:
        key = self._at(event.x)
        self.tooltip = joined(_(key.act.tooltip)) if key else None

    def _at(self, x: int) -> Key | None:
        """What is told at this cell of the line."""
        end = 0
        for key in self._keys():
            end += key.cells
            if x < end:
                return key
        return None

    def _keys(self) -> list[Key]:
        """In the most words that there is room for."""
        # Asked once: the toolkit goes through every key of every part that has the focus.
        bound = self.screen.active_bindings
        acts, palette = self._acts(bound), bound.get(self.app.COMMAND_PALETTE_BINDING)
        for manner in MANNERS:
            keys = list(self._told(acts, manner))
            if palette and manner.palette:
                keys.append(self._key(replace(palette.binding, tooltip=ALL), _(ALL)))
            if sum(key.cells for key in keys) <= self.size.width + 1:
                break
        return keys

    def _told(self, acts: Acts, manner: Manner) -> Iterator[Key]:
        for group, some in acts.items():
            if group in manner.left_out:
                continue
            if group is None or group in manner.alone:
                yield from (self._key(act, _(act.description)) for act in some)
            else:
                *others, last = some
                yield from (self._key(act) for act in others)
                yield self._key(last, _(group.description) if group in manner.named else "")

    def _key(self, act: Binding, name: str = "") -> Key:
        return Key(act, self.app.get_key_display(act), name)

    def _acts(self, bound: Mapping[str, ActiveBinding]) -> Acts:
        """What can be done now by its group, those that are always told by name first."""
        acts: Acts = {None: []}
        told = set()
        for one in bound.values():
            act = one.binding
            if act.show and one.enabled and act.action not in told and not self._typed(act.key):
                told.add(act.action)
                acts.setdefault(act.group, []).append(act)
        return acts

    def _typed(self, key: str) -> bool:
        """Whether the key is but a sign to whoever writes just now: the toolkit doesn't know of
        all keys which sign they are."""
        focused, sign = self.screen.focused, format_key(key)
        return len(sign) == 1 and focused is not None and focused.check_consume_key(key, sign)
