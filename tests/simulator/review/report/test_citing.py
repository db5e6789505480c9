"""What the register of a report has in it."""

import pytest

from simulator.paper.blocks import Claim, Claims, Figure, Grid
from simulator.paper.charts import Dot, Row, Timeline
from simulator.review.report.citing import MOST, anchors_in


@pytest.mark.parametrize(("dots", "listed"), [(MOST, MOST), (MOST + 1, 2)])
def test_a_crowded_timeline_leads_only_to_what_words_cite(dots: int, listed: int):
    marks = tuple(Dot(at, at, "message", "x", f"e{at}") for at in range(dots))
    chart = Timeline(dots, (Row("A", marks),), (), (("message", "M"),))
    table = Grid("", ("",), (("x",),), cites=(("e7",),))
    blocks = (Figure("", "", chart, table), Claims((Claim("x", ("e7", "e9")),)))
    assert len({*anchors_in(blocks)}) == listed
