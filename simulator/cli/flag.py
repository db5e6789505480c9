"""`kulla flag`: answers to challenges, as a scenario keeps them."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click

from simulator.cli.exits import FINDINGS, FINE
from simulator.cli.scenario import ScenarioArgument, playable
from simulator.engine.rules.solving import LONGEST_ANSWER
from simulator.scenario.characters import PLACEHOLDER, Crowded, composed, shown
from simulator.scenario.contest import Challenge
from simulator.scenario.hashing import SALT_BYTES, hash_of, is_right
from simulator.scenario.scenario import Scenario
from simulator.scenario.wording import nearest

_MOST: Final = 20


@click.command("flag")
@click.argument("path", metavar="[SCENARIO", required=False, type=ScenarioArgument())
@click.argument("challenge", metavar="CHALLENGE]", required=False)
@click.option("--exact", is_flag=True, help="Let capitals and spaces count.")
def command(path: Path | None, challenge: str | None, exact: bool) -> int:
    """Turn the answers to a challenge into the lines that a scenario keeps, or try one.

    Asks for an answer, which is not shown while you type, or reads standard input with an answer
    a line. It is never given on the command line: a shell writes down what stands there, and other
    users of the machine can see it. Prints 'answers:' for the challenge, with salts drawn anew.

    With SCENARIO and CHALLENGE, says whether an answer is right: leaves with 0 if it is, with 1 if
    it is not.
    """
    if path is None:
        click.echo(answers(_asked(), exact=exact))
        return FINE
    right = is_right(next(_asked(once=True)), _meant(playable(path), challenge).answers)
    click.echo("right" if right else "wrong")
    return FINE if right else FINDINGS


def answers(said: Iterable[str], *, exact: bool = False) -> str:
    """The lines for a scenario, as `kulla fmt` lays them out."""
    return "\n".join(["answers:", *(line for answer in said for line in _hashed(answer, exact))])


def _hashed(answer: str, exact: bool) -> Iterator[str]:
    if PLACEHOLDER in answer:
        raise click.UsageError("An answer has a character that can't be shown: nobody types that.")
    salt = secrets.token_hex(SALT_BYTES)
    # In quotation marks, for YAML would take some of them for numbers.
    yield f'  - salt: "{salt}"'
    yield f'    hash: "{hash_of(answer, salt, exact)}"'
    if exact:
        yield "    exact: true"


def _meant(scenario: Scenario, name: str | None) -> Challenge:
    there = scenario.challenge
    if not there:
        raise click.UsageError(f"{scenario.id} has no contest.")
    if name is None:
        raise click.UsageError(f"Name a challenge, too: {', '.join(there)}.")
    if name not in there:
        hint = nearest(name, there)
        raise click.UsageError(f"{scenario.id} has no challenge '{shown(name)}'{hint}")
    return there[name]


def _asked(*, once: bool = False) -> Iterator[str]:
    """Answers that are typed unseen, or all lines of standard input."""
    given = 0
    for said in _typed(once) if sys.stdin.isatty() else _lines():
        given += 1
        if given > _MOST:
            raise click.UsageError(f"A challenge has at most {_MOST} answers.")
        yield _sound(said)
    if not given:
        raise click.UsageError("There is no answer on standard input.")


def _typed(once: bool) -> Iterator[str]:
    yield click.prompt("Answer", hide_input=True, confirmation_prompt=not once, err=True)
    while not once and (
        said := click.prompt(
            "Another that is right, too (Enter for none)", default="", show_default=False,
            hide_input=True, err=True,
        )
    ):  # fmt: skip
        yield said


def _lines() -> Iterator[str]:
    lines = (line.rstrip("\r\n") for line in sys.stdin)
    return (line for line in lines if line.strip())


def _sound(said: str) -> str:
    """The answer as a host takes it."""
    try:
        answer = composed(shown(said))
    except Crowded as crowded:
        raise click.UsageError(f"{crowded.sentence}.") from None
    if len(answer) > LONGEST_ANSWER:
        raise click.UsageError(f"An answer has at most {LONGEST_ANSWER} characters.")
    return answer
