"""Copies of a session without some of its words: what goes, what stays, and what can't go."""

import json
from pathlib import Path

import pytest

from simulator.engine.commands import Write
from simulator.engine.events import as_data
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from simulator.review.redacting import Words, redact
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.errors import BadSession, HeldElsewhere
from simulator.session.folder import JOURNAL
from simulator.session.inspecting import Claim, verify
from simulator.session.journal.lock import Lock
from simulator.session.journal.record import TAKEN_OUT
from tests.simulator.review.rich import GONE, SECRET, rich
from tests.simulator.session.journal.scribe import Scribe


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return rich(tmp_path / "rich")


def words_of(path: Path, seq: int) -> dict[str, object]:
    line = (path / JOURNAL).read_bytes().splitlines()[seq]
    return dict(json.loads(line).get("words", {}))


def played(read: Recorded) -> list[list[list[object]]]:
    """All that happened, with everything that is a text left out."""

    def bare(told: object) -> object:
        if isinstance(told, dict):
            named = {key: value for key, value in told.items() if key not in WRITTEN}
            if "form" in named:
                named["form"] = json.loads(named["form"])
            return {key: bare(value) for key, value in named.items()}
        return [bare(it) for it in told] if isinstance(told, list | tuple) else told

    return [
        [[type(it).__name__, bare(as_data(it))] for it in take.log]
        for takes in read.takes.values()
        for take in takes
    ]


WRITTEN = ("text", "reason", "by", "entries", "subject", "sender", "person", "title")


def test_words_are_gone_from_the_copy_and_all_else_is_as_it_was(session: Path, tmp_path: Path):
    # Given a session, and what its clients have seen of it
    original = {it: it.read_bytes() for it in session.rglob("*") if it.is_file()}
    read = recorded(session)
    claims = tuple(
        Claim(grant.id, read.header.session, grant.id, read.session.told(grant.id))
        for grant in read.session.grants
    )
    # When a reason and all that speaks of cats are taken out, however it is written
    copy = tmp_path / "copy"
    redacted = redact(session, copy, [(49, "reason")], ["CATS"])
    # Then nobody finds them there
    assert redacted.removed == (Words(49, "reason"), Words(59, "text"), Words(60, "text"))
    assert b"The moth is in" not in (copy / JOURNAL).read_bytes()
    assert b"want cats" not in (copy / JOURNAL).read_bytes()
    # But all that happened stands, and is proved as before
    again = recorded(copy)
    assert played(again) == played(read)
    assert again.written.chains == read.written.chains
    verdict = verify(copy, None, claims)
    assert verdict.sound
    assert len([it for it in verdict.anchors if it.by]) == len(claims)
    deed = next(it for it in again.take("north").deeds if it.seq == 49)
    assert deed.command.reason == TAKEN_OUT  # type: ignore[union-attr]
    # And the session itself is untouched
    assert original == {it: it.read_bytes() for it in session.rglob("*") if it.is_file()}


def test_somebody_without_a_name_is_called_by_their_seat_wherever_they_acted(
    session: Path, tmp_path: Path
):
    seq = next(it.seq for it in recorded(session).records if it.draft.words.get("name") == "=1+1")

    redacted = redact(session, tmp_path / "copy", [(seq, "name")], [])

    read = recorded(tmp_path / "copy")
    assert {name for _, name in redacted.removed} == {"name", "by"}
    assert "north.archive-2" in [person.name for person in read.people]
    (solved,) = (it for it in read.take("north").log if type(it).__name__ == "ChallengeSolved")
    assert solved.by == "north.archive-2"  # type: ignore[union-attr]
    assert verify(tmp_path / "copy").sound


def test_control_without_a_name_leaves_a_world_that_still_stands_as_it_stood(
    session: Path, tmp_path: Path
):
    redact(session, tmp_path / "copy", [], ["Besa Hoxha", "Enough."])

    assert b"Besa" not in (tmp_path / "copy" / JOURNAL).read_bytes()
    assert verify(tmp_path / "copy").sound


