"""The first answer to everything that was ever asked, and the chain by which it is proved."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, NamedTuple

from pydantic_core import to_json

from simulator.session.journal.record import Draft, Record
from simulator.session.sayings import NOTHING
from simulator.speech import Saying, Tellable

Wanted = tuple[dict[str, Any] | None, dict[str, str]]


class Answer(NamedTuple):
    """What became of something asked, and why not, which waits for the language of who asked.
    `number` counts the answers to one grant and `head` is the chain over them, by which a client
    proves later what it was told."""

    id: str
    done: bool
    code: str = ""
    why: Tellable = NOTHING
    number: int = 0
    head: str = ""


class Seen(NamedTuple):
    """What a client says it has seen: so many answers, chained to `head`, and the latest second,
    in whichever take."""

    answers: int = 0
    head: str = ""
    now: int = 0


class Answers:
    """Of one session. `first` holds what was asked, by grant and id, with its answer; `heads` the
    chain of each grant, link by link."""

    def __init__(self) -> None:
        self.first: dict[tuple[str, str], tuple[Wanted, Answer]] = {}
        self.heads: dict[str, list[str]] = {}

    def to(self, draft: Draft) -> Answer | None:
        """The first answer to what has this id, or no to what is something else."""
        id = draft.body["id"]
        asked, answer = self.first.get((draft.by, id), (None, None))
        if answer is None or asked == wanted(draft.body, draft.words):
            return answer
        return Answer(id, False, "id", Saying("this id was used for something else"))

    def told(self, by: str) -> Seen:
        """What a grant was answered up to now."""
        heads = self.heads.get(by, [""])
        return Seen(len(heads) - 1, heads[-1])

    def vouched(self, by: str, seen: Seen) -> bool:
        """Whether a client can have been answered this."""
        heads = self.heads.get(by, [""])
        return 0 <= seen.answers < len(heads) and heads[seen.answers] == seen.head

    def remember(self, record: Record, answer: Answer) -> Answer:
        """Keep the answer to what a record asks; as it is told, with its place in the chain."""
        draft = record.draft
        heads = self.heads.setdefault(draft.by, [""])
        # By its seals, so that the chain stays what it was when words are taken out.
        head = linked(heads[-1], digest(draft.body, record.seals), answer)
        heads.append(head)
        answer = Answer(*answer[:4], len(heads) - 1, head)
        self.first[draft.by, answer.id] = wanted(draft.body, draft.words), answer
        return answer


def linked(before: str, asked: str, answer: Answer) -> str:
    """The chain over what one grant asked and was answered, after one more.

    Over what came of it and not over the sentence that told so: that is said in the language of
    its reader, and may be put better by the next Kulla.
    """
    told = f"{before}\n{asked}\n{answer.id}\n{answer.done}\n{answer.code}"
    return sha256(told.encode()).hexdigest()[:32]


def wanted(body: dict[str, Any], words: dict[str, str]) -> Wanted:
    """What was asked, to notice an id that is used twice."""
    if "act" in body:
        return body["act"], {}
    if "seat" in body:
        return {"seat": body["seat"], "command": body.get("command")}, words
    return body.get("command"), words


def digest(body: dict[str, Any], seals: dict[str, str]) -> str:
    """Stands for what was asked, by the order in which the journal tells it."""
    return sha256(to_json(wanted(body, seals))).hexdigest()[:32]
