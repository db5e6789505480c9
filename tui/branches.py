"""What needs what, as the lines of a tree: an asset stands over the assets it depends on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.engine.views import AssetView

SEPARATOR = "/"


class Branch(NamedTuple):
    """`path` is the ids from the root down; `rails` are the lines before the title.

    What hangs under an asset is drawn once: `again` says that it stands further up.
    """

    path: str
    asset: AssetView
    rails: str = ""
    again: bool = False


def asset_of(path: str) -> str:
    """The id of the asset at the end of a path."""
    return path.rpartition(SEPARATOR)[2]


def branches(assets: Sequence[AssetView]) -> tuple[Branch, ...]:
    """All assets: those that nothing depends on from the left, the others under what needs them."""
    known = {asset.id: asset for asset in assets}
    needed = {id for asset in assets for id in asset.depends_on}
    drawn: set[str] = set()
    roots = [asset for asset in assets if asset.id not in needed]
    found = [branch for root in roots for branch in _under(root, known, drawn)]
    # In a ring everything is needed by something: it is entered where the author began it.
    for asset in assets:
        if asset.id not in drawn:
            found += _under(asset, known, drawn)
    return tuple(found)


def _under(
    asset: AssetView, known: dict[str, AssetView], drawn: set[str], path: str = "", stem: str = ""
) -> Iterator[Branch]:
    """The asset and all beneath it; `stem` is the lines before its title, ending with its own."""
    path = f"{path}{SEPARATOR}{asset.id}" if path else asset.id
    needs = [known[id] for id in asset.depends_on if id in known]
    again = bool(needs) and asset.id in drawn
    yield Branch(path, asset, stem, again)
    drawn.add(asset.id)
    if again:
        return
    trunk = stem.replace("├─", "│ ").replace("└─", "  ")
    for place, need in enumerate(needs, 1):
        rail = "└─ " if place == len(needs) else "├─ "
        yield from _under(need, known, drawn, path, trunk + rail)
