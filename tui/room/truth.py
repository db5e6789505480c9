"""A team's true world beside what its roles believe of it, in words and signs. No widgets."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from rich.text import Text

from simulator.engine.views.overview import (
    AssetRow,
    ConsentRow,
    GaugeRow,
    OrderRow,
    Panel,
    RoleRow,
    StepRow,
)
from simulator.session.room import Room
from tui import words
from tui.marks import joined
from tui.room.teams import team_of
from tui.speech import _, mark

LINKS: Final = {
    "connected": (mark("connected"), "mute"),
    "isolated": (mark("isolated"), "call"),
    "switched-off": (mark("switched off"), "call"),
}
STEPS: Final = {
    "waiting": (mark("· waits"), "mute"),
    "planned": (mark("… planned"), ""),
    "blocked": (mark("‖ blocked"), "good"),
    "ready": (mark("◇ ready"), "call"),
    "running": (mark("► running"), "bad"),
    "done": (mark("✓ done"), "bad"),
    "failed": (mark("✗ failed"), "good"),
    "stopped": (mark("■ stopped"), "good"),
}
"""How far the adversary has come with a step; what is good for the players is in that ink."""
BEGUN: Final = frozenset({"running", "done", "failed", "stopped"})
ORDERS: Final = {
    "waiting": (mark("… consent"), "call"),
    "queued": (mark("… queued"), "call"),
    "running": (mark("► running"), "strong"),
}
CONSENTS: Final = {
    "asked": (mark("… asked"), "call"),
    "questioned": (mark("? asked back"), "call"),
}
KNOWN: Final = {
    "all": mark("all know"),
    "none": mark("nobody knows of it"),
    "only": mark("known only to {roles}"),
    "not": mark("unknown to {roles}"),
}
SEEN: Final = {
    "all": mark("all see it"),
    "none": mark("nobody sees it"),
    "only": mark("seen only by {roles}"),
    "not": mark("not seen by {roles}"),
}
"""How many roles know of an intruder, and see an asset."""
_FEW: Final = 2
MEASURES: Final = {
    "": (mark("– open"), "mute"),
    "running": (mark("… running"), ""),
    "holds": (mark("✓ holds so far"), "good"),
    "broken": (mark("✗ broken"), "bad"),
    "met": (mark("✓ met"), "good"),
    "failed": (mark("✗ not met"), "bad"),
}
"""How far a measure has come."""
INKS: Final = {"P": "good", "S": "good", "M": "fair", "U": "bad"}
"""Of the ratings of objectives."""
_SIGNS: Final = (("━", "good"), ("▒", "fair"), ("░", "bad"))


class Scene(NamedTuple):
    """A team's world at second `now` of it; `start` is when its STARTEX was."""

    panel: Panel
    now: int
    start: str


def scene_of(room: Room | None, panel: Panel | None) -> Scene | None:
    """What can be drawn, once both are told."""
    if room is None or panel is None or not room.teams:
        return None
    return Scene(panel, team_of(room, panel.team).now, room.start)


def role_of(id: str, panel: Panel) -> RoleRow | None:
    return next((role for role in panel.roles if role.id == id), None)


def name(role: str, panel: Panel) -> str:
    """What a role is called."""
    known = role_of(role, panel)
    return known.title if known else role


def names(roles: Iterable[str], panel: Panel) -> str:
    return ", ".join(name(role, panel) for role in roles)


def titled(asset: str, panel: Panel) -> str:
    """The title of an asset, or the id itself where it is none."""
    return next((one.title for one in panel.assets if one.id == asset), asset)


def unstaffed(panel: Panel) -> tuple[RoleRow, ...]:
    """The seats in whose place control can act."""
    return tuple(role for role in panel.roles if not role.staffed)


def blind(seen_by: Iterable[str], panel: Panel) -> str:
    """Who does not see it; empty where all do."""
    seeing = tuple(seen_by)
    return names((role.id for role in panel.roles if role.id not in seeing), panel)


def unaware(asset: AssetRow, panel: Panel) -> str:
    """Who does not know of the intruder that is there."""
    return blind(asset.foothold_known_to, panel) if asset.foothold else ""


def beliefs(asset: AssetRow, panel: Panel) -> Text:
    """What roles get wrong, in few words: the intruder they don't know of comes before the rest."""
    if asset.foothold:
        said = _among(asset.foothold_known_to, panel, KNOWN)
        return joined((said, "call" if unaware(asset, panel) else "mute"))
    return joined((_among(asset.seen_by, panel, SEEN), "mute"))


def _among(those: tuple[str, ...], panel: Panel, how: Mapping[str, str]) -> str:
    """Those or the others by name, whoever are fewer; the others where there are but few."""
    others = [role.id for role in panel.roles if role.id not in those]
    if not others or not those:
        return _(how["none" if others else "all"])
    if len(others) > _FEW and len(those) < len(others):
        return _(how["only"], roles=names(those, panel))
    return _(how["not"], roles=names(others, panel))


