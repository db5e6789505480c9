"""What a journal says, read and played without any of the code that keeps and plays sessions."""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario.scenario import Scenario


class Outcome(NamedTuple):
    """What became of something that was asked, and what that was."""

    done: bool
    code: str
    sentence: str
    asked: dict[str, Any]


class Oracle:
    """Follows the journal of one team; `outcomes` by grant and id."""

    def __init__(self, path: Path, scenario: Scenario) -> None:
        self.path = path
        self.scenario = scenario
        self.exercise: Exercise | None = None
        self.outcomes: dict[tuple[str, str], Outcome] = {}
        self.seq = 0
        self.chain = "kulla-journal-1"
        self._grants: dict[str, dict[str, Any]] = {}
        self._header: dict[str, Any] = {}
        self._length = 0
        self._sum = sha256()

    def follow(self, upto: int = sys.maxsize) -> None:
        """Read on up to a record. What was read before must still be there, byte by byte."""
        raw = self.path.read_bytes()
        assert sha256(raw[: self._length]).digest() == self._sum.digest()
        whole = raw[: raw.rindex(b"\n") + 1]
        for line in whole[self._length :].splitlines(keepends=True):
            if self.seq < upto:
                self._read(line)
                self._sum.update(line)
                self._length += len(line)

    def at(self, now: int) -> str:
        """The state of the world, once the clock has come to this second."""
        if self.exercise is None:
            return Exercise(self.scenario, Setup(7, tuple(self.scenario.roles))).state.hash()
        self.exercise.advance(now)
        return self.exercise.state.hash()

    def _read(self, line: bytes) -> None:
        front = line[: line.rindex(b',"chain":"')]
        told = json.loads(line)
        self.chain = sha256(self.chain.encode() + b"\n" + front).hexdigest()
        assert told["chain"] == self.chain
        if not self._header:
            self._header = told
            return
        self.seq += 1
        assert told["seq"] == self.seq
        words = {name: text for name, (_, text) in told.get("words", {}).items()}
        if self.exercise and told["team"]:
            self.exercise.advance(told["at"])
        outcome = self._done(told["kind"], told["body"], told["by"], words)
        if "id" in told["body"]:
            assert (told["by"], told["body"]["id"]) not in self.outcomes
            self.outcomes[told["by"], told["body"]["id"]] = outcome

    def _done(self, kind: str, body: dict[str, Any], by: str, words: dict[str, str]) -> Outcome:
        asked = {**body.get("command", {}), **words}
        try:
            if kind == "asked":
                assert self.exercise is not None
                self.exercise.submit(self._command(asked, by))
            elif kind == "started":
                setup = Setup(self._header["seed"], tuple(body["staffed"]["team"]))
                self.exercise = Exercise(self.scenario, setup)
                self.exercise.advance(0)
            elif kind == "refused":
                raise Refused(body["code"], body["sentence"], **body.get("given", {}))
            elif kind == "invited":
                self._grants[body["grant"]["id"]] = body["grant"]
            else:
                assert kind in ("opened", "joined", "arrived", "ran", "paused", "paced", "stood")
        except Refused as refused:
            return Outcome(False, refused.code, refused.sentence, asked)
        return Outcome(True, "", "", asked)

    def _command(self, asked: dict[str, Any], by: str) -> c.Command:
        given = {name: value for name, value in asked.items() if "/" not in name and name != "ask"}
        if "entries" in given:
            given["entries"] = tuple((e, asked[f"entries/{e}"]) for e in given["entries"])
        if "to" in given:
            given["to"] = tuple(given["to"])
        kind = c.NAMES[asked["ask"]]
        for text in ("text", "reason"):
            if text in kind.__dataclass_fields__:
                given.setdefault(text, "")
        return kind(role=self._grants[by]["role"] or c.CONTROL, **given)
