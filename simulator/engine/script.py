"""A run's own copy of its scenario, in which control writes and changes injects. Pure.

The scenario that an author wrote is shared by all runs and never changes. Of the copy only the
lookups are its own, so it costs next to nothing; what is worked out from the author's parts is
found again in the memo that all copies share.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any, Final

from simulator.engine.commands import Amend, Write
from simulator.scenario.injects import Inject
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text
from simulator.scenario.words import live_names

Form = dict[str, Any]
"""What control has written of an inject, by the keys of the format. A form with an `id` is a whole
inject; one without holds what was changed in one of the author's."""

HAND: Final = "hand-"
_AUTHORS: Final = "live_names_of_the_author"
_SEED: Final = "seed_of_the_run"


def own_copy(scenario: Scenario, seed: int = 0) -> Scenario:
    """The scenario as its author wrote it, for one run of this seed to write in."""
    shared = {"memo": scenario.memo, "step": scenario.step, "team": scenario.team}
    authors = vars(scenario).get(_AUTHORS, scenario.live_names)
    own = scenario.model_copy()
    inject = {inject.id: inject for inject in scenario.injects}
    decision = {i.decision_id: (i, i.decision) for i in scenario.injects if i.decision}
    vars(own).update(shared, inject=inject, decision=decision, live_names=dict(authors))
    vars(own).update({_AUTHORS: authors, _SEED: seed})
    return own


def hand_written(scenario: Scenario) -> tuple[Inject, ...]:
    """The injects that control has written in this run, oldest first."""
    authors = len(scenario.injects)
    if len(scenario.inject) == authors:
        return ()
    return tuple(scenario.inject.values())[authors:]


def next_id(scenario: Scenario) -> str:
    """The id of the inject that control writes next. Readers can't tell from it how many there are
    that they don't know of."""
    number = len(scenario.inject) - len(scenario.injects) + 1
    while (name := hand_id(vars(scenario)[_SEED], number)) in scenario.inject or (
        name in scenario.decision
    ):
        number += 1
    return name


def hand_id(seed: int, number: int) -> str:
    """What the inject of this number that control writes is called, where nothing is called so."""
    return HAND + blake2b(f"{seed}/hand/{number}".encode(), digest_size=4).hexdigest()


def written(name: str, asked: Write) -> Form:
    """All of an inject that control has written."""
    form: Form = {"id": name, "to": list(asked.to)}
    if asked.channel not in ("", "message"):
        form["channel"] = asked.channel
    form |= _said({"from": asked.sender, "title": asked.subject, "text": asked.text})
    if asked.corrects:
        form["corrects"] = asked.corrects
    if asked.ask:
        form["decision"] = _decision(asked)
    return form


def _decision(asked: Write) -> Form:
    labels = [label.strip() for label in asked.options.splitlines() if label.strip()]
    options = [
        {"id": f"option-{number}", "label": label} for number, label in enumerate(labels, start=1)
    ]
    due = {} if asked.due is None else {"due": f"{asked.due}s"}
    return {"ask": asked.ask, "options": options, **due}


def amended(before: Form, asked: Amend) -> Form:
    """What control has written of an inject by now, with what it changes."""
    to = {"to": list(asked.to)} if asked.to else {}
    said = _said({"from": asked.sender, "title": asked.subject, "text": asked.text})
    return before | to | said


def _said(texts: dict[str, str]) -> Form:
    return {key: text for key, text in texts.items() if text.strip()}


def in_json(form: Form) -> str:
    return json.dumps(form, ensure_ascii=False, separators=(",", ":"))


def take_up(own: Scenario, name: str, form: str) -> None:
    """Let the run's copy hold an inject as control has written it."""
    told: Form = json.loads(form)
    inject = Inject.model_validate(told) if "id" in told else _changed(own.inject[name], told)
    own.inject[name] = inject
    if inject.decision:
        own.decision[inject.decision_id] = (inject, inject.decision)
    own.live_names.pop(name, None)
    if names := live_names(inject):
        own.live_names[name] = names


_FIELDS: Final = {"from": "sender", "title": "subject", "text": "text"}


def _changed(inject: Inject, form: Form) -> Inject:
    """With new words, in whatever variant it is sent."""
    words = {_FIELDS[key]: Text((("", said),)) for key, said in form.items() if key != "to"}
    unsaid = dict.fromkeys(words)
    variants = tuple(variant.model_copy(update=unsaid) for variant in inject.variants)
    to = {"to": tuple(form["to"])} if "to" in form else {}
    return inject.model_copy(update={**words, **to, "variants": variants})
