"""What is next due by time alone in a team's world. Pure."""

from collections.abc import Iterator

from simulator.engine.views.overview import Panel
from tui.speech import _

Due = tuple[int, str]


def events_ahead(panel: Panel, now: int) -> list[Due]:
    """The seconds after `now` at which something is due, with what it is, the soonest first."""
    dues = [*_dues(panel)]
    known = {at for at, _what in dues}
    owed = (due for due in _owed(panel) if due[0] not in known)
    return sorted(due for due in (*dues, *owed) if due[0] > now)


def next_event(panel: Panel, now: int) -> int | None:
    """The soonest of them."""
    return next((at for at, _what in events_ahead(panel, now)), None)


def _dues(panel: Panel) -> Iterator[Due]:
    for inject in panel.msel:
        if inject.state == "due" and inject.due is not None:
            yield inject.due, _("inject: {title}", title=inject.title)
        if inject.decision_due is not None and inject.state in ("sent", "read"):
            yield inject.decision_due, _("deadline: {title}", title=inject.asks or inject.title)
    for step in panel.steps:
        if step.phase == "planned" and step.due is not None:
            yield step.due, _("adversary: {title}", title=step.title)
    for consent in panel.consents:
        yield consent.due, _("consent: {title}", title=consent.subject)
    yield panel.end, _("ENDEX")


def _owed(panel: Panel) -> Iterator[Due]:
    """What people owe next, as a report whose clock runs; what bots owe comes by itself."""
    for role in panel.roles:
        if role.staffed and role.next_due is not None:
            yield role.next_due, _("deadline: {title}", title=role.next_what)
