"""Papers as Markdown: read again by a parser, they say the same and do nothing more."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from simulator.paper import blocks as b
from simulator.paper.markdown import line, lines, markdown
from simulator.scenario.characters import shown
from tests.simulator.paper.papers import every

HOSTILE = (
    "# head", "1. one", "1) one", "- item", "+ item", "===", "---", "***", "> said", "    code",
    "[a](//evil)", "![a](//evil)", "[a]: //evil", "<b onclick=1>", "<!-- ", "&lt;", "`code`",
    "```\nfence\n```", "~~~", "a | b\n--- | ---\nc | d", ":-: | :-:", "**bold** _it_ ~~no~~",
    "http://evil.example", "HTTPS://evil.example", "www.evil.example", "mailto:a@b.example",
    "a@b.example", "@root", "#12", "$x$", "a\\", "\\", "a  \nb", "a\n\n\nb", "\ta", "!", "*", "`",
    "|", "a\u202eb\x1b[31m\x00", "<a id=\"e1\">", "https&colon;//evil.example", "12345678901. x",
)  # fmt: skip


def reader() -> MarkdownIt:
    made = MarkdownIt("gfm-like")
    assert made.linkify
    made.linkify.set({"fuzzy_link": False})  # only GitHub's: with www., a scheme, or an @
    return made


def leaves(tokens: list[Token]) -> list[Token]:
    return [leaf for token in tokens for leaf in (token, *leaves(token.children or []))]


FREE = {"text", "softbreak", "hardbreak", "inline", "paragraph_open", "paragraph_close"}


def shape(words: str) -> Counter:
    """What a parser makes of the paper, but for text and how it is broken."""
    made = leaves(reader().parse(markdown(every(words))))
    for token in made:
        for name, value in token.attrItems():
            assert name == "href"
            assert str(value).startswith("#")
        if token.type in ("html_inline", "html_block"):
            assert re.fullmatch(r'<a id="[\w.-]+">|</a>|<br>', token.content)
    return Counter(
        (token.type, token.tag, str(token.attrGet("href")))
        for token in made
        if token.type not in FREE and token.content != "<br>"
    )


PLAIN = shape("x")


def test_all_of_a_paper_is_there():
    kinds = {kind for kind, _, _ in PLAIN}
    assert {"heading_open", "table_open", "fence", "blockquote_open", "link_open"} <= kinds
    assert PLAIN["link_open", "a", "#e1"] == 1 + 1 + 1 + 4  # claim, two tables, four figures
    assert PLAIN["link_open", "a", "#part-1-1-1"] == 1
    assert markdown(every("x")) == markdown(every("x"))


def test_every_link_has_its_end():
    made = markdown(every("x"))
    ends = re.findall(r'<a id="([^"]+)"></a>', made)
    assert len(ends) == len(set(ends))
    assert set(re.findall(r"\]\(#([^)]+)\)", made)) <= set(ends)
    assert r"\[404\]" in made


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str):
    assert shape(words) == PLAIN
    made = markdown(every(words))
    fenced = re.sub(r"(?ms)^(`{3,})\n.*?\n\1$", "", made)
    assert not re.search(r"www\.|(https?|mailto):|//|@\w|(?<!&)#\d", fenced, re.IGNORECASE)


@settings(max_examples=25, deadline=None)
@given(
    st.text().map("a".__add__)
    | st.text("#+-=*_`~|<>[]()!\\&:;@.1 \nawhtp/$\"'", min_size=1).filter(
        lambda words: words.strip() != ""
    )
)
def test_no_text_is_ever_markup(words: str):
    assert shape(words) == PLAIN


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_what_is_read_is_what_was_said(words: str):
    said = " ".join(shown(words).split())
    for told, breaks in ((line(words), 0), (lines(words), 1)):
        tokens = leaves(reader().parse(f"x {told}"))
        read = "".join("\n" if one.type == "hardbreak" else one.content
                       for one in tokens if not one.children)  # fmt: skip
        assert " ".join(read.replace("\u2060", "").split()) == " ".join(f"x {said}".split())
        assert breaks or all(one.type != "hardbreak" for one in tokens)


def test_lines_stay_lines_and_paragraphs_paragraphs():
    paper = every()._replace(blocks=(b.Words("one\ntwo\n\nthree"), b.Points(("a\nb",))))
    assert "one\\\ntwo\n\nthree\n\n- a\\\n  b\n" in markdown(paper)


def test_what_is_read_letter_by_letter_ends_where_it_ends():
    paper = every()._replace(blocks=(b.Verbatim("a\n```\n````\n# b"),))
    (fence,) = (one for one in reader().parse(markdown(paper)) if one.type == "fence")
    assert fence.content == "a\n```\n````\n# b\n"
