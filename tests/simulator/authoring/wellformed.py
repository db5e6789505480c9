"""Reads a page of HTML as strictly as a test wants it."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """All elements and attributes of a page; fails where elements are not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def alone(self) -> bool:
        """Whether it runs nothing and loads nothing."""
        named = {"script", "img", "link", "iframe", "object", "form", "embed", "base"} & {
            *self.names
        }
        told = {name for name, _ in self.attributes}
        return (
            not named
            and not {"style", "src", "srcset"} & told
            and not any(name.startswith("on") for name in told)
        )
