"""Regular expressions of authors, that take linear time whatever they and players write."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Annotated

from pydantic import StringConstraints, TypeAdapter, ValidationError
from pydantic_core import SchemaError


@lru_cache(maxsize=512)
def fits(pattern: str) -> Callable[[str], bool]:
    """Whether a value looks like the pattern as a whole. Raises ValueError where it is none."""
    try:
        like = TypeAdapter(Annotated[str, StringConstraints(pattern=f"^(?s:(?:{pattern}))$")])
    except SchemaError as error:
        raise ValueError(pattern) from error

    def looks_so(value: str) -> bool:
        try:
            like.validate_python(value)
        except ValidationError:
            return False
        return True

    return looks_so
