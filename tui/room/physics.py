"""A physical gauge as control reads it: what is true, what is shown, and what is behind it."""

from collections.abc import Iterator

from simulator.engine.views.overview import GaugeRow, PhysicsRow
from tui import words
from tui.marks import WARNING
from tui.room import truth
from tui.speech import _


def in_unit(physics: PhysicsRow, thousandths: int) -> str:
    """`4.2 bar`."""
    return f"{words.number(thousandths / 1000, physics.digits)} {physics.unit}".rstrip()


def value(gauge: GaugeRow, now: int) -> str:
    """Where it truly stands."""
    level = truth.level(gauge, now)
    if gauge.physics is None:
        return f"{words.number(level, 1):>5}"
    return in_unit(gauge.physics, round(level * 1000))


def behind(gauge: GaugeRow) -> str:
    """What is unusual about it, in few words: `shows 4.2 bar; alarms off`."""
    return "; ".join(_behind(gauge.physics)) if gauge.physics else ""


def _behind(physics: PhysicsRow) -> Iterator[str]:
    for alarm in physics.ringing:
        yield f"{WARNING} {alarm}"
    if physics.manual:
        yield _("by hand")
    elif physics.reading == "spoofed":
        yield _("shows {value}", value=in_unit(physics, physics.forged))
    elif physics.reading == "blind":
        yield _("no reading")
    if physics.silent:
        yield _("alarms silenced")


def rows(physics: PhysicsRow) -> list[tuple[str, str]]:
    """All about it, as names and words."""
    return list(_rows(physics))


def _rows(physics: PhysicsRow) -> Iterator[tuple[str, str]]:
    if physics.target is not None:
        yield _("Set point"), in_unit(physics, physics.target)
    ends = in_unit(physics, physics.range_from), in_unit(physics, physics.range_to)
    yield _("Range"), _("{low} to {high}", low=ends[0], high=ends[1])
    yield _("Worked"), _("by hand") if physics.manual else _("by itself")
    yield _("Shown"), _shown(physics)
    silenced = _("silenced") if physics.silent else _("none rings")
    yield _("Alarms"), "; ".join(physics.ringing) or silenced
    if physics.passed:
        yield _("Passed"), "; ".join(physics.passed)


def _shown(physics: PhysicsRow) -> str:
    if physics.manual or physics.reading == "honest":
        return _("the truth")
    if physics.reading == "blind":
        return _("no reading")
    return _("{value}, forged", value=in_unit(physics, physics.forged))
