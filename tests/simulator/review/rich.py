"""A session in which everything happens that a review has to tell of: `rich(tmp_path / "rich")`.

Three teams play `tests/scenarios/everything`: `north` (two takes) and `south` as its sides, and
`harbour`. There are two evaluators who differ, observers, decisions with reasons and confidence,
refusals, reports that are right and wrong, a contest, a discussion, notes with evidence, ratings
by task and one that is set aside, an improvement plan, feedback with and without a name, a host
that was killed, and two records whose words were taken out. What people wrote is hostile now and
then (`HOSTILE`). It is played once in a process, and each caller has a copy of its own.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from simulator.engine import commands as c
from simulator.session import acts, folder
from simulator.session.folder import JOURNAL
from simulator.session.grants import Grant
from simulator.session.journal.record import Draft, without_words
from tests.simulator.review.cast import (
    ESCAPES,
    FORMULA,
    GONE,
    HOSTILE,
    LINK,
    SCRIPT,
    TEMPLATE,
    TURNED,
    TYPST,
    Play,
    seated,
)
from tests.simulator.session.journal.scribe import ROOT, Quick, Scribe, header_of

__all__ = [
    "ESCAPES", "EVERYTHING", "FORMULA", "GONE", "HOSTILE", "LINK", "SCRIPT", "SECRET", "TEAMS",
    "TEMPLATE", "TURNED", "TYPST", "rich",
]  # fmt: skip

EVERYTHING: Final = ROOT / "tests" / "scenarios" / "everything"
TEAMS: Final = ("north", "south", "harbour")
SECRET: Final = "The key of the vault hangs behind the clock."
"""What was said and then taken out again."""
_SEED: Final = 12
_MINUTE: Final = 60
_HOUR: Final = 3600
_RIGHT: Final = (
    ("when", "08:25"), ("how-bad", "bad"), ("help", "nets\nlamps"), ("where", "vault\nindex"),
    ("pages", "12"), ("traces", "wing.example"), ("story", "It came by the window."),
)  # fmt: skip
_WRONG: Final = (
    ("when", "07:00"), ("how-bad", "slight"), ("help", "lamps"), ("where", "reading-room"),
    ("pages", "700"), ("traces", "other.example"), ("story", f"Nobody knows {FORMULA} at all."),
)  # fmt: skip


def rich(path: Path) -> Path:
    """The session as a folder of one's own."""
    shutil.copytree(_played(), path)
    return path


@cache
def _kept() -> TemporaryDirectory[str]:
    """Until the process ends."""
    return TemporaryDirectory()


@cache
def _played() -> Path:
    path = Path(_kept().name) / "rich"
    header = header_of(EVERYTHING, TEAMS, _SEED)
    scribe = Scribe(folder.create(path, EVERYTHING, header, disk=Quick()))
    scribe.keep(Draft("opened", body={"epoch": "0e0e"}))
    play = Play(scribe, seated(scribe))
    play.do(play.cast.control, acts.Start())
    _rashly(play)
    _better(play)
    _late(play)
    _not_at_all(play)
    _killed(play)
    _to_the_end(play)
    _observed(play)
    _rated(play)
    _planned(play)
    _fed_back(play)
    scribe.stand()
    scribe.keep_head()
    scribe.close()
    _taken_out(path)
    return path


def _rashly(play: Play) -> None:
    """North decides rashly, reports what is wrong, and is led back."""
    control, arta = play.cast.control, play.cast.archive["north"]
    play.to("north", 5 * _MINUTE)
    play.ask(arta, c.Read("archive", "opening"))
    play.ask_in_vain(arta, c.Order("archive", "dust-off", "vault", "It is dusty."))
    play.to("north", 22 * _MINUTE)
    play.ask(arta, c.Answer("archive", "lamp", "burn-it", "", f"At once! {SCRIPT}", 95))
    play.ask(play.cast.mate, c.Dissent("archive", "lamp", f"Not the post! {LINK}", "=1+1"))
    play.ask(control, c.Proceed(c.CONTROL), team="north")
    play.to("north", 40 * _MINUTE)
    play.ask(arta, c.Read("archive", "alarm"), c.Send("archive", "damage", _WRONG))
    play.ask(play.cast.council, c.Message("council", ("archive",), f"What burns? {TEMPLATE}"))
    play.to("north", 50 * _MINUTE)
    play.do(play.cast.evaluators[0], acts.Observe(
        text=f"They burnt the post. {TYPST}", objective="keep-pages",
        marks=("hot-wash", "urgent"), evidence=play.places("north", "DecisionTaken"),
    ))  # fmt: skip
    play.do(
        control, acts.Rewind(to=21 * _MINUTE, team="north", why=f"Again. {FORMULA}"),
        acts.Run(team="north"),
    )  # fmt: skip


