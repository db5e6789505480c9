"""What a check finds, and the codes of the checks. The checks themselves live elsewhere."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.scenario.parts import Loc


class Finding(NamedTuple):
    """A mistake at `loc`; `key` puts it at the last key of that place, not at its value."""

    loc: Loc
    code: str
    sentence: str
    key: bool = False


CHECK_CODES: Final = {
    "R02": "an id that is given twice",
    "R03": "an option that the decision does not have",
    "R04": "the word target where no order chooses one",
    "R05": "a target that the action does not have",
    "R06": "a role that has the name of control",
    "R07": "a side whose id can be no team's name",
    "R08": "a name of a side that the exercise does not have",
    "R43": "a field that the report does not have",
    "R44": "a value that the field of a report never has",
    "L01": "assets that depend on each other in a circle",
    "L02": "injects that wait for each other in a circle",
    "L03": "steps that wait for each other in a circle",
    "L04": "injects that send each other in a circle without any time",
    "L05": "a repetition that may take no time",
    "L06": "an inject that nothing sends",
    "L07": "an inject that is sent by hand and by itself",
    "L08": "a time after the end of the exercise",
    "L09": "an inject without title, from, channel or text",
    "L10": "a variant that is never sent, or none where one is needed",
    "L11": "a decision that nobody can take",
    "L12": "a deadline without a default",
    "L13": "a decision for a role that is not told of it",
    "L14": "more than one best option",
    "L15": "a step that does two things at once",
    "L16": "data taken where none is held",
    "L17": "work for more people than the team has",
    "L18": "consent that is asked of nobody else",
    "L19": "a choice that stands twice in a report",
    "L20": "a reporting clock without time",
    "L21": "an outcome that ends the exercise, but not when",
    "L22": "a module that says neither when nor after what it opens",
    "L23": "noise on which something hangs",
    "L24": "a capability that a side both has and lacks",
    "L72": "a field of a report that takes what its kind can't have",
    "L73": "what is right in a report of which nothing is",
    "L74": "a field of a report that no bot can fill in",
    "L75": "a seat that plays the adversary where one does, or where there is none",
    "L76": "what is right in a field after what always is",
    "L80": "a contest in which nobody can win anything",
    "L81": "a contest that closes or stands still too early",
    "L82": "a decay that takes nothing or all",
    "L83": "hints that cost more than the challenge brings",
    "L84": "two challenges with the same title",
    "L85": "two answers with the same salt",
    "G03": "what the gauge does not have",
    "G05": "a level that the gauge never passes",
    "T01": "a name in a text that means nothing",
    "T02": "a name in a text that is never closed",
    "T03": "a text without the scenario's own language",
    "T04": "a term that the glossary explains twice",
}
"""What the codes of the checks mean, in a few words each."""
