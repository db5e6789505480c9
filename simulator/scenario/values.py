"""The small values an author writes: ids, durations, chances, amounts, texts. No models here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Annotated, Any, Final, NamedTuple, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from simulator.scenario.wording import in_words
from simulator.speech import LANGUAGES

CONTROL: Final = "control"
"""The facilitator, who cues injects and goes on from a module; no seat may be called so."""

TARGET: Final = "target"
"""Written in place of an asset inside an action that has `targets`: the one chosen in the order."""

NO_ID: Final = "an id is lower-case words joined by hyphens, at most 60 letters; {found} is not"

_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_DURATION: Final = re.compile(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?\Z", re.ASCII)
_PERCENT: Final = re.compile(r"(\d{1,3}(?:\.\d{1,3})?) ?%\Z", re.ASCII)
_UNITS: Final = (86_400, 3_600, 60, 1)
_LONGEST: Final = 400 * 86_400


class Part(BaseModel):
    """A piece of a scenario: frozen, and every key it does not know is an error."""

    # Deferred, they are built once, within the scenario, and not each for itself besides.
    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )


class Text(NamedTuple):
    """Words in one or several languages; `""` stands for the scenario's own language."""

    words: tuple[tuple[str, str], ...]

    def into(self, language: str) -> str:
        """The words in `language`, or in the first language the author wrote."""
        for name, said in self.words:
            if name == language:
                return said
        return self.words[0][1]

    def languages(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.words)

    def is_plain(self) -> bool:
        """One language and no `${…}`: there is nothing in it to check."""
        language, said = self.words[0]
        return not language and "$" not in said