def _better(play: Play) -> None:
    """The second take of north."""
    arta, mate, council = play.cast.archive["north"], play.cast.mate, play.cast.council
    world = play.scribe.session.teams["north"]
    play.to("north", 24 * _MINUTE)
    play.ask(
        arta, c.Answer("archive", "lamp", "archive", "", "It has the ladder.", 80),
        c.Order("archive", "close-doors", "vault", f"The moth is in. {FORMULA}"),
    )  # fmt: skip
    play.to("north", 31 * _MINUTE)
    play.ask(
        council, *(c.Consent("council", it, "grant", "Go.") for it in world.exercise.state.requests)
    )
    play.ask(arta, c.Read("archive", "alarm"), c.Send("archive", "damage", _RIGHT))
    play.ask(mate, c.Note("archive", SECRET))
    play.to("north", 55 * _MINUTE)
    book = (("event", f"A moth came in. {LINK}"), ("weather", "storm"))
    play.ask(arta, c.Send("archive", "log-book", book))
    play.to("north", 70 * _MINUTE)
    play.ask(mate, c.TakeHint("archive", "first-page", 1, "=1+1"))
    play.ask(arta, c.Solve("archive", "first-page", "moth", "Arta"))
    play.ask(mate, c.Solve("archive", "first-page", "silverfish", "=1+1"))
    play.ask(arta, c.Propose("archive", f"We want cats. {TEMPLATE}"))
    proposal = next(iter(world.exercise.state.proposals))
    cats = ('{"gauge": "patience", "add": 2}',)
    rule = c.Rule(c.CONTROL, proposal, "allow", effects=cats, text="The cats come.")
    play.ask(play.cast.control, rule, team="north")


def _late(play: Play) -> None:
    """South decides in words of its own, and reports late and wrongly."""
    archive, control, second = play.cast.archive["south"], play.cast.control, play.cast.second
    play.to("south", 45 * _MINUTE)
    answer = f"Whoever is nearest. {TYPST} {ESCAPES}"
    play.ask(
        archive, c.Read("archive", "lamp-out"),
        c.Answer("archive", "lamp", None, answer, "It is dark.", 30),
    )  # fmt: skip
    rule = c.Rule(c.CONTROL, "lamp", "allow", "archive", 60, text="They find a ladder.")
    play.ask(second, rule, team="south")
    play.to("south", 100 * _MINUTE)
    play.ask(archive, c.Send("archive", "damage", _WRONG))
    play.ask_in_vain(archive, c.Send("archive", "damage", ()))
    write = c.Write(c.CONTROL, ("archive",), "phone", f"A call {LINK}", f"Hurry. {SCRIPT}")
    play.ask(control, write, team="south")
    message = c.Message("mainland", ("archive",), "We come.")
    play.ask(second, message, team="south", seat="mainland")


def _not_at_all(play: Play) -> None:
    """Harbour lets everything go."""
    play.to("harbour", 100 * _MINUTE)
    play.ask(play.cast.archive["harbour"], c.Note("archive", f"Is anybody there? {TURNED}"))


def _killed(play: Play) -> None:
    """The host is killed in mid-exercise, and another one goes on."""
    play.scribe.keep(Draft("opened", body={"epoch": "0f0f"}))
    pause = acts.Pause(why=f"Lunch. {FORMULA}")
    play.do(play.cast.control, pause, acts.Pace(pace=600.0), acts.Run())
    play.do(play.cast.control, acts.Pause(team="south"))
    assert not play.scribe.do(play.cast.control, acts.Pause(team="south")).done
    play.do(play.cast.control, acts.Run(team="south"))


def _to_the_end(play: Play) -> None:
    """All come to the discussions and go on; harbour's ENDEX is called by hand."""
    control, arta = play.cast.control, play.cast.archive["north"]
    for team in TEAMS:
        play.to(team, 4 * _HOUR)
    play.ask(arta, c.Discuss("archive", "first-care", f"The vault. {SCRIPT}"))
    told = c.Answer("council", "question", None, f"All is well. {FORMULA}")
    play.ask(play.cast.council, told)
    for team in TEAMS:
        play.ask(control, c.Proceed(c.CONTROL), team=team)
        play.to(team, 8 * _HOUR)
        play.ask(control, c.Proceed(c.CONTROL), team=team)
    play.to("harbour", 9 * _HOUR)
    play.do(control, acts.End(team="harbour", why=f"Enough. {LINK}"))
    play.ask_in_vain(play.cast.archive["harbour"], c.Note("archive", "Already?"))
    for team in TEAMS[:2]:
        play.to(team, 13 * _HOUR)


