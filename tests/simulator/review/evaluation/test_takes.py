"""What was rated before control went back counts where it tells of what stayed."""

from pathlib import Path

import pytest

from simulator.paper.markdown import markdown
from simulator.review.findings import Findings, ObjectiveFound
from simulator.review.found import findings
from simulator.review.moments import Moments
from simulator.review.reading import recorded
from simulator.review.report.notes import NONE
from simulator.review.report.whole import report
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.room import RatingRow
from tests.simulator.review.rich import EVERYTHING
from tests.simulator.session.journal.scribe import Scribe

BACK = "in take 1, before control went back to T+00:10"
RULE = "Of what was rated or set before control went back, only that counts"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two takes: Vesa rates in both what was undone, Arben only in the first."""
    scribe = Scribe.begin(tmp_path_factory.mktemp("takes") / "session", EVERYTHING)
    control = scribe.sit(Place("control"), "Besa")
    scribe.connected = frozenset({control.id})
    vesa, arben = (
        scribe.sit(Place("evaluator", "team", "archive"), name) for name in ("Vesa", "Arben")
    )
    team = scribe.session.teams["team"]
    scribe.do(control, acts.Start())
    scribe.do(control, acts.Pause())
    team.advance(300)
    scribe.do(vesa, acts.Rate(objective="serve-readers", grade="S", text="Early."))
    team.advance(1200)
    scribe.do(vesa, acts.Rate(objective="keep-pages", grade="U", text="All burnt."))
    scribe.do(arben, acts.Rate(objective="keep-pages", grade="M", text="Half burnt."))
    scribe.do(control, acts.SetAside(objective="serve-readers", grade="P", why="They were many."))
    scribe.do(vesa, acts.Observe(text="Nobody came.", objective="keep-pages"))
    scribe.do(vesa, acts.Observe(text="They were calm.", objective="keep-pages", at=300))
    scribe.do(control, acts.Rewind(to=600, why="Once more."))
    team.advance(900)
    scribe.do(vesa, acts.Rate(objective="keep-pages", grade="P", text="Nothing burnt."))
    scribe.do(control, acts.End())
    scribe.do(control, acts.Reveal())
    scribe.do(arben, acts.Rate(objective="serve-readers", grade="S", text="As she says."))
    scribe.keep_head()
    scribe.close()
    return scribe.opened.path


def told(path: Path, take: int | None = None) -> Findings:
    return findings(recorded(path), path, "en", take=take)


def objectives(found: Findings) -> dict[str, ObjectiveFound]:
    return {one.id: one for one in found.teams[0].objectives}


def test_the_later_take_goes_by_what_it_shares_and_by_what_was_rated_in_it(path: Path):
    found = told(path)
    keep, serve = (objectives(found)[name] for name in ("keep-pages", "serve-readers"))

    assert [(it.by, it.grade, it.take, it.counts) for it in keep.ratings] == [
        ("Vesa", "P", 2, True), ("Arben", "M", 1, False),
    ]  # fmt: skip
    assert (keep.stands, keep.by) == ("P", "evaluators")
    # what was rated at T+00:05 tells of what both takes have
    assert [(it.by, it.grade, it.back, it.counts) for it in serve.ratings] == [
        ("Vesa", "S", 600, True), ("Arben", "S", None, True),
    ]  # fmt: skip
    assert serve.set_aside is not None
    assert (serve.set_aside.counts, serve.stands, serve.by) == (False, "S", "evaluators")
    assert found.teams[0].disputes == ()
    assert not any("burnt" in point.words for point in found.teams[0].areas)

    # of what she noted in the first take, only what stayed speaks for what she rated in the second
    said = [point.words for point in (*found.teams[0].strengths, *found.teams[0].areas)]
    assert [words for words in said if "Vesa noted" in words] == ["Vesa noted: They were calm."]

    text = markdown(report(found, NONE))
    assert RULE in text
    assert f"T+00:20<br>{BACK} | Nobody came" in text
    assert f"{BACK}<br>does not count here | Arben" in text
    assert f"{BACK} | Vesa" in text
    assert "Set by Besa in place of all others: They were many" in text


def test_the_earlier_take_goes_by_what_was_rated_in_it(path: Path):
    found = told(path, 1)
    keep, serve = (objectives(found)[name] for name in ("keep-pages", "serve-readers"))

    assert [(it.by, it.grade) for it in keep.ratings] == [("Vesa", "U"), ("Arben", "M")]
    assert (keep.stands, keep.by) == ("U", "evaluators")
    assert [(it.by, it.grade) for it in serve.ratings] == [("Vesa", "S")]
    assert (serve.stands, serve.by) == ("P", "override")
    assert [dispute.apart for dispute in found.teams[0].disputes] == [1]
    (agreement,) = found.teams[0].agreements
    assert (agreement.items, agreement.same, agreement.informed) == (1, 0, 0)

    text = markdown(report(found, NONE))
    assert RULE in text
    assert "before control went back to" not in text.replace(RULE, "")


def test_a_replay_comes_upon_what_was_rated_of_the_take_that_it_shows(path: Path):
    session = recorded(path)
    for take, rated in (
        (1, [(300, "Vesa", "S"), (1200, "Vesa", "U"), (1200, "Arben", "M")]),
        (2, [(300, "Vesa", "S"), (900, "Vesa", "P"), (900, "Arben", "S")]),
    ):
        found = Moments(session, session.take("team", take)).all
        ratings = [it.note for it in found if isinstance(it.note, RatingRow)]
        assert [(row.at, row.by, row.grade) for row in ratings] == rated


def test_agreement_is_told_of_what_was_rated_before_the_ratings_were_open(path: Path):
    found = told(path)

    (agreement,) = found.teams[0].agreements
    assert (agreement.items, agreement.informed, agreement.kappa) == (0, 1, None)
    text = markdown(report(found, NONE))
    assert "1 item both Vesa and Arben rated only when one of them could see other ratings" in text
    assert "when other ratings could be seen | Arben" in text


def test_what_is_changed_in_sight_of_others_stands_and_makes_nobody_agree_more(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session", EVERYTHING)
    control = scribe.sit(Place("control"), "Besa")
    scribe.connected = frozenset({control.id})
    vesa, arben = (
        scribe.sit(Place("evaluator", "team", "archive"), name) for name in ("Vesa", "Arben")
    )
    scribe.do(control, acts.Start())
    scribe.do(control, acts.End())
    scribe.do(vesa, acts.Rate(objective="keep-pages", grade="P"))
    scribe.do(arben, acts.Rate(objective="keep-pages", grade="U"))
    scribe.do(control, acts.Rate(objective="keep-pages", grade="S"))
    scribe.do(control, acts.Reveal())
    scribe.do(arben, acts.Rate(objective="keep-pages", grade="S"))
    scribe.keep_head()
    scribe.close()

    found = told(scribe.opened.path)
    assert objectives(found)["keep-pages"].stands == "S"
    known = {it.raters: (it.items, it.same, it.informed) for it in found.teams[0].agreements}
    assert known == {
        ("Vesa", "Arben"): (1, 0, 0), ("Vesa", "Besa"): (0, 0, 1), ("Arben", "Besa"): (0, 0, 1),
    }  # fmt: skip
