"""Setting the world by hand: what can be set of a thing, and the effects of the format it makes.

No widgets; what is written by the scenario's author is told as plain text by whoever draws it.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Final, Literal, NamedTuple

from pydantic import TypeAdapter, ValidationError

from simulator.engine.views.overview import (
    AssetRow,
    CrewRow,
    FactRow,
    GaugeRow,
    Panel,
    PhysicsRow,
    StepRow,
)
from simulator.scenario.values import Seconds
from tui import words
from tui.room import physics, truth
from tui.speech import _, many, mark

Kind = Literal["asset", "gauge", "step", "team", "fact"]
"""The heads of effects, and what they are about."""
Asks = Literal["", "hosts", "gigabytes", "points", "level", "unit", "people", "span"]
"""What has to be written with a setting."""
Value = str | int | float | bool

ASKS: Final[dict[Asks, str]] = {
    "hosts": mark("How many hosts: a number, a share like 40%, or all"),
    "gigabytes": mark("How many GB"),
    "points": mark("How many points; with a minus they are taken away"),
    "level": mark("To how many points, 0 to 100"),
    "unit": mark("How much, in its unit"),
    "people": mark("How many people; with a minus they leave when their work allows"),
    "span": mark("By how long, like 20m or 2h30m"),
}
Known = AssetRow | GaugeRow | StepRow | CrewRow | FactRow
KNOWN: Final[dict[Kind, type[Known]]] = {
    "asset": AssetRow, "gauge": GaugeRow, "step": StepRow, "team": CrewRow, "fact": FactRow,
}  # fmt: skip
_DURATION: Final = TypeAdapter[int](Seconds)
_SHARE: Final = re.compile(r"(\d{1,3}) ?%")


class Thing(NamedTuple):
    """Something in the world, and how it stands in words."""

    kind: Kind
    id: str
    title: str
    stands: str


class Setting(NamedTuple):
    """`field` of an effect becomes `fixed`, or what is written in answer to what it `asks`;
    `why_not` says why it would do nothing."""

    id: str
    words: str
    field: str
    fixed: Value = ""
    asks: Asks = ""
    why_not: str = ""


class Deed(NamedTuple):
    """An effect of the format as JSON, and what it does in words."""

    effect: str
    words: str


def key_of(kind: Kind, id: str) -> str:
    """One word for a thing, so that a row of a list can stand for it."""
    return f"{kind} {id}"


def find(key: str, panel: Panel, now: int = 0) -> Thing | None:
    """The thing that this key stands for, as it is at this second."""
    return next((one for one in things(panel, now) if key_of(one.kind, one.id) == key), None)


def things(panel: Panel, now: int = 0) -> Iterator[Thing]:
    """All that can be set, as it stands."""
    for asset in panel.assets:
        stands = (_(truth.LINKS[asset.link][0]), _hosts(asset), *truth.trouble(asset))
        yield Thing("asset", asset.id, asset.title, ", ".join(stands))
    for gauge in panel.gauges:
        yield Thing("gauge", gauge.id, gauge.title, _level(gauge, now))
    for step in panel.steps:
        yield Thing("step", step.id, step.title, truth.step_state(step)[0])
    for crew in panel.crews:
        busy = _("{busy} of {people} busy", busy=crew.busy, people=crew.people)
        yield Thing("team", crew.id, crew.title, busy)
    for fact in panel.facts:
        yield Thing("fact", fact.id, fact.about or fact.id, _("so") if fact.holds else _("not so"))


def settings(thing: Thing, panel: Panel) -> tuple[Setting, ...]:
    """What can be set of it."""
    rows: list[Known] = [*panel.assets, *panel.gauges, *panel.steps, *panel.crews, *panel.facts]
    kind = KNOWN[thing.kind]
    match next((row for row in rows if isinstance(row, kind) and row.id == thing.id), None):
        case AssetRow() as asset:
            return (*_links(asset), *_losses(asset), *_intrusions(asset))
        case GaugeRow() as gauge if gauge.physics:
            return physical_settings(gauge.physics)
        case GaugeRow():
            return (
                Setting("add", _("add points, or take them away"), "add", asks="points"),
                Setting("set", _("set it to a value"), "set", asks="level"),
            )
        case StepRow() as step:
            return _step(step)
        case CrewRow():
            return (Setting("add", _("add people, or take them away"), "add", asks="people"),)
        case FactRow() as fact:
            return _fact(fact)
        case _:
            return ()


def deed(thing: Thing, setting: Setting, written: str) -> Deed:
    """What comes of it. Raises ValueError with a sentence where what is written is no value."""
    value = _READ[setting.asks](written.strip()) if setting.asks else setting.fixed
    effect = json.dumps({thing.kind: thing.id, setting.field: value}, ensure_ascii=False)
    said = _("{thing}: {what}", thing=thing.title, what=setting.words)
    return Deed(effect, f"{said} ({_said(value, setting)})" if setting.asks else said)


def _said(value: Value, setting: Setting) -> str:
    if isinstance(value, str):
        return _("all") if value == "all" else value
    sign = "+" if setting.field == "add" and value > 0 else ""
    return sign + words.number(value, 0 if value == int(value) else 1)


def _links(asset: AssetRow) -> Iterator[Setting]:
    so = _("It is so already.")
    for link, said in (
        ("connected", _("connect it")),
        ("isolated", _("isolate it")),
        ("switched-off", _("switch it off")),
    ):
        yield Setting(link, said, "set", link, why_not=so if asset.link == link else "")


def _losses(asset: AssetRow) -> Iterator[Setting]:
    none_left = "" if asset.intact else _("No host is intact.")
    yield Setting("encrypt", _("encrypt hosts"), "encrypt", asks="hosts", why_not=none_left)
    gone = "" if asset.wiped < asset.hosts else _("All hosts are wiped.")
    yield Setting("wipe", _("wipe hosts"), "wipe", asks="hosts", why_not=gone)
    whole = "" if asset.intact < asset.hosts else _("All hosts are intact.")
    yield Setting("restore", _("restore hosts"), "restore", asks="hosts", why_not=whole)


def _intrusions(asset: AssetRow) -> Iterator[Setting]:
    inside = _("The intruder is inside already.") if asset.foothold else ""
    yield Setting("foothold", _("let the intruder in"), "foothold", True, why_not=inside)
    outside = "" if asset.foothold else _("No intruder is inside.")
    yield Setting("evict", _("throw the intruder out"), "evict", True, why_not=outside)
    yield Setting("leak", _("leak data, in GB"), "leak", asks="gigabytes")


def _step(step: StepRow) -> tuple[Setting, ...]:
    over = _("It is over.") if step.phase in truth.BEGUN - {"running"} else ""
    late = over or (_("It has begun already.") if step.phase in truth.BEGUN else "")
    if step.phase == "blocked":
        late = _("It is blocked.")
    waits = _("It waits to be launched.") if step.phase == "ready" else ""
    return (
        Setting("start", _("start it now"), "start", True, why_not=late),
        Setting("stop", _("stop it for good"), "stop", True, why_not=over),
        Setting("delay", _("delay it"), "delay", asks="span", why_not=late or waits),
    )


def _fact(fact: FactRow) -> tuple[Setting, ...]:
    so = _("It is so already.")
    return (
        Setting("so", _("it is so"), "set", True, why_not=so if fact.holds else ""),
        Setting("not-so", _("it is not so"), "set", False, why_not="" if fact.holds else so),
    )


def _hosts(asset: AssetRow) -> str:
    return many(
        "{intact} of {number} host intact",
        "{intact} of {number} hosts intact",
        asset.hosts,
        intact=asset.intact,
    )


def _level(gauge: GaugeRow, now: int) -> str:
    if gauge.physics:
        return physics.value(gauge, now)
    return _("{points} of 100", points=words.number(truth.level(gauge, now)))


def physical_settings(physics: PhysicsRow) -> tuple[Setting, ...]:
    """What can be set of a physical gauge, and of what is shown of it."""
    return tuple(_physical(physics))


def _physical(physics: PhysicsRow) -> Iterator[Setting]:
    so = _("It is so already.")
    yield Setting("set", _("set it to a value"), "set", asks="unit")
    if physics.target is not None:
        yield Setting("target", _("change its set point"), "target", asks="unit")
        by_hand, itself = _("let people work it by hand"), _("let it work by itself again")
        yield Setting("manual", by_hand, "manual", True, why_not=so if physics.manual else "")
        yield Setting("by-itself", itself, "manual", False, why_not="" if physics.manual else so)
    honest, blind = physics.reading == "honest", physics.reading == "blind"
    yield Setting("shows", _("forge its reading"), "shows", asks="unit")
    yield Setting("blind", _("cut off its reading"), "blind", True, why_not=so if blind else "")
    yield Setting("honest", _("show the truth again"), "honest", True, why_not=so if honest else "")
    silence, ring = _("silence its alarms"), _("let its alarms ring again")
    yield Setting("silent", silence, "silent", True, why_not=so if physics.silent else "")
    yield Setting("loud", ring, "silent", False, why_not="" if physics.silent else so)


def _some_hosts(written: str) -> Value:
    if written.casefold() in ("all", _("all").casefold()):
        return "all"
    if (found := _SHARE.fullmatch(written)) and 0 < int(found[1]) <= 100:
        return f"{found[1]}%"
    if written.isdecimal() and int(written):
        return int(written)
    raise ValueError(_("Write a number of hosts, a share like 40%, or all."))


def _number(lowest: float, highest: float) -> Callable[[str], Value]:
    def read(written: str) -> Value:
        try:
            value = float(written.replace(",", "."))
        except ValueError:
            value = highest + 1
        if not lowest <= value <= highest:
            low, high = words.number(lowest), words.number(highest)
            raise ValueError(_("Write a number of {low} to {high}.", low=low, high=high))
        return int(value) if value == int(value) else value

    return read


def _some(lowest: float, highest: float) -> Callable[[str], Value]:
    def read(written: str) -> Value:
        value = _number(lowest, highest)(written)
        if not value:
            raise ValueError(_("Write another number than 0."))
        return value

    return read


def _people(written: str) -> Value:
    value = _number(-1000, 1000)(written)
    if not isinstance(value, int) or not value:
        raise ValueError(_("Write how many people, like 2, or -1 where they leave."))
    return value


def _span(written: str) -> Value:
    written = written.replace(" ", "")
    try:
        _DURATION.validate_python(written)
    except ValidationError:
        raise ValueError(_("Write a duration, like 20m or 2h30m.")) from None
    return written


_READ: Final[dict[Asks, Callable[[str], Value]]] = {
    "hosts": _some_hosts,
    "gigabytes": _some(0, 1_000_000),
    "points": _some(-100, 100),
    "level": _number(0, 100),
    "unit": _number(-1_000_000, 1_000_000),
    "people": _people,
    "span": _span,
}
"""How what is written becomes a value; `nan` is no number of any range."""