def trouble(asset: AssetRow) -> tuple[str, ...]:
    """What the adversary has and what is lost, each in a word or two."""
    said = []
    if asset.foothold:
        said.append(_("inside"))
    if asset.encrypted:
        said.append(_("{number} encrypted", number=asset.encrypted))
    if asset.wiped:
        said.append(_("{number} wiped", number=asset.wiped))
    if asset.leaked:
        said.append(_("{number} GB out", number=gigabytes(asset)))
    return tuple(said)


def gigabytes(asset: AssetRow) -> str:
    return words.number(asset.leaked / 1000, 1)


def share(asset: AssetRow) -> float:
    """Its service in per cent."""
    return asset.service / 10


def hosts_bar(asset: AssetRow, cells: int) -> Text:
    """Intact, encrypted and wiped hosts side by side; what there is has a cell at least."""
    parts = (asset.intact, asset.encrypted, asset.wiped)
    sizes = [max(1, round(part / max(1, asset.hosts) * cells)) if part else 0 for part in parts]
    while sum(sizes) > cells:
        sizes[sizes.index(max(sizes))] -= 1
    drawn = Text(no_wrap=True)
    for size, (sign, ink) in zip(sizes, _SIGNS, strict=True):
        drawn.append(sign * size, ink)
    return drawn.append(" " * (cells - sum(sizes)))


def level(gauge: GaugeRow, now: int) -> float:
    """Its value, in points or in its unit, at this second."""
    moved = gauge.value + gauge.per_hour * (now - gauge.since) // 3600
    return min(gauge.high, max(gauge.low, moved)) / 1000


def moves(gauge: GaugeRow, now: int) -> float:
    """What it goes up or down by an hour now; nothing at its end, or where it is brought."""
    at = level(gauge, now) * 1000
    stuck = (at == gauge.low and gauge.per_hour < 0) or (at == gauge.high and gauge.per_hour > 0)
    return 0.0 if stuck else gauge.per_hour / 1000


def rate(per_hour: float, digits: int = 1) -> str:
    """`▲ +2.5/h`, or a sign that it is steady."""
    if abs(per_hour) < 0.5 / 10**digits:
        return "="
    said = words.number(abs(per_hour), digits)
    if per_hour > 0:
        return _("▲ +{rate}/h", rate=said)
    return _("▼ -{rate}/h", rate=said)


def step_state(step: StepRow) -> tuple[str, str]:
    """A sign with a word, and the ink; the step that comes next says so."""
    if step.next and step.phase not in BEGUN:
        return _("▲ next"), "call"
    said, ink = STEPS.get(step.phase, (step.phase, ""))
    return _(said), ink


def step_time(step: StepRow, scene: Scene) -> str:
    """How long until it is due, or when it came to be what it is."""
    if step.due is not None and step.phase not in {"done", "failed", "stopped"}:
        return words.time_left(step.due, scene.now)
    return words.short_time(scene.start, step.since) if step.phase in BEGUN else ""


def counted_steps(panel: Panel) -> tuple[int, int]:
    """How many steps are done, and of how many."""
    return sum(step.phase == "done" for step in panel.steps), len(panel.steps)


def order_name(order: OrderRow, panel: Panel) -> str:
    """What is done, and to what."""
    return f"{order.title}: {titled(order.target, panel)}" if order.target else order.title


def queue_names(queue: Iterable[str], panel: Panel) -> tuple[str, ...]:
    """The orders that wait for a team, by name, as far as they are known."""
    known = {order.id: order_name(order, panel) for order in panel.orders}
    return tuple(known.get(id, id) for id in queue)


def order_end(order: OrderRow, now: int) -> str:
    """How long it usually takes from now on; nobody knows to the second."""
    if order.usual_end is None:
        return ""
    if order.phase == "running" and order.usual_end <= now:
        return _("any time")
    return words.time_left(order.usual_end, now)


def measured(now: str) -> tuple[str, str]:
    """How far a measure has come as a sign with a word, and its ink."""
    said, ink = MEASURES.get(now, (now, ""))
    return _(said), ink


def asker(consent: ConsentRow, panel: Panel) -> str:
    """Who asks whom."""
    return f"{name(consent.asker, panel)} → {name(consent.of, panel)}"


def answers_it(consent: ConsentRow) -> str:
    """The role whose word is waited for: the one asked, or the asker that was asked back."""
    return consent.asker if consent.phase == "questioned" else consent.of


def held_by_people(consent: ConsentRow, panel: Panel) -> bool:
    """Whether people hold the seat whose word is waited for."""
    role = role_of(answers_it(consent), panel)
    return role.staffed if role else consent.staffed
