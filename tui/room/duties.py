"""The duties of control, in words."""

from typing import Final

from simulator.session.acts import DutyName, Element, Grade, Mark
from tui.speech import mark

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
