"""Unique words in every secret: none is ever sent to anybody who may not know it at that moment."""

import os
import re
from base64 import b64encode, urlsafe_b64encode
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from simulator.session.folder import JOURNAL
from simulator.session.grants import plain_code
from tests.simulator.session.secrecy.canaries import WORD, found_in, word
from tests.simulator.session.secrecy.leaks import planted
from tests.simulator.session.secrecy.loft import SEED, Loft, known, played
from tests.simulator.session.secrecy.stage import FOLDER, run

SOAK = int(os.environ.get("SOAK", "1"))
# A smaller seed makes no smaller play.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)


@settings(max_examples=2 * SOAK, phases=UNSHRUNK)
@given(st.integers(0, 1_000_000))
def test_nobody_is_sent_a_word_that_is_not_for_them_or_has_not_come(seed: int):
    assert played(seed).escaped == []


SUNG = {"title", "roles", "assets", "gauges", "actions", "reports", "injects", "modules", "rules",
        "glossary", "objectives", "adversary"}  # fmt: skip
UNSUNG = {"capabilities", "storylines", "sources", "about", "notes"}


def test_the_canaries_do_sing():
    """Of every kind that may be read some are read, and none of those that may never be."""
    read: set[Any] = set()
    for seed in range(3):
        loft = known(seed)
        assert loft.escaped == []
        players = [text for who, text in loft.sent if who != "control"]
        numbers = {number for text in players for number in found_in(text)}
        read |= {loft.canaries.at[number][0] for number in numbers & loft.canaries.at.keys()}
        assert numbers & loft.said.keys()
    assert read >= SUNG
    assert not read & UNSUNG


@pytest.mark.parametrize(
    "leak", ["one log for all", "for nobody is for everybody", "the notes of an inject",
             "what is expected of an answer"],
)  # fmt: skip
def test_the_canaries_find_what_is_leaked_in_plain_words(leak: str):
    with planted(leak):
        assert any(played(seed).escaped for seed in range(4))


def test_a_word_is_known_however_it_is_wrapped():
    plain = word(7)
    for wrapped in (
        f'{{"said": "{plain}"}}', f'{{"said": "\\u0063{plain[1:]}"}}', plain[::-1],
        plain.encode().hex(), b64encode(plain.encode()).decode(),
        urlsafe_b64encode(f"?{plain}~".encode()).decode().rstrip("="),
    ):  # fmt: skip
        assert found_in(wrapped) == {7}


def test_no_secret_of_the_session_is_sent_to_anybody_or_written_down_in_clear():
    loft = known(1)
    stage, session = loft.stage, loft.stage.host.session
    labels = list(stage.people)
    clear = [stage.people[label].token for label in labels]
    clear += [form(stage.code(label)) for label in labels for form in (str, plain_code)]
    written = [secret for grant in session.grants for secret in (grant.code, grant.token)]
    states = [team.exercise.state.hash() for team in session.teams.values()]
    chain = [stage.host.opened.journal.chain, str(SEED)]
    flags = [answer for it in session.scenario.challenge.values() for answer in it.answers]
    chain += [part for answer in flags for part in (answer.salt, answer.hash)]
    for _, text in loft.sent:
        assert not [secret for secret in (*clear, *written, *states, *chain) if secret in text]
    kept = b"".join(stage.shelf.files.values()).decode()
    assert not [secret for secret in clear if secret in kept]
    assert all(secret in kept for secret in written)
    assert sha256(clear[0].encode()).hexdigest() in written
    assert stage.shelf.files[FOLDER / JOURNAL]
    assert re.search(WORD, kept)


# Sessions side by side


async def _side_by_side() -> tuple[Loft, Loft]:
    one, other = Loft(1), Loft(2, 50_000)
    for loft in (one, other):
        await loft.open()
    for _ in range(60):
        for loft in (one, other):
            await loft.play(1)
    for loft in (one, other):
        await loft.stage.end()
    return one, other


def test_two_sessions_side_by_side_have_nothing_of_each_other():
    pair: tuple[Loft, Loft] = run(_side_by_side())
    for loft, least in zip(pair, (0, 50_000), strict=True):
        everything = [text for _, text in loft.sent]
        everything += [bytes(file).decode() for file in loft.stage.shelf.files.values()]
        numbers = {number for text in everything for number in found_in(text)}
        assert numbers
        assert all(least <= number < least + 50_000 for number in numbers)
        assert loft.escaped == []


def test_a_session_after_another_is_as_if_there_had_been_none():
    first = played(5, 40).sent
    played(6, 40)
    assert played(5, 40).sent == first
