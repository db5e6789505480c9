"""Choosing which injects of a table are shown, by kinds of what they have to do with."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from tui import words
from tui.marks import joined
from tui.plain import line
from tui.screens.sift import ALL, Ticking
from tui.speech import _
from tui.widgets.choice import Alternative

S = TypeVar("S", bound=tuple[Any, ...])
R = TypeVar("R")


class InjectSift(Ticking[S], Generic[S, R]):
    """A tick for each kind and id that any of the rows has, and how many rows have it."""

    KINDS: ClassVar[Mapping[str, str]]
    """The parts of a sieve that can be ticked, and how a tick in each is called."""

    def __init__(self, rows: Sequence[R], sieve: S) -> None:
        super().__init__()
        self.rows = rows
        self.sieve = sieve

    @abstractmethod
    def there(self) -> Iterator[tuple[str, str, str]]:
        """Kind, id and name of all that can be asked for."""

    @abstractmethod
    def of(self, row: R, kind: str) -> Sequence[str]:
        """What of this kind a row has."""

    def ticked(self) -> frozenset[str]:
        return frozenset(f"{kind}/{id}" for kind in self.KINDS for id in getattr(self.sieve, kind))

    def alternatives(self) -> list[Alternative]:
        told = [(ALL, _("All injects"), len(self.rows))]
        for kind, id, name in self.there():
            found = sum(id in self.of(row, kind) for row in self.rows)
            if found or id in getattr(self.sieve, kind):
                told.append((f"{kind}/{id}", _(self.KINDS[kind], name=name), found))
        return [
            Alternative(id, joined(line(name), (f"  {words.number(found)}", "mute")))
            for id, name, found in told
        ]

    def made(self, wanted: frozenset[str]) -> S:
        ids: dict[str, Any] = {
            kind: frozenset(id.partition("/")[2] for id in wanted if id.startswith(f"{kind}/"))
            for kind in self.KINDS
        }
        sieve: Any = self.sieve
        made: S = sieve._replace(**ids)
        return made
