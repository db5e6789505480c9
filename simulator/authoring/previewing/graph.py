"""What triggers what: all parts of the plot, and what each leads to and comes from. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from simulator.authoring.previewing.asked import SENDS, Node, NodeKind, asked, touched
from simulator.engine.overseeing.rows import title
from simulator.engine.titles import NO_ORDERS, Titles
from simulator.scenario import Scenario
from simulator.scenario.actions import Action, ConsentFrom
from simulator.scenario.adversary import Step
from simulator.scenario.conditions import Condition
from simulator.scenario.effects import AnyEffect
from simulator.scenario.injects import Inject
from simulator.speech import mark

_TARGET: Final = Node("asset", "target")


class Link(NamedTuple):
    """`source` leads to `target`; `how` says in a few English words, marked to be said in others,
    in which way."""

    source: Node
    target: Node
    how: str


@dataclass(frozen=True, slots=True)
class Graph:
    """`titles` has every node, in the author's order; links stand in that order, too."""

    titles: dict[Node, str]
    links: tuple[Link, ...]
    leads: dict[Node, tuple[Link, ...]]
    comes: dict[Node, tuple[Link, ...]]

    def leads_to(self, node: Node) -> tuple[Link, ...]:
        """What this brings about, or is asked for."""
        return self.leads.get(node, ())

    def comes_from(self, node: Node) -> tuple[Link, ...]:
        """What brings this about, or keeps it off."""
        return self.comes.get(node, ())


def graph(scenario: Scenario, language: str) -> Graph:
    """The graph of the whole scenario, its nodes called as in this language."""
    links = tuple(dict.fromkeys(_links(scenario)))
    leads: defaultdict[Node, list[Link]] = defaultdict(list)
    comes: defaultdict[Node, list[Link]] = defaultdict(list)
    for link in links:
        leads[link.source].append(link)
        comes[link.target].append(link)
    return Graph(
        dict(_titled(scenario, language)),
        links,
        {node: tuple(some) for node, some in leads.items()},
        {node: tuple(some) for node, some in comes.items()},
    )


def _titled(scenario: Scenario, language: str) -> Iterator[tuple[Node, str]]:
    titles = Titles(scenario, language, NO_ORDERS)
    for inject in scenario.injects:
        yield Node("inject", inject.id), title(titles, inject)
        for option in inject.decision.options if inject.decision else ():
            yield Node("option", f"{inject.decision_id}/{option.id}"), titles.words(option.label)
    parts: tuple[tuple[NodeKind, dict[str, object]], ...] = (
        ("action", {**scenario.actions}), ("report", {**scenario.reports}),
        ("step", {**scenario.step}), ("module", {**scenario.modules}),
        ("challenge", {**scenario.challenge}),
        ("fact", {**scenario.facts}), ("gauge", {**scenario.gauges}),
        ("asset", {**scenario.assets}), ("capability", {**scenario.capabilities}),
        ("objective", {**scenario.objectives}), ("outcome", {**scenario.outcomes}),
    )  # fmt: skip
    for kind, some in parts:
        for id, part in some.items():
            words = getattr(part, "title", None) or getattr(part, "about", None)
            yield Node(kind, id), titles.words(words) or id.replace("-", " ")
    for team in scenario.team:
        yield Node("team", team), titles.team(team)
    for role in scenario.roles:
        yield Node("role", role), titles.role(role)


def _links(scenario: Scenario) -> Iterator[Link]:
    for inject in scenario.injects:
        yield from _of_inject(scenario, inject)
    for step in scenario.step.values():
        yield from _of_step(scenario, step)
    yield from _of_hands(scenario)
    yield from _of_board(scenario)
    yield from _of_world(scenario)
    yield from _of_judging(scenario)


def _when(
    scenario: Scenario, condition: Condition | None, target: Node, how: str
) -> Iterator[Link]:
    for node in asked(scenario, condition):
        yield Link(node, target, how)


def _does(scenario: Scenario, source: Node, effects: Iterable[AnyEffect]) -> Iterator[Link]:
    """What somebody's effects touch, and what has a say in whether they do."""
    for effect, touch in touched(effects):
        yield Link(source, touch.node, touch.how)
        yield from _when(scenario, effect.when, touch.node, mark("has a say in"))


def _swayed(scenario: Scenario, chain: Iterable[ConsentFrom], target: Node) -> Iterator[Link]:
    """What those look at whose consent is asked."""
    for link in chain:
        for sway in link.swayed:
            yield from _when(scenario, sway.when, target, mark("has a say in"))