def _observed(play: Play) -> None:
    control, second = play.cast.control, play.cast.second
    play.do(play.cast.evaluators[1], acts.Observe(
        text="They asked before they closed the doors.", role="archive", at=31 * _MINUTE,
        evidence=play.places("north", "ConsentGiven")[:1],
    ))  # fmt: skip
    play.do(control, acts.Observe(
        text=f"{FORMULA}\n# A heading\n- a list\n{SCRIPT}", team="south", role="archive",
        marks=("urgent",), at=45 * _MINUTE, evidence=(0, 1, 2),
    ))  # fmt: skip
    play.do(
        control, acts.Observe(text="The radio was too quiet.", team="north", marks=("hot-wash",))
    )
    play.do(second, acts.Observe(text="We send them the list.", team="harbour", marks=("promise",)))


def _rated(play: Play) -> None:
    """Two evaluators differ about north; control rates the others, and sets one rating aside."""
    one, other = play.cast.evaluators
    _graded(play, one, "P", "P", "S")
    _graded(play, other, "M", "P", "U")
    play.do(
        play.cast.control, acts.Rate(objective="keep-pages", grade="M", team="south"),
        acts.Rate(objective="serve-readers", grade="U", team="harbour", text=TYPST),
        acts.SetAside(objective="keep-pages", grade="S", team="north", why=f"Seen. {SCRIPT}"),
        acts.SetAside(objective="keep-pages", grade="P", team="harbour", why="A slip."),
        acts.SetAside(objective="keep-pages", team="harbour", off=True),
    )  # fmt: skip


def _graded(
    play: Play, who: Grant, notice: acts.Grade, tell: acts.Grade, serve: acts.Grade
) -> None:
    why = f"{who.id} saw it so. {FORMULA}"
    play.do(
        who, acts.Rate(objective="keep-pages", task="notice", grade=notice, text=why),
        acts.Rate(objective="keep-pages", task="tell", grade=tell),
        acts.Rate(objective="serve-readers", grade=serve, text=LINK),
    )  # fmt: skip


def _planned(play: Play) -> None:
    rows = (
        acts.Plan(
            issue=f"Nobody knew whom to call. {FORMULA}", capability="Preservation",
            element="planning", action=f"Write the list. {SCRIPT}", owner="=1+1",
            starts="2030-06-01", due="2030-07-01", check="keep-pages/1", team="north",
            evidence=play.places("north", "ReportSent"),
        ),
        acts.Plan(
            issue="The ladder is short.", element="equipment", action="Buy a ladder.",
            owner="The keeper", due="2030-06-15", check="the lamp is lit",
        ),
        acts.Plan(issue="A slip.", element="training", action="None.", team="south"),
    )  # fmt: skip
    play.do(play.cast.control, *rows, acts.Plan(item="3", issue="", action="", off=True))


def _fed_back(play: Play) -> None:
    archive, nobody = play.cast.archive, "a-sheet-that-nobody-else-has"
    well = (("structured", 4), ("plausible", 5), ("pace", 2), ("know", 5))
    badly = (("structured", 1), ("pace", 1), ("help", 2))
    said = (("well", f"The lamp. {FORMULA}"), ("change", f"Less paper. {LINK}"))
    play.do(archive["north"], acts.Feedback(sheet="a-sheet-of-north-1", scores=well, texts=said))
    play.do(play.cast.observer, acts.Feedback(sheet="observer-sheet-1", scores=well[:2]))
    texts = (("change", f"Nobody listened. {SCRIPT}"), ("missing", TEMPLATE))
    unnamed = acts.Feedback(sheet=nobody, scores=badly, texts=texts, anonymous=True)
    play.scribe.do(archive["harbour"], unnamed)


def _taken_out(path: Path) -> None:
    """Take out the secret, and somebody's name."""
    lines = (path / JOURNAL).read_bytes().split(b"\n")
    (path / JOURNAL).write_bytes(b"\n".join(map(_without, lines)))


def _without(line: bytes) -> bytes:
    if SECRET.encode() in line:
        return without_words(line, {"text"})
    return without_words(line, {"name"}) if GONE.encode() in line else line
