"""What a user has set for every exercise: language, colours, motion, keys. One file, in TOML."""

import tomllib
import unicodedata
from pathlib import Path
from typing import Annotated, Final, Literal

from platformdirs import user_config_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, KEY_TO_UNICODE_NAME, Keys

from tui.speech import _
from tui.theme import THEMES
from tui.widgets.tabs import EVERY_ACT

Key = Annotated[str, Field(min_length=1, max_length=40)]


class BadSettings(Exception):
    """The file says what nobody can do; one sentence that names it and the place."""


class Settings(BaseModel):
    """`motion` is whether anything on the screen may move by itself. `keys` are by the id of an
    act: `kulla keys` lists them."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    language: Literal["en", "sq"] | None = None
    theme: str = THEMES[0].name
    motion: bool = True
    keys: dict[str, Key] = {}


def place() -> Path:
    """Where the file is looked for."""
    return user_config_path("kulla", appauthor=False) / "settings.toml"


def settings(path: Path) -> Settings:
    """What the file says; the usual where there is none. Raises BadSettings."""
    try:
        told = Settings.model_validate(tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(_("{file} can't be read: {why}", file=path, why=error)) from None
    except ValidationError as error:
        raise BadSettings(_wrong(path, error)) from None
    for why in (_theme(told.theme), _keys(told.keys)):
        if why:
            raise BadSettings(f"{path}: {why}")
    return told


def _wrong(path: Path, error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    if first["type"] == "extra_forbidden":
        known = ", ".join(Settings.model_fields)
        return _("{file}: there is no setting '{name}'; there are {known}", file=path, name=where,
                 known=known)  # fmt: skip
    return _("{file}: '{name}' is not right: {why}", file=path, name=where, why=first["msg"])


def _theme(name: str) -> str:
    """What is wrong with it; empty where nothing is."""
    known = [theme.name for theme in THEMES]
    if name in known:
        return ""
    return _("there is no theme '{name}'; there are {known}", name=name, known=", ".join(known))


def _keys(chosen: dict[str, str]) -> str:
    """What is wrong with them; empty where nothing is. Pages may have the same keys as others."""
    known = {act.id: act for acts in EVERY_ACT.values() for act in acts}
    for id, keys in chosen.items():
        if id not in known:
            return _("there is no act '{name}'; kulla keys lists them", name=id)
        if wrong := next((key for key in keys.split(",") if not _is_key(key)), None):
            return _("'{key}' for '{name}' is no key", key=wrong, name=id)
    return next(filter(None, (_twice(acts, chosen) for acts in EVERY_ACT.values())), "")


def _twice(acts: list[Binding], chosen: dict[str, str]) -> str:
    taken: dict[str, str] = {}
    for act in acts:
        id = str(act.id)
        for key in chosen.get(id, act.key).split(","):
            if taken.setdefault(key, id) != id:
                return _("'{key}' can't be both '{name}' and '{other}'", key=key, name=taken[key],
                         other=id)  # fmt: skip
    return ""


_NAMED: Final = {key.value for key in Keys} | {*KEY_NAME_REPLACEMENTS.values()}


def _is_key(key: str) -> bool:
    """Whether it is a character, or the name of one or of another key, as in `ctrl+f5`."""
    *held, last = key.split("+")
    return set(held) <= {"ctrl", "shift", "alt"} and (
        len(last) == 1 or last in _NAMED or _names_a_character(last)
    )


def _names_a_character(name: str) -> bool:
    try:
        unicodedata.lookup(KEY_TO_UNICODE_NAME.get(name, name.replace("_", " ")))
    except KeyError:
        return False
    return True
