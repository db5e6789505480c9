"""What is next due by time alone in a team's world. Pure."""

from collections.abc import Iterator

from simulator.engine.views.overview import Panel
from tui.speech import _

Due = tuple[int, str]


def events_ahead(panel: Panel, now: int) -> list[Due]:
    """The seconds after `now` at which something is due, with what it is, the soonest first."""
    return sorted(due for due in _dues(panel) if due[0] > now)


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
