"""What each participant gets by name: a card for each role, and the lists of who was there."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.printing.figures import between
from simulator.authoring.printing.source import Printed
from simulator.engine.views import ActionView, GaugeView, RoleView
from simulator.engine.wording.figures import bounds
from simulator.paper.blocks import (
    Blank,
    Block,
    Grid,
    Head,
    Points,
    Scale,
    Sheet,
    Words,
    paired,
    some,
)
from simulator.scenario.characters import rejoined
from simulator.scenario.conditions import Bounds
from simulator.session.feedback import AGREE, QUESTIONS, STATEMENTS
from simulator.speech import many, say


def role_cards(p: Printed) -> tuple[Block, ...]:
    """A card for each seat, of what its player is shown at STARTEX."""
    return tuple(_card(p, view) for view in p.views.values())


def _card(p: Printed, view: RoleView) -> Sheet:
    language = p.language
    label = say(language, "Role card {role}", role=view.role.short or view.role.title)
    blocks: tuple[Block | None, ...] = (
        Words(rejoined(view.brief)) if view.brief else None,
        _people(p, view), *_world(p, view), *_actions(p, view), *_reports(p, view),
    )  # fmt: skip
    return Sheet(label, view.role.title, some(blocks))


def _people(p: Printed, view: RoleView) -> Block | None:
    if not view.teams:
        return None
    rows = tuple((team.title, str(team.people)) for team in view.teams)
    heads = (say(p.language, "Team"), say(p.language, "People"))
    return Grid(say(p.language, "Your people"), heads, rows)


def _world(p: Printed, view: RoleView) -> Iterator[Block]:
    language = p.language
    if view.assets:
        yield Grid(
            say(language, "What you see"),
            (
                say(language, "System or service"), say(language, "Owner"), say(language, "Hosts"),
                say(language, "What it is"),
            ),
            tuple(
                (asset.title, asset.owner, str(asset.hosts), rejoined(asset.about))
                for asset in view.assets
            ),
        )  # fmt: skip
    if view.gauges:
        yield Grid(
            say(language, "What you read"),
            (say(language, "Gauge"), say(language, "Normal"), say(language, "What it stands for")),
            tuple((gauge.title, _normal(p, gauge), rejoined(gauge.about)) for gauge in view.gauges),
        )


def _normal(p: Printed, gauge: GaugeView) -> str:
    """What operators call normal, in its unit."""
    if not gauge.physical:
        return ""
    ends = Bounds.model_construct(at_least=gauge.normal_from, at_most=gauge.normal_to)
    named = gauge.normal_from is not None or gauge.normal_to is not None
    return bounds(p.language, ends, gauge.unit) if named else gauge.unit


def _actions(p: Printed, view: RoleView) -> Iterator[Block]:
    if not view.actions:
        return
    language = p.language
    yield Head(say(language, "What you can order"), 2)
    heads = (
        say(language, "Action"), say(language, "What it does"), say(language, "Takes"),
        say(language, "Needs consent of"),
    )  # fmt: skip
    rows = tuple(_action(p, action) for action in view.actions)
    yield Grid(say(language, "Actions"), heads, rows)


def _action(p: Printed, action: ActionView) -> tuple[str, ...]:
    language = p.language
    told = [rejoined(action.about), rejoined(action.expect)]
    if action.targets:
        named = ", ".join(target.title for target in action.targets)
        told.append(say(language, "On: {targets}", targets=named))
    if action.irreversible:
        told.append(say(language, "▲ Can't be undone."))
    takes = [f"{team} {number}" for team, number in action.people]
    takes.append(between(language, action.shortest, action.longest))
    return (
        action.title, "\n".join(filter(None, told)), "\n".join(filter(None, takes)),
        ", ".join(action.consent),
    )  # fmt: skip


def _reports(p: Printed, view: RoleView) -> Iterator[Block]:
    if view.reports:
        yield Head(say(p.language, "What you can report"), 2)
        yield Points(
            tuple(
                say(p.language, "{report}, to {roles}", report=r.title, roles=", ".join(r.to))
                for r in view.reports
            )
        )


def sign_in(p: Printed) -> tuple[Block, ...]:
    """Who was there, in which seat."""
    language = p.language
    seats = [view.role.short or view.role.title for view in p.views.values()]
    leads = [say(language, "Control"), say(language, "Evaluator"), say(language, "Observer")]
    heads = (
        say(language, "Name"), say(language, "Organisation"), say(language, "Seat"),
        say(language, "Came"), say(language, "Went"), say(language, "Signature"),
    )  # fmt: skip
    rows = tuple(("", "", seat, "", "", "") for seat in (*seats, *leads, *[""] * 12))
    return (
        paired(
            (say(language, "Exercise"), p.title),
            (say(language, "Date and place"), "____________________________________"),
        ),
        Grid(say(language, "Who takes part"), heads, rows, tall=True),
    )


def feedback(p: Printed) -> tuple[Block, ...]:
    """What participants think of it, without their names: the same as on their screens."""
    language = p.language
    scale = tuple(map(str, range(1, AGREE + 1)))
    return (
        Words(say(language, "No name is needed. 1 is not at all, 5 is fully."), "mute"),
        Blank(say(language, "My seat was (if you like)")),
        Head(say(language, "How far do you agree?"), 2),
        *(Scale(say(language, statement), scale) for statement in STATEMENTS.values()),
        Head(say(language, "In your own words"), 2),
        *(Blank(say(language, question), 4) for question in QUESTIONS.values()),
    )


def people_number(p: Printed, role: str) -> str:
    """How many people a role has at STARTEX."""
    number = sum(team.people for team in p.views[role].teams)
    return many(p.language, "{number} person", "{number} people", number) if number else ""
