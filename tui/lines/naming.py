"""Which command is meant by the first word of a line."""

from collections.abc import Mapping
from difflib import get_close_matches

from tui.lines.choosing import Unclear
from tui.lines.phrases import say, spellings


def named_command(word: str, titles: Mapping[str, str], also: Mapping[str, str]) -> str:
    """The one of this name, or whose name begins so; `titles` are the names in the reader's
    language by those in English, and `also` other words for some. Raises Unclear."""
    wanted = also.get(word.casefold(), word.casefold())
    own = {way: name for name, title in titles.items() for way in spellings(title)}
    every = own | {name: name for name in titles}
    if wanted in every:
        return every[wanted]
    begun = _begun(wanted, own) or _begun(wanted, every)
    if len(begun) == 1:
        return begun[0]
    if begun:
        several = say("or").join(titles[name] for name in begun)
        raise Unclear(say("several", text=word, titles=several))
    if close := get_close_matches(wanted, every, 1):
        meant = say("meant", title=titles[every[close[0]]])
        raise Unclear(f"{say('unknown-command', word=word)} {meant}")
    raise Unclear(say("unknown-command-help", word=word))


def _begun(wanted: str, names: Mapping[str, str]) -> list[str]:
    """The commands of which a name begins so."""
    return list(dict.fromkeys(names[name] for name in names if name.startswith(wanted)))
