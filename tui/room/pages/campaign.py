"""The adversary's steps as a ladder, and the work and consents of the players' side."""

from typing import ClassVar

from simulator.engine.views.overview import ConsentRow, CrewRow, OrderRow, StepRow
from tui import words
from tui.marks import bar, joined
from tui.plain import line
from tui.room import truth
from tui.room.pages.section import Section
from tui.room.truth import Scene
from tui.speech import _, many, mark
from tui.widgets.grid import Column, Row

_BAR = 5


class Ladder(Section):
    FIELD = "steps"
    TIMED = True
    TITLE = mark("Adversary")
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("State"), 9),
        Column(mark("When"), 9),
        Column(mark("Step")),
        Column(mark("Why"), 0, least=64),
        Column(mark("Technique"), 10, least=100),
    )
    NOTHING = mark("This exercise has no adversary.")

    @classmethod
    def drawn_of(cls, told: StepRow, scene: Scene) -> Row:
        state = truth.step_state(told)
        over = told.phase in ("done", "failed", "stopped")
        return Row(
            told.id,
            {
                "State": joined(state),
                "When": joined((truth.step_time(told, scene), "mute" if over else "strong")),
                "Step": line(told.title, "mute" if over else ""),
                "Why": line(told.waits, "mute"),
                "Technique": line(told.technique, "mute"),
            },
        )

    def first(self, scene: Scene) -> str:
        """Where the adversary goes on."""
        ahead = [step for step in scene.panel.steps if step.phase not in truth.BEGUN]
        return next((step.id for step in (*filter(_next, ahead), *ahead)), "")

    @classmethod
    def counted(cls, scene: Scene) -> str:
        done, number = truth.counted_steps(scene.panel)
        return _("{done} of {number} steps done", done=done, number=number) if number else ""


def _next(step: StepRow) -> bool:
    return step.next


class Crews(Section):
    FIELD = "crews"
    TITLE = mark("Teams")
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Team")),
        Column(mark("Role"), 12, least=48),
        Column(mark("Busy"), 14),
        Column(mark("Queue"), 8),
        Column(mark("What waits"), 0, least=70),
    )
    NOTHING = mark("This exercise has no teams.")

    @classmethod
    def drawn_of(cls, told: CrewRow, scene: Scene) -> Row:
        busy = _(" {busy} of {people}", busy=told.busy, people=told.people)
        full, waiting = told.busy >= told.people, len(told.queue)
        used = 100 * told.busy / max(1, told.people)
        queue = many("{number} waits", "{number} wait", waiting) if waiting else _("none")
        names = truth.queue_names(told.queue, scene.panel)
        return Row(
            told.id,
            {
                "Team": line(told.title),
                "Role": line(truth.name(told.role, scene.panel), "mute"),
                "Busy": joined(bar(used, _BAR, "call" if full else "head"), busy),
                "Queue": joined((queue, "call" if waiting else "mute")),
                "What waits": line(", ".join(names), "mute"),
            },
        )


class TrueOrders(Section):
    """Those that are not over."""

    FIELD = "orders"
    TIMED = True
    TITLE = mark("Orders")
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("State"), 10),
        Column(mark("Order")),
        Column(mark("By"), 12, least=48),
        Column(mark("Ends"), 9),
    )
    NOTHING = mark("No order is under way.")

    @classmethod
    def drawn(cls, scene: Scene) -> list[Row]:
        return [cls.drawn_of(one, scene) for one in scene.panel.orders if one.phase in truth.ORDERS]

    @classmethod
    def drawn_of(cls, told: OrderRow, scene: Scene) -> Row:
        said, ink = truth.ORDERS[told.phase]
        return Row(
            told.id,
            {
                "State": joined((_(said), ink)),
                "Order": line(truth.order_name(told, scene.panel)),
                "By": line(truth.name(told.role, scene.panel), "mute"),
                "Ends": joined(truth.order_end(told, scene.now)),
            },
        )


class OpenConsents(Section):
    FIELD = "consents"
    TIMED = True
    TITLE = mark("Open consents")
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("State"), 12, least=64),
        Column(mark("What for")),
        Column(mark("Who asks whom"), 16),
        Column(mark("By"), 6, least=44),
        Column(mark("Due"), 8),
    )
    NOTHING = mark("No consent is open.")

    @classmethod
    def drawn_of(cls, told: ConsentRow, scene: Scene) -> Row:
        said, ink = truth.CONSENTS.get(told.phase, (told.phase, ""))
        people = truth.held_by_people(told, scene.panel)
        return Row(
            told.id,
            {
                "State": joined((_(said), ink)),
                "What for": line(told.subject),
                "Who asks whom": line(truth.asker(told, scene.panel)),
                "By": joined((_("people") if people else _("bot"), "" if people else "mute")),
                "Due": joined((words.time_left(told.due, scene.now), "call")),
            },
        )
