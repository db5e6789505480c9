"""What an author sees of a scenario before anybody plays it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from simulator.authoring.previewing.asked import Node
from simulator.authoring.previewing.facilitating import for_facilitators
from simulator.authoring.previewing.graph import graph
from simulator.authoring.previewing.layers import layered
from simulator.authoring.previewing.page.whole import page, page_of_problems
from simulator.authoring.previewing.previewed import Previewed, previewed, setups
from simulator.authoring.previewing.seen import Sending, seen_item, shapes
from simulator.paper.html.markup import el
from simulator.rehearsal.playing import play
from simulator.scenario import Scenario, load
from simulator.scenario.library import shipped
from simulator.scenario.problem import Problem
from simulator.scenario.values import Text
from tests.simulator.authoring.wellformed import Page


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load(shipped()["first-watch"])


@pytest.fixture(scope="module")
def told(scenario: Scenario) -> Previewed:
    runs = [play(scenario, setup, (), None) for setup in setups(runs=3)]
    return previewed(scenario, "en", runs)


def test_the_plan_says_when_or_in_words_what_it_waits_for(told: Previewed) -> None:
    row = {row.id: row for row in told.plan}

    assert row["clerk"].at == 600
    assert row["first-order"].at is None
    assert (
        row["first-order"].waits == "when “What do you tell the clerk?” is closed; 00:01 after that"
    )


def test_runs_say_when_and_in_how_many_an_inject_was_sent(told: Previewed) -> None:
    sent = told.fired["first-order"]

    assert (sent.sent, sent.runs, sent.share) == (3, 3, 100)
    assert sent.first < sent.median < sent.last
    assert "reminder" not in told.fired  # doctrine never needs to be reminded


def test_a_lane_has_the_messages_the_questions_and_the_work_of_a_role(told: Previewed) -> None:
    watch = told.lanes[0]

    assert watch.role == "watch"
    assert watch.of("inject")[0].begin == 0
    asked = next(bar for bar in watch.of("decision") if bar.of == "clerk")
    assert asked.begin == 600 < asked.end
    assert watch.of("work")


def test_who_has_nothing_is_idle_and_who_has_too_much_is_marked(told: Previewed) -> None:
    strips = told.load.strips

    assert {busy.mark for busy in strips["cyber-desk"]} == {"idle"}
    assert "idle" not in {busy.mark for busy in strips["watch"][:2]}
    assert any(busy.open for busy in strips["watch"])
    assert all(len(strip) * told.load.stretch == told.scenario.length for strip in strips.values())


def test_the_graph_leads_over_options_facts_and_steps(scenario: Scenario) -> None:
    links = graph(scenario, "en")
    clerk = Node("inject", "clerk")

    offered = [link.target for link in links.leads_to(clerk) if link.how == "offers"]
    assert [node.kind for node in offered] == ["option"] * 3
    assert any(link.target.kind == "step" for link in links.leads_to(offered[0]))
    triggers = links.comes_from(Node("inject", "first-order"))
    assert clerk in [link.source for link in triggers]


def test_what_sways_whose_consent_is_asked_leads_to_the_order() -> None:
    everything = load(Path(__file__).parents[3] / "scenarios/everything")
    comes = graph(everything, "en").comes_from(Node("action", "close-doors"))
    assert (Node("report", "damage"), "has a say in") in [(a.source, a.how) for a in comes]


def test_every_end_of_a_link_has_a_title(scenario: Scenario) -> None:
    links = graph(scenario, "en")

    assert all({link.source, link.target} <= links.titles.keys() for link in links.links)


def test_an_inject_is_seen_as_the_player_will_see_it(scenario: Scenario) -> None:
    item = seen_item(scenario, "clerk", "watch", "sq", Sending(600))

    assert item.subject == "Më duket se klikova diçka"
    assert item.decision is not None
    assert item.decision.due == 600 + 1500
    assert not any(option.why_not for option in item.decision.options)


def test_a_variant_can_be_looked_at_beside_what_stands_without_it(scenario: Scenario) -> None:
    forms = shapes(scenario.inject["first-order"])
    sendings = [Sending(0, form) for form in forms]
    texts = {seen_item(scenario, "first-order", "watch", "en", way).text for way in sendings}

    assert forms == ("", "unanswered")
    assert len(texts) == 2


def test_a_letter_tells_what_it_told_in_the_runs(told: Previewed) -> None:
    scenario, [(name, option)] = told.scenario, told.fired["first-order"].values

    then = seen_item(scenario, "first-order", "watch", "en", told.sending("first-order", ""))

    assert (name, bool(option)) == ("decision.clerk", True)
    assert told.titles.option("clerk", option) in then.text
    assert then.text != seen_item(scenario, "first-order", "watch", "en").text


boxes = some.integers(0, 9)


@given(some.lists(some.tuples(boxes, boxes), max_size=30))
def test_every_box_has_a_place_of_its_own(links: list[tuple[int, int]]) -> None:
    places = layered(range(10), links)

    assert places.keys() == set(range(10))
    assert len(set(places.values())) == 10
    assert layered(range(10), links) == places


def test_without_a_circle_all_links_go_to_the_right() -> None:
    links = [(3, 1), (1, 2), (3, 2), (0, 2)]
    places = layered([0, 1, 2, 3], links)

    assert all(places[source].column < places[target].column for source, target in links)


def test_the_page_is_well_formed_and_loads_nothing(told: Previewed) -> None:
    html = page(told)
    read = Page(html)

    assert not read.open
    assert not {"script", "img", "link", "iframe", "object", "form"} & {*read.names}
    links = [value or "" for name, value in read.attributes if name in ("href", "src")]
    anchors = {f"#{value}" for name, value in read.attributes if name == "id"}
    assert set(links) <= anchors
    assert "default-src 'none'" in html
    assert not [name for name, _ in read.attributes if name == "style" or name.startswith("on")]
    assert {value for name, value in read.attributes if name == "lang"} == {"en", "sq"}
    assert page(told) == html


def test_facilitators_see_what_is_read_out_and_what_should_worry_them(scenario: Scenario) -> None:
    said = {
        "read_aloud": Text((("", "It is ${time}, it rings."),)),
        "red_flags": Text((("", "They shout."),)),
    }
    clerk = scenario.inject["clerk"].model_copy(update=said)
    others = (inject for inject in scenario.injects if inject.id != "clerk")
    own = {name: getattr(scenario, name) for name in Scenario.model_fields}
    changed = Scenario.model_construct(None, **own | {"injects": (clerk, *others)})

    side = for_facilitators(previewed(changed, "en"), "clerk")

    assert {("Read aloud", "It is ______, it rings."), ("Red flags", "They shout.")} <= {*side.rows}


def test_text_of_anybody_is_never_markup() -> None:
    assert el("p", "<b onclick='x'>", title='"><i>') == (
        '<p title="&quot;&gt;&lt;i&gt;">&lt;b onclick=&#x27;x&#x27;&gt;</p>'
    )
    broken = page_of_problems("<x>", [Problem("a<b", 1, 2, "F01", "<script>")], "en")
    assert "<script" not in broken
    assert "a&lt;b:1:2" in broken
