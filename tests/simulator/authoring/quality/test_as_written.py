"""What is found without playing: where the limits lie, and whom they spare."""

from __future__ import annotations

import pytest

from simulator.authoring.quality.reading import spoken
from simulator.authoring.quality.texts import HARDEST, lix
from tests.simulator.authoring.quality.stage import found


def asked(due: str, pace: int, *more: str) -> str:
    lines = [f"pace: {pace}", *more, "injects:", "- id: leak", "  like: call", "  at: 1h"]
    lines += ["  to: watch", "  decision:", "    ask: And now?", f"    due: {due}"]
    lines += ["    options: [{id: a, label: Speak}, {id: b, label: Wait}]", "    default: b"]
    return "\n".join(lines)


def test_a_deadline_is_judged_by_the_clock_that_people_have():
    # 8 words at 200 a minute and two options of 20 seconds take 42 seconds
    assert not found("Q01", asked("43m", 60))
    assert found("Q01", asked("41m", 60))
    assert found("Q01", asked("43m", 120))
    assert not found("Q01", asked("41m", 30))


def test_who_learns_with_a_scenario_may_stop_the_clock():
    assert found("Q01", asked("1m", 60))
    assert not found("Q01", asked("1m", 60, "teaches: true"))


def test_the_language_with_most_words_counts():
    long = "Asgjë nuk lëviz në port. " * 20
    two = asked("1h", 60, "title: {en: One, sq: Një}").replace(
        "    ask: And now?", f"    ask: {{en: And now?, sq: {long}}}"
    )
    assert not found("Q01", asked("1h", 60))
    assert found("Q01", two)


@pytest.mark.parametrize(
    ("type", "value", "live"),
    [
        ("ip", "192.0.2.7", False),
        ("ip", "198.51.100.200", False),
        ("ip", "203.0.113.1", False),
        ("ip", "10.1.2.3", False),
        ("ipv6", "2001:db8::5", False),
        ("ip", "8.8.8.8", True),
        ("ipv6", "2606:4700::1111", True),
        ("ip", "8.8.8[.]8", False),
        ("domain", "update.example", False),
        ("domain", "mail.example.com", False),
        ("domain", "update[.]harbour[.]al", False),
        ("domain", "update.harbour.al", True),
        ("anything", "https://harbour.al/path", True),
        ("anything", "hxxps://harbour[.]al/path", False),
        ("e-mail", "clerk@harbour.al", True),
        ("e-mail", "clerk@harbour.test", False),
        ("file", "update.exe", False),
        ("sha256", "ab" * 32, False),
        ("process", "cl.exe -k 8.8", False),
    ],
)
def test_an_indicator_is_told_when_somebody_could_call_at_it(type: str, value: str, *, live: bool):
    indicator = f"""
        injects:
        - id: traffic
          like: call
          at: 1h
          to: watch
          attachments: [{{name: list, indicators: [{{type: {type}, value: "{value}"}}]}}]
        """
    assert bool(found("Q13", indicator)) == live


BOTH = """
title: {en: The harbour, sq: Porti}
roles:
  watch: {title: {en: Watch, sq: Roja}}
  council: {title: {en: Council, sq: Këshilli}}
gauges:
  trust: {title: {en: Trust, sq: Besimi}, about: {en: It sinks., sq: Bie.}, start: 50}
  purse: {title: {en: Purse, sq: Arka}, about: {en: It sinks., sq: Bie.}, start: 50}
  peace: {title: {en: Peace, sq: Paqja}, about: {en: It sinks., sq: Bie.}, start: 50}
injects: []
"""


def test_names_and_sources_need_no_other_language():
    assert not found("T10", BOTH + "names: {port: Porta Nova, ship: e-Barka}\n")
    assert not found("T10", BOTH + "sources: {gazette: {title: The gazette of the harbour}}\n")
    assert found("T10", BOTH + "names: {port: the new port}\n")


