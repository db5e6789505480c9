"""Reads a page, and fails where a careful reader of HTML would."""

import re
from itertools import pairwise
from xml.etree import ElementTree

from tests.simulator.authoring.wellformed import Page

HEADING = re.compile(r"h([1-6])")


class Strict(Page):
    """Also: ids are there once, links lead somewhere, headings skip none, tables name columns."""

    def __init__(self, html: str) -> None:
        super().__init__(html)
        assert not self.open
        assert self.alone()
        assert html.startswith("<!doctype html>\n<html lang=")
        ids = self.told("id")
        assert len(ids) == len(set(ids))
        assert {link.removeprefix("#") for link in self.told("href")} <= set(ids)
        assert all(link.startswith("#") for link in self.told("href"))
        levels = [int(found[1]) for name in self.names if (found := HEADING.fullmatch(name))]
        assert levels[:1] == [1]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert self.names.count("main") == self.names.count("header") == 1
        assert set(self.told("scope")) <= {"col", "row"}
        assert self.told("scope").count("col") == self.names.count("th") - self.told("scope").count(
            "row"
        )
        # as strict as XML: each element closed, each attribute quoted, each sign one that may be
        body = html[html.index("<body>") :].removesuffix("</html>\n")
        self.tree = ElementTree.fromstring(body.replace("<br>", "<br/>"))

    def told(self, attribute: str) -> list[str]:
        return [value or "" for name, value in self.attributes if name == attribute]
