"""All that control knows of one thing in a team's world, as it is told beside the tables."""

from collections.abc import Callable
from typing import Final

from rich.console import Group, RenderableType

from simulator.engine.views.overview import (
    AssetRow,
    ConsentRow,
    CrewRow,
    GaugeRow,
    ObjectiveRow,
    OrderRow,
    StepRow,
)
from tui import words
from tui.letters import fields
from tui.marks import joined
from tui.plain import plain
from tui.room import physics, truth
from tui.room.truth import Scene
from tui.speech import _

Fields = list[tuple[str, str]]


def about_asset(asset: AssetRow, scene: Scene) -> RenderableType:
    """How it is, and then what each role believes."""
    panel = scene.panel
    service = words.number(truth.share(asset))
    link = _(truth.LINKS[asset.link][0])
    stands = _("Service {level} %; {link}.", level=service, link=link)
    hosts = _("{intact} of {hosts} intact", intact=asset.intact, hosts=asset.hosts)
    rows = [(_("Hosts"), ", ".join([hosts, *truth.trouble(asset)]))]
    if asset.foothold:
        knowing = truth.names(asset.foothold_known_to, panel)
        known = _("known to {roles}", roles=knowing or _("nobody"))
        rows.append((_("Intruder"), _both(known, truth.unaware(asset, panel) if knowing else "")))
    rows.append(_sight(asset.seen_by, scene))
    rows.append((_("Owner"), truth.name(asset.owner, panel)))
    if asset.workaround:
        rows.append((_("Workaround"), _("gives {share} %", share=asset.workaround)))
    return _told(asset.title, stands, rows)


def about_gauge(gauge: GaugeRow, scene: Scene) -> RenderableType:
    value, per_hour = physics.value(gauge, scene.now), truth.moves(gauge, scene.now)
    if gauge.physics is None:
        moves = words.direction(per_hour)
        stands = _("{points} of 100, {moves}", points=value.strip(), moves=moves)
        return _told(gauge.title, stands, [_sight(gauge.seen_by, scene)])
    behind = gauge.physics
    moves = words.direction(per_hour, max(1, behind.digits), behind.unit)
    stands = _("{value}, {moves}", value=value, moves=moves)
    return _told(gauge.title, stands, [*physics.rows(behind), _sight(gauge.seen_by, scene)])


def about_step(step: StepRow, scene: Scene) -> RenderableType:
    said, _ink = truth.step_state(step)
    rows = []
    if step.due is not None:
        when = words.day_time(scene.start, step.due)
        left = words.time_left(step.due, scene.now)
        rows.append((_("Due"), _("{time} (in {left})", time=when, left=left)))
    if step.phase in truth.BEGUN:
        rows.append((_("Since"), words.day_time(scene.start, step.since)))
    if step.waits:
        rows.append((_("Why"), step.waits))
    rows.append((_("Technique"), step.technique or "–"))
    rows.append((_("Noticed"), _("by players") if step.seen else _("by nobody yet")))
    return _told(step.title, said, rows)


def about_crew(crew: CrewRow, scene: Scene) -> RenderableType:
    panel = scene.panel
    stands = _("{busy} of {people} busy", busy=crew.busy, people=crew.people)
    rows = [(_("Led by"), truth.name(crew.role, panel))]
    waiting = truth.queue_names(crew.queue, panel)
    rows += [(str(place), title) for place, title in enumerate(waiting, 1)]
    return _told(crew.title, stands, rows)


def about_order(order: OrderRow, scene: Scene) -> RenderableType:
    said, _ink = truth.ORDERS.get(order.phase, (order.phase, ""))
    rows = [
        (_("Ordered by"), truth.name(order.role, scene.panel)),
        (_("Ordered"), words.day_time(scene.start, order.ordered)),
        (_("Since"), words.day_time(scene.start, order.since)),
    ]
    if order.usual_end is not None:
        rows.append((_("Usually done"), words.day_time(scene.start, order.usual_end)))
    rows.append((_("Priority"), str(order.priority)))
    return _told(truth.order_name(order, scene.panel), _(said), rows)


def about_consent(consent: ConsentRow, scene: Scene) -> RenderableType:
    """What is asked of whom, and whose word it waits for."""
    panel = scene.panel
    said, _ink = truth.CONSENTS.get(consent.phase, (consent.phase, ""))
    rows = [
        (_("Asked by"), truth.name(consent.asker, panel)),
        (_("Asked of"), truth.name(consent.of, panel)),
        (_("Asked"), words.day_time(scene.start, consent.asked)),
        (_("Answer by"), words.day_time(scene.start, consent.due)),
    ]
    rows += [
        (name, said)
        for name, said in (
            (_("Why"), consent.reason),
            (_("Asked back"), consent.question),
            (_("Reply"), consent.reply),
        )
        if said
    ]
    role = truth.name(truth.answers_it(consent), panel)
    if truth.held_by_people(consent, panel):
        whose = _("People hold the seat of {role}: they answer for themselves.", role=role)
    else:
        whose = _("Nobody holds the seat of {role}: control may answer in its place.", role=role)
    return _told(consent.subject, f"{_(said)}. {whose}", rows)


def about_objective(objective: ObjectiveRow, scene: Scene) -> RenderableType:
    """How it is rated so far, measure by measure."""
    meaning = _(words.RATINGS[objective.rating]) if objective.rating in words.RATINGS else ""
    points = _("{points} of {of} points", points=objective.points, of=objective.of)
    stands = f"{objective.rating}: {meaning}; {points}" if meaning else points
    scored = []
    for one in objective.measures:
        points = _("{points} of {of}", points=one.points, of=one.worth)
        scored.append((points, f"{one.title}: {truth.measured(one.now)[0]}"))
    return _told(objective.title, stands, scored)


def _sight(seen_by: tuple[str, ...], scene: Scene) -> tuple[str, str]:
    seeing = truth.names(seen_by, scene.panel)
    blind = truth.blind(seen_by, scene.panel) if seeing else ""
    return _("Seen by"), _both(seeing or _("nobody"), blind)


def _both(those: str, others: str) -> str:
    """Who it is so for, and who it is not."""
    return _("{those}; not {others}", those=those, others=others) if others else those


def _told(title: str, stands: str, rows: Fields) -> RenderableType:
    head = joined(plain(title, "head"), "  ", (stands, "strong"))
    head.no_wrap = False
    return Group(head, fields(rows))


ABOUT: Final[dict[str, Callable[..., RenderableType]]] = {
    "assets": about_asset,
    "gauges": about_gauge,
    "steps": about_step,
    "crews": about_crew,
    "orders": about_order,
    "consents": about_consent,
    "objectives": about_objective,
}
"""What tells of a row, by the field of the panel that the row is in."""


def about(field: str, id: str, scene: Scene) -> RenderableType | None:
    """What is told of the row of this id; None where there is none."""
    rows = getattr(scene.panel, field)
    found = next((row for row in rows if row.id == id), None)
    return ABOUT[field](found, scene) if found else None