def _of_inject(scenario: Scenario, inject: Inject) -> Iterator[Link]:
    here = Node("inject", inject.id)
    if inject.after:
        yield Link(Node("inject", inject.after), here, mark("is followed by"))
    yield from _when(scenario, inject.when, here, mark("triggers"))
    yield from _when(scenario, inject.unless, here, mark("makes needless"))
    if inject.repeat:
        yield from _when(scenario, inject.repeat.during, here, mark("lets repeat"))
    yield from _does(scenario, here, inject.then)
    for variant in inject.variants:
        yield from _when(scenario, variant.when, here, mark("chooses the variant of"))
        yield from _does(scenario, here, variant.then)
    if inject.corrects:
        yield Link(Node("inject", inject.corrects), here, mark("is corrected by"))
    for option in inject.decision.options if inject.decision else ():
        choice = Node("option", f"{inject.decision_id}/{option.id}")
        yield Link(here, choice, mark("offers"))
        yield from _when(scenario, option.needs, choice, mark("makes possible"))
        yield from _swayed(scenario, option.consent, choice)
        yield from _does(scenario, choice, (*option.then, *option.otherwise))


def _of_step(scenario: Scenario, step: Step) -> Iterator[Link]:
    here = Node("step", step.id)
    for before in step.after:
        yield Link(Node("step", before), here, mark("is followed by"))
    yield from _when(scenario, step.when, here, mark("triggers"))
    yield from _when(scenario, step.blocked_by, here, mark("blocks"))
    yield from _when(scenario, step.stopped_by, here, mark("stops"))
    for hindrance in step.hindered_by:
        yield from _when(scenario, hindrance.when, here, mark("slows"))
    for asset in step.assets():
        yield Link(here, Node("asset", asset), mark("strikes at"))
    if step.seen:
        for sighting in step.seen.sooner:
            yield from _when(scenario, sighting.when, here, mark("helps to notice"))
        if step.seen.inject:
            yield Link(here, Node("inject", step.seen.inject), mark("when noticed, sends"))
    yield from _does(scenario, here, (*step.then, *step.otherwise))


def _of_hands(scenario: Scenario) -> Iterator[Link]:
    """Actions, reports and modules."""
    for name, action in scenario.actions.items():
        here = Node("action", name)
        effects = (*action.first, *action.then, *action.otherwise)
        yield from _aimed(action, _when(scenario, action.needs, here, mark("makes possible")))
        yield from _aimed(action, _swayed(scenario, action.consent, here))
        yield from _aimed(action, _does(scenario, here, effects))
    for name, report in scenario.reports.items():
        here = Node("report", name)
        yield from _when(scenario, report.needs, here, mark("makes possible"))
        if report.clock:
            yield from _when(scenario, report.clock.starts, here, mark("asks for"))
        yield from _does(scenario, here, report.then)
    for name, module in scenario.modules.items():
        here = Node("module", name)
        yield from _when(scenario, module.when, here, mark("opens"))
        yield from _does(scenario, here, module.then)


def _of_board(scenario: Scenario) -> Iterator[Link]:
    for name, challenge in scenario.challenge.items():
        here = Node("challenge", name)
        yield from _when(scenario, challenge.opens, here, mark("opens"))
        yield from _does(scenario, here, challenge.then)


def _aimed(action: Action, links: Iterable[Link]) -> Iterator[Link]:
    """The links of an action; the word `target` stands for each of its own targets."""
    for link in links:
        if _TARGET not in (link.source, link.target):
            yield link
            continue
        for asset in action.targets:
            own = Node("asset", asset)
            yield link._replace(
                source=own if link.source == _TARGET else link.source,
                target=own if link.target == _TARGET else link.target,
            )


def _of_world(scenario: Scenario) -> Iterator[Link]:
    for name, asset in scenario.assets.items():
        for needed in asset.depends_on:
            yield Link(Node("asset", needed.asset), Node("asset", name), mark("is needed by"))
    for name, gauge in scenario.gauges.items():
        for drift in gauge.drifts:
            yield from _when(scenario, drift.when, Node("gauge", name), mark("bends"))
        if gauge.process:
            yield Link(Node("asset", gauge.process.asset), Node("gauge", name), mark("drives"))
        for alarm in gauge.alarms.values():
            if alarm.inject:
                yield Link(Node("gauge", name), Node("inject", alarm.inject), SENDS)
        for limit in gauge.limits.values():
            yield from _does(scenario, Node("gauge", name), limit.then)
    for name, capability in scenario.capabilities.items():
        effects = (*capability.then, *capability.otherwise)
        yield from _does(scenario, Node("capability", name), effects)


def _of_judging(scenario: Scenario) -> Iterator[Link]:
    for name, outcome in scenario.outcomes.items():
        yield from _when(scenario, outcome.when, Node("outcome", name), mark("leads to"))
    for name, objective in scenario.objectives.items():
        here = Node("objective", name)
        for _task, measure in objective.every_measure():
            for key in ("done", "keep", "never", "since"):
                yield from _when(
                    scenario, getattr(measure, key, None), here, mark("is measured by")
                )
            reported = getattr(measure, "reported", None)
            if reported:
                yield Link(Node("report", reported), here, mark("is measured by"))
