"""How a command in one line is taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.lines.choosing import Choice, Unclear, pick
from tui.lines.grammar import Ruling, errand, level, numbered, ruling, seconds

PLAIN = st.text("abcdefgh ", max_size=30).map(lambda text: " ".join(text.split()))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Ruling("", "", "", "", None, False)),
        ("3", Ruling("3", "", "", "", None, False)),
        ("3 option 2", Ruling("3", "2", "", "", None, True)),
        ("3 OPTION 2 Because of x SURE 70 %", Ruling("3", "2", "", "of x", 70, True)),
        ("option two words", Ruling("", "two words", "", "", None, True)),
        ("3 saying we wait because why", Ruling("3", "", "we wait", "why", None, True)),
        ("3 saying we wait, because why, sure 70", Ruling("3", "", "we wait", "why", 70, True)),
        ("3 option 1 saying but slowly", Ruling("3", "1", "but slowly", "", None, True)),
        ("3 because I am not sure yet", Ruling("3", "", "", "I am not sure yet", None, True)),
        ("3 because the option is better sure doubt",
         Ruling("3", "", "", "the option is better", 30, True)),
        ("3 sure 170", Ruling("3 sure 170", "", "", "", None, False)),
        ("pressure 70", Ruling("pressure 70", "", "", "", None, False)),
    ],
)  # fmt: skip
def test_a_decision_in_one_line(text: str, meant: Ruling):
    assert ruling(text) == meant


@given(PLAIN, PLAIN, PLAIN, st.integers(0, 100))
def test_what_was_put_together_is_taken_apart_again(what: str, option: str, reason: str, sure: int):
    line = f"{what} option {option} because {reason} sure {sure} %"
    assert ruling(line) == Ruling(what, option, "", reason, sure, True)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("2", (("2", ""),)),
        ("2 on 1", (("2 on 1", ""), ("2", "1"))),
        ("hold on to it on x", (("hold on to it on x", ""), ("hold on to it", "x"),
                                ("hold", "to it on x"))),
        ("only on", (("only on", ""),)),
    ],
)  # fmt: skip
def test_an_order_is_read_in_every_way_the_longest_name_first(text: str, ways):
    assert errand(text).ways == ways


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2", ("2", "")), ("2 until noon", ("2", "until noon")), ("2 because x", ("2", "x")),
     ("how long", ("", "how long")), ("", ("", ""))],
)  # fmt: skip
def test_a_number_and_what_goes_with_it(text: str, parts: tuple[str, str]):
    assert numbered(text) == parts


@pytest.mark.parametrize(
    ("text", "value"),
    [("sure", 90), ("Even", 50), ("0", 0), ("100%", 100), ("4", 70), ("4 %", 4), ("6", 6)],
)
def test_how_sure_one_is(text: str, value: int):
    assert level(text) == value


@pytest.mark.parametrize("text", ["", "101", "-1", "very", "²", "1" * 5000])
def test_how_sure_one_can_not_be(text: str):
    with pytest.raises(Unclear):
        level(text)


def test_a_time_may_be_written_with_gaps():
    assert seconds("2h 30m") == 9000


NAMED = [
    Choice("mail", 1, "Government mail"),
    Choice("portal", 2, "Citizen portal", ("PORTAL-2",)),
    Choice("second", 3, "Second mail"),
]


@pytest.mark.parametrize(
    ("text", "id"),
    [("1", "mail"), ("02", "portal"), ("MAIL", "mail"), ("gov", "mail"), ("portal-2", "portal"),
     ("cit por", "portal"), ("second mail", "second")],
)  # fmt: skip
def test_a_thing_is_meant_by_its_number_its_name_or_words_of_it(text: str, id: str):
    assert pick(text, NAMED, "asset").id == id


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ail", "“ail” may be Government mail or Second mail."),
        ("governmnt mail", "There is no asset “governmnt mail”. Did you mean Government mail?"),
        ("4", "There is no asset “4”."),
        ("x" * 5000, f"There is no asset “{'…'}”."),
    ],
)
def test_what_is_not_clear_is_said_in_a_sentence(text: str, said: str):
    with pytest.raises(Unclear) as unclear:
        pick(text, NAMED, "asset")
    assert unclear.value.sentence == said
