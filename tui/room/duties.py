"""The duties of control, in words."""

from typing import Final

from simulator.session.acts import Duty, DutyName, Element, Grade, Mark
from simulator.session.room import Room
from tui.speech import _, mark

DUTIES: Final[dict[DutyName, str]] = {
    "clock": mark("the clock"),
    "injects": mark("injects"),
    "adjudication": mark("judging and the world"),
    "observation": mark("observation"),
}
MARKS: Final[dict[Mark, str]] = {
    "hot-wash": mark("for the hot wash"),
    "urgent": mark("urgent finding"),
    "promise": mark("promise made by control"),
}
GRADES: Final[dict[Grade, str]] = {
    "P": mark("P  performed without challenges"),
    "S": mark("S  performed with some challenges"),
    "M": mark("M  performed with major challenges"),
    "U": mark("U  unable to be performed"),
}
"""As HSEEP's exercise evaluation guides rate."""
ELEMENTS: Final[dict[Element, str]] = {
    "planning": mark("planning"),
    "organisation": mark("organisation"),
    "equipment": mark("equipment"),
    "training": mark("training"),
    "exercises": mark("exercises"),
}
"""What a capability is made of."""


def elsewhere(duty: DutyName, room: Room, grant: str) -> str:
    """Who has a duty that is not this seat's; empty where nobody else has it."""
    others = (row for row in room.duties if row.grant not in ("", grant))
    taken = next((row for row in others if row.duty == duty), None)
    return _("{duty}: {who} has it", duty=_(DUTIES[duty]), who=taken.by) if taken else ""


def taking(duty: DutyName, room: Room, grant: str) -> tuple[Duty, str]:
    """The act by which this seat takes a duty, or gives it back where it is its own, and what is
    said once that is done."""
    back = any((row.duty, row.grant) == (duty, grant) for row in room.duties)
    said = _("You have given it back.") if back else _("It is your duty now.")
    return Duty(duty=duty, off=back), said
