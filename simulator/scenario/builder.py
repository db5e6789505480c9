"""The tree of one file, built from libyaml's events without recursion.

Only what stands in the file is judged here: what a key means is the models' affair.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn

import yaml

from simulator.scenario.characters import UNSHOWABLE, Crowded, composed, shown, unshowable
from simulator.scenario.keys import all_words, wrong_keys
from simulator.scenario.limits import Limits
from simulator.scenario.located import LocatedList, LocatedMap
from simulator.scenario.problem import Problem
from simulator.scenario.scalars import NUMBER_STARTS, WORDS, Unusable, number
from simulator.scenario.source import Source
from simulator.scenario.syntax import TAGGED


class Stopped(Exception):
    """Reading on is of no use; the reason is already among the problems."""


class _Anchored(NamedTuple):
    """A value that aliases may repeat, and how much of the limits each of them takes."""

    value: Any
    nodes: int
    height: int


class Builder:
    """What is open and filling; the collections around it wait on a stack.

    Events are Any, for the stubs take every mark for optional.
    """

    def __init__(self, source: Source, limits: Limits, problems: list[Problem]) -> None:
        self.source = source
        self.limits = limits
        self.problems = problems
        self.nodes: list[Any] = []  # of the open collection; of a mapping, key and value in turn
        self.indices: list[int] = []
        self.around: list[tuple[list[Any], list[int], int, str | None, int, int]] = []
        self.left = limits.nodes
        self.peak = 0  # the depth reached since the innermost anchored collection began
        self.anchored: dict[str, _Anchored] = {}
        self.has_escapes = "\\" in source.text
        self.aliases = 0
        self.documents = 0

    def build(self, *, list_allowed: bool) -> LocatedMap | LocatedList | None:
        """The tree, with problems added; raises Stopped, and YAMLError where it is no YAML."""
        take: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.StreamStartEvent: self._skip,
            yaml.DocumentStartEvent: self._begin_document,
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.MappingEndEvent: self._close_map,
            yaml.SequenceStartEvent: self._open,
            yaml.SequenceEndEvent: self._close_list,
            yaml.AliasEvent: self._alias,
            yaml.DocumentEndEvent: self._skip,
            yaml.StreamEndEvent: self._skip,
        }
        self._refuse_tag_lines()
        for event in iter(yaml.CSafeLoader(self.source.text).get_event, None):
            take[type(event)](event)
        return self._top(list_allowed)

    def _refuse_tag_lines(self) -> None:
        """libyaml compares each with all before it, for minutes if there are many."""
        index = f"\n{self.source.text}".find("\n%TAG")
        if index >= 0:
            self._stop(index, "Y23", TAGGED)

    @property
    def last(self) -> int:
        """Where the last that was read begins."""
        return self.indices[-1] if self.indices else 0

    def _report(self, index: int, code: str, sentence: str) -> None:
        problem = self.source.problem(index, code, sentence)
        if problem[:3] in {told[:3] for told in self.problems}:
            return
        self.problems.append(problem)
        if len(self.problems) >= self.limits.problems:
            raise Stopped

    def _stop(self, index: int, code: str, sentence: str) -> NoReturn:
        self._report(index, code, sentence)
        raise Stopped

    def _skip(self, event: Any) -> None: ...

    def _begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            sentence = "a second document begins here; delete the '---'"
            self._stop(event.start_mark.index, "Y09", sentence)

    def _scalar(self, event: Any) -> None:
        value = event.value
        index = event.start_mark.index
        if not event.style:
            if value in WORDS:
                value = WORDS[value]
                if value is None:
                    self.source.has_gaps = True
            elif value[0] in NUMBER_STARTS:
                value = self._number(value, index)
        elif event.style == '"' and self.has_escapes:
            value = self._unescaped(value, index)
        if event.tag is not None:
            self._tag(event)
        if event.anchor is not None:
            self.anchored[event.anchor] = _Anchored(value, nodes=1, height=0)
        self.left -= 1
        if self.left < 0:
            self._overfull(index)
        self.nodes.append(value)
        self.indices.append(index)

    def _number(self, word: str, index: int) -> int | float | str:
        try:
            return number(word)
        except Unusable as unusable:
            self._report(index, unusable.code, unusable.sentence)
            return word

    def _unescaped(self, value: str, index: int) -> str:
        """Escapes can write what the file itself was cleaned of."""
        if found := UNSHOWABLE.search(value):
            escape = "; a '\\' in double quotation marks begins an escape"
            self._report(index, "Y05", unshowable(found[0]) + escape)
            value = shown(value)
        try:
            return composed(value)
        except Crowded as crowded:
            self._report(index, "Y06", crowded.sentence)
            return value

    def _open(self, event: Any) -> None:
        index = event.start_mark.index
        if event.tag is not None:
            self._tag(event)
        self.left -= 1
        if self.left < 0:
            self._overfull(index)
        self.around.append((self.nodes, self.indices, index, event.anchor, self.left, self.peak))
        depth = len(self.around)
        if event.anchor is not None or depth > self.peak:
            self.peak = depth
        if depth > self.limits.depth:
            self._too_deep(index)
        self.nodes = []
        self.indices = []

    def _close_list(self, event: Any) -> None:
        self._close(LocatedList(self.nodes))

    def _close_map(self, event: Any) -> None:
        keys = self.nodes[::2]
        pairs = zip(keys, self.nodes[1::2], strict=True)
        tree = LocatedMap(pairs) if all_words(keys) else LocatedMap()
        if len(tree) < len(keys):
            tree = self._without_wrong_keys()
        self._close(tree)

    def _close(self, tree: LocatedMap | LocatedList) -> None:
        tree.source, tree.indices = self.source, self.indices
        self.nodes, self.indices, tree.begin, anchor, left, peak = self.around.pop()
        if anchor is not None:
            height = self.peak - len(self.around)
            self.anchored[anchor] = _Anchored(tree, left - self.left + 1, height)
            self.peak = max(self.peak, peak)
        self.nodes.append(tree)
        self.indices.append(tree.begin)

    def _without_wrong_keys(self) -> LocatedMap:
        wrong = set()
        for at, code, sentence in wrong_keys(self.nodes, self.indices, self.source):
            if sentence:
                self._report(self.indices[at], code, sentence)
            wrong.add(at)
        kept = [at for at in range(0, len(self.nodes), 2) if at not in wrong]
        self.indices = [self.indices[at + half] for at in kept for half in (0, 1)]
        return LocatedMap((self.nodes[at], self.nodes[at + 1]) for at in kept)

    def _alias(self, event: Any) -> None:
        index, name = event.start_mark.index, event.anchor
        self.aliases += 1
        if self.aliases > self.limits.aliases:
            self._stop(index, "Y32", f"the file has more than {self.limits.aliases:,} aliases")
        value, nodes, height = self._meant(name, index)
        self.left -= nodes
        if self.left < 0:
            self._overfull(index)
        self.peak = max(self.peak, len(self.around) + height)
        if self.peak > self.limits.depth:
            self._too_deep(index)
        self.nodes.append(value)
        self.indices.append(index)

    def _meant(self, name: str, index: int) -> _Anchored:
        """What an alias repeats, in its full size."""
        if any(anchor == name for *_, anchor, _, _ in self.around):
            self._report(index, "Y34", f"the alias '*{name}' stands inside '&{name}' itself")
        elif name in self.anchored:
            return self.anchored[name]
        else:
            self._report(index, "Y33", f"nothing above is named '&{name}', as '*{name}' needs")
        return _Anchored(None, nodes=1, height=0)

    def _tag(self, event: Any) -> None:
        self._report(event.start_mark.index, "Y23", TAGGED)

    def _overfull(self, index: int) -> NoReturn:
        sentence = f"the file holds more than {self.limits.nodes:,} values; split it"
        self._stop(index, "Y31", sentence)

    def _too_deep(self, index: int) -> NoReturn:
        sentence = f"lists and mappings are nested more than {self.limits.depth} deep here"
        self._stop(index, "Y30", sentence)

    def _top(self, list_allowed: bool) -> LocatedMap | LocatedList | None:
        tree = self.nodes[0] if self.nodes else None
        if isinstance(tree, LocatedMap) or (list_allowed and isinstance(tree, LocatedList)):
            return tree
        if tree is None:
            self._report(0, "Y07", "the file is empty")
        else:
            wanted = "'key: value' lines" + " or '- ' items" * list_allowed
            kind = "a list" if isinstance(tree, LocatedList) else "a single value"
            self._report(self.indices[0], "Y08", f"the file must be made of {wanted}, not {kind}")
        return None
