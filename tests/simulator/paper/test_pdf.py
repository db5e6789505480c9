"""Papers as PDF: whole, linked, read aloud, and with nothing that runs."""

import re
import zlib

import pytest

from simulator.paper import blocks as b
from simulator.paper.pdf import as_data, pdf
from tests.simulator.paper.papers import charts, every

HOSTILE = (
    '#panic("code") $x^2$ [b] \\ *bold* @cite <label> // no /* "', "#image(\"/etc/passwd\")",
    "<script>alert(1)</script> & &amp; ]]> <svg>", "e1", "a\u202eb\x1b[31m\x00", "W" * 500, "",
)  # fmt: skip


def inside(made: bytes) -> bytes:
    """The file, and what lies packed in it."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL)
    unpacked = []
    for one in packed:
        try:
            unpacked.append(zlib.decompress(one))
        except zlib.error:
            continue
    return made + b"".join(unpacked)


def test_a_paper_with_every_block_can_be_read_aloud():
    made = pdf(every("Word"))
    assert b"pdfuaid:part" in made
    assert made == pdf(every("Word"))
    told = inside(made)
    assert told.count(b"/Alt") >= 5
    assert b"/Outlines" in told
    assert b"/JavaScript" not in told
    assert b"/URI" not in told


def test_links_lead_into_the_same_file_and_only_where_there_is_something():
    claims = b.Claims((b.Claim("a", ("e1", "e404")), b.Claim("b", ("e2.7",))))
    rows = (b.Entry("e1", ("a",)), b.Entry("e2.7", ("b",)), b.Entry("e1", ("c",)))
    blocks = (claims, b.Register("", ("Place", "What"), rows))
    paper = every()._replace(blocks=blocks)
    assert len(re.findall(rb"/Subtype\s*/Link\b", inside(pdf(paper)))) == 2
    told = as_data(paper)["blocks"][0]["items"][0]["cites"]
    assert told == [{"name": "1", "to": "e1"}, {"name": "404", "to": ""}]


def test_a_table_that_stands_elsewhere_too_is_left_out_and_that_is_said():
    long = b.Grid("Turns", ("When", "What"), tuple((str(n), "x") for n in range(16)))
    figures = [b.Figure("A", "A", charts()[0], long, apart) for apart in ("", "See below.")]
    whole, without = as_data(every()._replace(blocks=tuple(figures)))["blocks"]
    assert (whole["apart"], len(whole["table"]["rows"])) == ("", 16)
    assert (without["apart"], without["table"]) == ("See below.", None)
    assert b"pdfuaid:part" in pdf(every()._replace(blocks=tuple(figures)))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(words: str):
    assert pdf(every(words)).startswith(b"%PDF")