@dataclass(frozen=True, slots=True)
class Span:
    """A random duration in whole seconds: triangular between `low` and `high`, peak at `likely`."""

    low: int
    high: int
    likely: int

    def at(self, low_to_high: float) -> int:
        """The duration at this quantile (0 to 1) of the triangular distribution."""
        if self.high == self.low:
            return self.low
        width = self.high - self.low
        peak = (self.likely - self.low) / width
        if low_to_high < peak:
            part = sqrt(low_to_high * peak)
        else:
            part = 1 - sqrt((1 - low_to_high) * (1 - peak))
        return self.low + round(part * width)

    @property
    def fixed(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Portion:
    """Some hosts: a number, or a share (0 to 1) of those it is about."""

    count: int | None = None
    share: float | None = None

    def of(self, whole: int) -> int:
        return (
            min(whole, self.count) if self.count is not None else round(whole * (self.share or 0))
        )


NOTHING: Final = Span(0, 0, 0)


def oops(code: str, sentence: str, **given: Any) -> PydanticCustomError:
    """An author's mistake: a code and a sentence, with `{names}` filled from `given`.

    What was `found` is told in few words.
    """
    if "found" in given:
        given["found"] = in_words(given["found"])
    return PydanticCustomError(code, sentence, given)


@lru_cache(maxsize=4096)
def is_id(value: str) -> bool:
    return len(value) <= 60 and _ID.match(value) is not None


def _id(value: Any) -> str:
    if not isinstance(value, str) or not is_id(value):
        raise oops("V01", NO_ID, found=value)
    return value


@lru_cache(maxsize=4096)
def _duration(value: str) -> int | None:
    """Whole seconds, None where it is no duration."""
    found = _DURATION.match(value) if value else None
    if not found:
        return None
    return sum(int(part or 0) * unit for part, unit in zip(found.groups(), _UNITS, strict=True))


def _seconds(value: Any) -> int:
    total = _duration(value) if isinstance(value, str) else None
    if total is None:
        raise oops(
            "V02",
            "a duration carries its units, like 90s, 20m, 1h30m or 2d; {found} does not",
            found=value,
        )
    if total > _LONGEST:
        raise oops("V03", "a duration is at most 400 days; {found} is longer", found=value)
    return total


def _span(value: Any) -> Span:
    if not isinstance(value, dict):
        fixed = _seconds(value)
        return Span(fixed, fixed, fixed)
    ends = value.get("between")
    unknown = sorted(set(value) - {"between", "likely"})
    if unknown or not isinstance(ends, list) or len(ends) != 2:
        raise oops(
            "V04",
            "a random duration is written {between: [20m, 90m], likely: 40m}, likely at will",
        )
    low, high = _seconds(ends[0]), _seconds(ends[1])
    likely = _seconds(value["likely"]) if "likely" in value else (low + high) // 2
    if not low <= likely <= high:
        raise oops(
            "V05",
            "the likely time lies between the two others, and the shorter of these comes first",
        )
    return Span(low, high, likely)


def _percent(value: Any) -> float:
    found = _PERCENT.match(value) if isinstance(value, str) else None
    if not found or float(found[1]) > 100:
        raise oops("V06", "a share is written 0% to 100%; {found} is not", found=value)
    return float(found[1]) / 100


def _factor(value: Any) -> float:
    found = _PERCENT.match(value) if isinstance(value, str) else None
    if not found or not 25 <= float(found[1]) <= 400:
        raise oops("V12", "a factor is written 25% to 400%; {found} is not", found=value)
    return float(found[1]) / 100


def _portion(value: Any) -> Portion:
    if isinstance(value, str) and value == "all":
        return Portion(share=1.0)
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return Portion(count=value)
    if isinstance(value, str) and _PERCENT.match(value):
        return Portion(share=_percent(value))
    raise oops("V07", "write a number of hosts, a share like 40%, or all; not {found}", found=value)


def _text(value: Any) -> Text:
    if isinstance(value, str) and value.strip():
        return Text((("", value),))
    if not isinstance(value, dict) or not value:
        mend = f"; put {in_words(value)} in quotation marks" * isinstance(value, int | float)
        raise oops(
            "V08", "a text is words, or a map of languages like {en: …, sq: …}{mend}", mend=mend
        )
    for name, said in value.items():
        if name not in LANGUAGES:
            raise oops("V09", "unknown language '{name}'; texts are in en or sq", name=name)
        if not isinstance(said, str) or not said.strip():
            empty = "is empty; its lines stand further right than '{name}'"
            told = empty if isinstance(said, str) else "must be words"
            raise oops("V08", f"the text in '{{name}}' {told}", name=name)
    return Text(tuple(value.items()))


def _best(value: Any) -> str | Text:
    """Words stay as they are, for they may be an id."""
    return value if isinstance(value, str) and value.strip() else _text(value)


def _one_or_more(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _no_repeats(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(set(value)) != len(value):
        twice = next(item for item in value if value.count(item) > 1)
        raise oops(
            "V10",
            "{found} stands here twice",
            found=twice[0][0][1] if isinstance(twice, Text) else twice,
        )
    return value


def ref(kind: str) -> PlainValidator:
    """An id that names a `kind` of this scenario; without a context any id will do."""

    def check(value: Any, info: ValidationInfo) -> str:
        if info.context is None:
            return _id(value)
        names = info.context[kind]
        if isinstance(value, str) and (value in names or (kind == "asset" and value == TARGET)):
            return value
        # Which of the names is near is looked for where this is told, for pydantic writes out all
        # that it is given, and there may be thousands.
        name = value if isinstance(value, str) else _id(value)
        raise oops("R01", "there is no {kind} '{name}'", kind=kind, name=name, known=lambda: names)

    return PlainValidator(check, json_schema_input_type=str)


T = TypeVar("T")

Id = Annotated[str, BeforeValidator(_id)]
Seconds = Annotated[int, PlainValidator(_seconds)]
RandomSpan = Annotated[Span, PlainValidator(_span)]
Percent = Annotated[float, PlainValidator(_percent)]
Factor = Annotated[float, PlainValidator(_factor)]
SomeHosts = Annotated[Portion, PlainValidator(_portion)]
Words = Annotated[Text, PlainValidator(_text)]
Best = Annotated[str | Text, PlainValidator(_best)]
Whole = Annotated[int, Field(strict=True, ge=0, le=10_000_000)]
Signed = Annotated[int, Field(strict=True, ge=-10_000_000, le=10_000_000)]
Points = Annotated[float, Field(strict=True, ge=-100, le=100)]
Level = Annotated[float, Field(strict=True, ge=0, le=100)]
Amount = Annotated[float, Field(strict=True, ge=0, le=1_000_000)]
Number = Annotated[float, Field(strict=True, ge=-1_000_000, le=1_000_000)]
YesNo = Annotated[bool, Field(strict=True)]
OneOrMore = Annotated[
    tuple[T, ...], Field(min_length=1), BeforeValidator(_one_or_more), AfterValidator(_no_repeats)
]

RoleId = Annotated[str, ref("role")]
TeamId = Annotated[str, ref("team")]
AssetId = Annotated[str, ref("asset")]
GaugeId = Annotated[str, ref("gauge")]
StepId = Annotated[str, ref("step")]
InjectId = Annotated[str, ref("inject")]
DecisionId = Annotated[str, ref("decision")]
ActionId = Annotated[str, ref("action")]
ReportId = Annotated[str, ref("report")]
CapabilityId = Annotated[str, ref("capability")]
ModuleId = Annotated[str, ref("module")]
FactId = Annotated[str, ref("fact")]
SourceId = Annotated[str, ref("source")]
ObjectiveId = Annotated[str, ref("objective")]
StorylineId = Annotated[str, ref("storyline")]
OutcomeId = Annotated[str, ref("outcome")]
TemplateId = Annotated[str, ref("template")]
ChallengeId = Annotated[str, ref("challenge")]
CategoryId = Annotated[str, ref("category")]