def test_what_comes_with_a_challenge_is_as_a_machine_wrote_it():
    contest = f"""
contest:
  title: {{en: The board, sq: Tabela}}
  categories: {{logs: {{title: {{en: Logs, sq: Regjistrat}}}}}}
  challenges:
    shift:
      category: logs
      title: {{en: The shift, sq: Turni}}
      points: 100
      text: {{en: Who came?, sq: Kush erdhi?}}
      attachments: [{{name: door.log, text: the door opened at three}}]
      answers: [{{salt: "{"ab" * 8}", hash: "{"cd" * 32}"}}]
"""
    assert not found("T10", BOTH + contest)
    [finding] = found(
        "T10", BOTH + contest.replace("text: {en: Who came?, sq: Kush erdhi?}", "text: Who came?")
    )
    assert finding.loc[-1] == "text"


def test_many_texts_that_lack_a_language_alike_are_told_once():
    facts = "".join(f"  f{number}: {{about: It is so.}}\n" for number in range(6))
    six = found("T10", BOTH + "facts:\n" + facts)
    five = found("T10", BOTH + "facts:\n" + facts.replace("  f5: {about: It is so.}\n", ""))
    assert [finding.loc for finding in six] == [("facts", "f0", "about")]
    assert "nor are 5 like it" in six[0].sentence
    assert len(five) == 5


def test_a_language_in_which_hardly_anything_is_written_is_told_once():
    [finding] = found("T10", "title: {en: The harbour, sq: Porti}\n")
    assert finding.loc == ("title",)
    assert "only 1 of" in finding.sentence


EASY = {
    "en": "The crane has stopped. The gate is shut. Nobody knows who did it. We ask the guard now.",
    "sq": "Vinçi ka ndaluar. Porta është mbyllur. Askush nuk e di kush e bëri. Pyesim rojën tani.",
}
HARD = {
    "en": "Notwithstanding previously communicated administrative arrangements, responsible "
    "organisations immediately discontinue unauthorised telecommunications connections",
    "sq": "Pavarësisht marrëveshjeve administrative të komunikuara paraprakisht, organizatat "
    "përgjegjëse ndërpresin menjëherë lidhjet telekomunikuese të paautorizuara",
}


@pytest.mark.parametrize("language", ["en", "sq"])
def test_the_measure_of_reading_serves_for_both_languages(language: str):
    assert lix(EASY[language], EASY[language].split()) < 40
    assert lix(HARD[language], HARD[language].split()) > HARDEST


def test_the_languages_of_a_library_are_not_missed():
    assert not found("T10", "include: {from: kulla:albania, only: roles}\n")


def test_hints_are_missed_only_where_most_questions_have_one():
    def asking(*hints: bool) -> str:
        injects = "injects:\n"
        for number, hint in enumerate(hints):
            injects += f"- {{id: q{number}, like: call, at: {number}h, to: watch, "
            injects += "hint: Ask the guard, " if hint else ""
            injects += 'decision: {ask: "Who?", free_text: true, expected: The guard}}\n'
        return injects

    assert [finding.loc[1] for finding in found("Q05", asking(True, True, False))] == [2]
    assert not found("Q05", asking(True, False))
    assert not found("Q05", asking(False, False, False))
    assert not found("Q05", asking(True, True, True))


def test_times_of_day_and_names_are_no_figures():
    def claiming(text: str) -> str:
        return f"""
            sources: {{gazette: {{title: Gazette, date: "2022"}}}}
            injects:
            - {{id: a, like: call, at: 1h, to: watch, cites: gazette}}
            - {{id: b, like: call, at: 2h, to: watch, cites: gazette}}
            - {{id: c, like: call, at: 3h, to: watch, text: "{text}"}}
            """

    assert found("Q10", claiming("1225 services are closed."))
    assert found("Q10", claiming("It costs 5 % of trust."))
    assert not found("Q10", claiming("At 14:30 the gate is shut."))
    assert not found("Q10", claiming("T1486 was seen by ${role.watch}."))


def test_real_time_is_told_as_people_would():
    assert spoken(84.4) == "84 seconds"
    assert spoken(600) == "10 minutes"