@pytest.mark.parametrize(
    ("wanted", "texts", "record", "name"),
    [
        ([(42, "entries/pages")], [], 42, "entries/pages"),  # a number, which is judged
        ([], ["silverfish"], 58, "answer"),  # an answer that was right
        ([(49, ""), (53, ""), (54 + 5, "")], [], 53, "entries/"),  # one bad among good ones
        ([(66, "text"), (62, "text"), (64, "")], [], 64, "entries/"),
    ],
)
def test_words_on_which_the_world_hangs_stay_and_it_is_said_which(
    session: Path, tmp_path: Path, wanted: list[tuple[int, str]], texts: list[str], record: int,
    name: str,
):  # fmt: skip
    with pytest.raises(BadSession) as no:
        redact(session, tmp_path / "copy", wanted, texts)

    assert f"record {record} can't do without its words '{name}" in no.value.sentence
    assert "the exercise would have gone otherwise" in no.value.sentence
    assert [it.name for it in tmp_path.iterdir()] == ["rich"]


def test_every_word_of_every_record_can_go_or_is_named(session: Path, tmp_path: Path):
    """Every nineteenth, for time; by another way than the code's."""
    read = recorded(session)
    was = played(read)
    every = [(it.seq, n) for it in read.records for n in it.draft.words if n not in it.removed]
    for seq, name in every[::19]:
        copy = tmp_path / f"copy-{seq}-{name.replace('/', '-')}"
        try:
            redact(session, copy, [(seq, name)], [])
        except BadSession as no:
            assert f"record {seq} can't do without its words '{name}'" in no.sentence  # noqa: PT017
        else:
            assert played(recorded(copy)) == was
            assert words_of(copy, seq)[name] is None


def test_options_that_control_wrote_can_t_be_less(tmp_path: Path):
    # Given a question by hand with two options, which nobody has answered
    path = tmp_path / "session"
    scribe = Scribe.begin(path)
    besa = scribe.sit(Place("control"), "Besa")
    scribe.do(besa, acts.Start())
    role = next(iter(scribe.session.scenario.roles))
    ask = Write("control", (role,), "", "News", "It burns.", ask="Well?", options="Yes\nNo")
    assert scribe.ask(besa, ask, "team").done
    scribe.keep_head()
    scribe.close()
    seq = next(it.seq for it in recorded(path).records if it.draft.kind == "asked")
    # Then its words can go, but not that there were two
    redact(path, tmp_path / "copy", [(seq, "text"), (seq, "asks")], [])
    with pytest.raises(BadSession, match="without its words 'options'"):
        redact(path, tmp_path / "other", [(seq, "options")], [])


def test_what_is_not_there_can_t_be_taken_out(session: Path, tmp_path: Path):
    asked: dict[str, tuple[list[tuple[int, str]], list[str]]] = {
        "no record 999; the last is": ([(999, "")], []),
        "record 37 has no words 'text' that could be taken out \\(reason\\)": ([(37, "text")], []),
        "record 1 has no words that could": ([(1, "")], []),
        "nobody's words hold 'nothing of the kind'": ([], ["nothing of the kind"]),
        "nobody's words hold 'Fatos": ([], [GONE]),
        "nobody's words hold 'The key": ([], [SECRET]),
    }
    for words, (wanted, texts) in asked.items():
        with pytest.raises(BadSession, match=words):
            redact(session, tmp_path / "copy", wanted, texts)
    (tmp_path / "there" / "letters").mkdir(parents=True)
    with pytest.raises(BadSession, match="there already"):
        redact(session, tmp_path / "there", [(37, "")], [])


def test_a_session_that_is_being_played_is_left_alone(session: Path, tmp_path: Path):
    lock = Lock(session, "now")
    with pytest.raises(HeldElsewhere):
        redact(session, tmp_path / "copy", [(37, "")], [])
    lock.release()


def test_it_is_told_where_a_text_stands_that_is_nobody_s_words(session: Path, tmp_path: Path):
    redacted = redact(session, tmp_path / "copy", [], ["Dritan"])
    assert redacted.left == {"Dritan": ()}
    again = redact(session, tmp_path / "other", [], ["a slip"])
    assert again.left == {"a slip": ()}
    third = redact(session, tmp_path / "third", [], ["ladder."])
    assert third.left == {"ladder.": ()}
