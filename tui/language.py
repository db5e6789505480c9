"""Which language a reader wants: what they said, or else what their machine is set to."""

import re
from collections.abc import Mapping
from typing import Final

from tui.speech import LANGUAGES

SETTINGS: Final = ("KULLA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""What of a machine says it, the first before the others."""
SILENT: Final = frozenset({"", "c", "posix"})
"""What a setting says that names no language."""
_END: Final = re.compile(r"[_.@-]")


def chosen(flag: str | None, environ: Mapping[str, str]) -> str:
    """The language of the first that names one; English where there are no words for it."""
    for setting in (flag, *map(environ.get, SETTINGS)):
        language = _END.split(setting or "")[0].strip().lower()
        if language not in SILENT:
            return language if language in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]
