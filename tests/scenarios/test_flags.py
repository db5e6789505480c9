"""Each challenge of cyber-yankee-2025 can be solved with what is attached, and tells no answer.

A solver does what a person does with paper and a calculator, so no answer stands in this file.
"""

from __future__ import annotations

import base64
import codecs
import json
import re
import struct
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address, ip_network
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from simulator.scenario import Scenario, load
from simulator.scenario.hashing import is_right, normalised
from simulator.scenario.library import shipped
from simulator.scenario.words import texts_of
from simulator.speech import LANGUAGES

FOLDER = shipped()["cyber-yankee-2025"]
LOCAL = timedelta(hours=-4)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SINCE_1601 = 11_644_473_600

Solver = Callable[..., str]
SOLVERS: dict[str, Solver] = {}
"""By challenge, what makes its answer of the texts that are attached, in their order."""


def solves(name: str) -> Callable[[Solver], Solver]:
    def keep(solver: Solver) -> Solver:
        SOLVERS[name] = solver
        return solver

    return keep


def lines(text: str) -> list[str]:
    """Without comments and empty lines."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def rows(text: str) -> list[list[str]]:
    return [line.split() for line in lines(text)]


def local(moment: datetime | str) -> str:
    """Hours and minutes in the exercise's own time, of a moment in UTC."""
    read = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return f"{read + LOCAL:%H:%M}"


def unhexed(words: list[str]) -> bytes:
    return bytes.fromhex("".join(words))


def dumped(text: str) -> bytes:
    """The bytes of a dump with an offset at the left."""
    return unhexed([word for line in rows(text) for word in line[1:]])


def xored(data: bytes, key: bytes) -> bytes:
    return bytes(byte ^ key[at % len(key)] for at, byte in enumerate(data))


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sought(pattern: str, text: str) -> re.Match[str]:
    """What fits the pattern first; `^` and `$` mean lines."""
    found = re.search(pattern, text, re.MULTILINE)
    assert found, pattern
    return found


def seconds(clock: str) -> int:
    hours, minutes, rest = map(int, clock.split(":"))
    return hours * 3600 + minutes * 60 + rest


# Logs


@solves("the-night-shift")
def two_sessions_of_one_account(log: str) -> str:
    open_: dict[str, dict[str, str]] = defaultdict(dict)
    for moment, what, *pairs in rows(log):
        said = dict(pair.split("=") for pair in pairs)
        mine = open_[said["user"]]
        if what == "CONNECT":
            if set(mine.values()) - {said["src"]}:
                return f"{said['src']}@{local(moment)}"
            mine[said["sess"]] = said["src"]
        elif what == "DISCONNECT":
            del mine[said["sess"]]
    return ""


@solves("low-and-slow")
def names_that_were_sprayed(log: str) -> str:
    old = [(src, name, end) for _, _, src, name, kind, end in rows(log) if kind == "BAV2ROPC"]
    tried = defaultdict(set)
    for source, name, _ in old:
        tried[source].add(name)
    spraying = {source for source, names in tried.items() if len(names) > 1}
    (hit,) = {name for source, name, end in old if source in spraying and end == "OK"}
    return f"{hit}/{len(set().union(*(tried[source] for source in spraying)))}"


@solves("regular-caller")
def who_keeps_time(log: str, approved: str) -> str:
    calls = defaultdict(list)
    for clock, source, _, destination, _, _ in rows(log):
        calls[source, destination].append(seconds(clock))
    known = {line[0] for line in rows(approved)}
    for (source, destination), at in calls.items():
        apart = {after - before for before, after in pairwise(at)}
        if len(at) > 3 and len(apart) == 1 and destination not in known:
            return f"{source}>{destination}/{apart.pop()}"
    return ""


@solves("missing-pages")
def holes_and_halves(log: str) -> str:
    records, logons, left = defaultdict(list), set[str](), list[tuple[str, str, str]]()
    for _, _, station, record, _, what, account, logon in rows(log):
        records[station].append(int(record))
        if what == "logon":
            logons.add(logon)
        elif what == "logoff" and logon not in logons:
            left.append((station, account, logon))
    for station, numbers in records.items():
        for before, after in pairwise(numbers):
            if after - before > 1:
                (account,) = [name for where, name, _ in left if where == station]
                return f"{station}/{after - before - 1}/{account}"
    return ""


@solves("shell-in-the-maps")
def orders_from_behind(log: str) -> str:
    whole = re.sub(r"\n    ", "", log)
    orders = " ".join(
        unpadded(said[::-1]).decode() for said in re.findall(r"thumb\.aspx\?s=(\S+)", whole)
    )
    account = sought(r"net user (\S+) \S+ /add", orders)[1]
    port = sought(r"listenport=(\S+)", orders)[1]
    address = sought(r"connectaddress=(\S+)", orders)[1]
    return f"{account}/{port}/{address}"


# Network


@solves("in-the-clear")
def what_was_let_in(packets: str) -> str:
    asked = ""
    for line in lines(packets):
        if "Basic" in line:
            asked = base64.b64decode(line.split()[-1]).decode()
        elif "200 OK" in line and line.split()[3] == "192.0.2.41":
            return asked
    return ""


@solves("one-mask-too-wide")
def what_the_rules_let_through(rules: str, devices: str) -> str:
    office = ip_address("192.0.2.41")

    def let_through(address: str, port: str) -> bool:
        for line in rules.splitlines():
            word = line.partition("!")[0].split()
            if len(word) != 7 or word[6] != port:
                continue
            if office in ip_network(word[3]) and ip_address(address) in ip_network(word[4]):
                return word[1] == "permit"
        return False

    found = [
        name
        for name, address, port in rows(devices)
        if port == "502" and let_through(address, port)
    ]
    return f"{len(found)}/{found[0]}/{found[-1]}"


@solves("long-labels")
def names_in_names(log: str) -> str:
    asked = [name.split(".") for _, _, kind, name in rows(log) if kind == "TXT"]
    parts = {int(number, 16): part for number, part, *_ in asked}
    files = unhexed([parts[number] for number in sorted(parts)]).decode().split("|")
    (gas,) = [file for file in files if "isolation" in file]
    return gas


@solves("the-knock")
def what_all_openings_share(packets: str) -> str:
    tried: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    knocks, opened = list[list[str]](), ""
    for day, clock, source, _, destination, port, flags in rows(packets):
        at = datetime.fromisoformat(f"2025-05-{day}T{clock}")
        if flags == "SYN":
            tried[source].append((at, port))
        elif flags == "SYN,ACK":
            opened = port
            before = tried[destination][:-1]
            knocks.append([p for when, p in before if at - when < timedelta(seconds=10)])
    first, *others = knocks
    return "-".join(p for p in first if all(p in knock for knock in others)) + f":{opened}"


@solves("quiet-ping")
def letters_in_numbers(packets: str) -> str:
    sent = defaultdict[str, dict[int, bytes]](dict)
    for _, source, _, _, number, _, ip_id in rows(packets):
        sent[source][int(number)] = bytes.fromhex(ip_id[2:])
    (odd,) = [by for by in sent.values() if [*by.values()] != sorted(by.values())]
    hidden = b"".join(odd[number] for number in sorted(odd))
    said = xored(hidden, bytes([hidden[-1] ^ ord(" ")])).decode()
    found = sought(r"(LIFT) STATION (\d) AT (\d\d)(\d\d)", said)
    return "{}-{}@{}:{}".format(*found.groups())


# Forensics


@solves("ran-from-where")
def a_name_away_from_home(listing: str) -> str:
    found = sought(r"SVCHOST\.EXE-(\w+) .*?(\S+ \d\d:\d\d:\d\d)  .USERS", listing)
    return f"{found[1]}@{local(found[2])}"


@solves("the-run-key")
def what_starts(export: str) -> str:
    whole = export.replace("\\\n  ", "")
    values = [
        bytes.fromhex(value.replace(",", "")).decode("utf-16-le").rstrip("\0")
        for value in re.findall(r"=hex\(2\):(\S+)", whole)
    ]
    (found,) = [said for value in values for said in re.findall(r"-k (\S+) .*-p (\d+)", value)]
    return ":".join(found)


@solves("the-postmark")
def taken_over_at_the_border(head: str) -> str:
    whole = re.sub(r"\n\s+", " ", head)
    taken = sought(r"\(unknown \[(\S+)\]\) by edge\.\S+ .*?; \w+, (.+)", whole)
    dated = sought(r"^Date: \w+, (.+)", whole)
    here, there = (datetime.strptime(it, "%d %b %Y %H:%M:%S %z") for it in (taken[2], dated[1]))
    return f"{taken[1]}/{(here - there).seconds}"


@solves("older-than-itself")
def not_with_its_neighbours(table: str) -> str:
    files = [(name, created, f"{day}T{clock}") for _, name, created, _, day, clock in rows(table)]
    written = [day for _, created, day in files if not day.startswith(created)]
    usual = max(written, key=[it[:10] for it in written].count)[:10]
    ((name, moment),) = [
        (name, day)
        for name, created, day in files
        if not day.startswith(created) and not day.startswith(usual)
    ]
    return f"{name}@{datetime.fromisoformat(moment[:19]) + LOCAL:%Y-%m-%dT%H:%M}"


@solves("the-stick")
def there_only_once(registry: str, _gate: str) -> str:
    def moment(raw: str) -> float:
        steps = int.from_bytes(bytes.fromhex(raw.replace(",", "")), "little")
        return steps / 10_000_000 - SINCE_1601

    for stick in registry.split("\n\n")[1:]:
        name, *values = lines(stick)
        first, last, gone = (value.split()[1] for value in values)
        if first == last:
            stay = int(moment(gone) - moment(last)) // 60
            serial = name.rpartition("\\")[2].removesuffix("&0")
            return f"{serial}@{local(EPOCH + timedelta(seconds=moment(last)))}/{stay}"
    return ""


# Malware


@solves("one-byte")
def one_key_for_all(dump: str) -> str:
    hidden = dumped(dump)
    said = xored(hidden, bytes([hidden[0] ^ ord("h")])).decode()
    return f"{sought(r'https://([^/]+)/', said)[1]}#{sought(r'id=([^;]+)', said)[1]}"


@solves("letters-on-the-stack")
def letters_in_their_places(listing: str) -> str:
    written = re.findall(r"\[rbp-(\w+)h\], (\w+)h\n", listing)
    placed = sorted(((0x20 - int(place, 16), int(value, 16)) for place, value in written))
    return "".join(chr(value - place) for place, value in placed[:-1])


@solves("the-kit")
def the_second_letter(script: str) -> str:
    turned = re.findall(r"strrev\(\"(\w+)\"\)", script)
    moved = re.findall(r"str_rot13\(\"(\w+)\"\)", script)
    (salt,) = re.findall(r"\"(\w+==)\"", script)
    name, post = (word[::-1] for word in turned)
    second, ending = (codecs.decode(word, "rot13") for word in moved)
    return f"{name}.{second}@{base64.b64decode(salt).decode()}-{post}.{ending}"


@solves("the-configuration")
def in_use_and_until_when(dump: str, _notes: str) -> str:
    data = dumped(dump)
    size = int.from_bytes(data[8:10], "little")
    rest, call, until = xored(data[10 : 10 + size], data[4:8]), "", EPOCH
    while rest[0]:
        kind, value, rest = rest[0], rest[2 : 2 + rest[1]], rest[2 + rest[1] :]
        if kind == 1 and value[0] & 1:
            call = f"{ip_address(value[1:5])}:{int.from_bytes(value[5:], 'big')}"
        elif kind == 3:
            until = EPOCH + timedelta(seconds=int.from_bytes(value, "little"))
    return f"{call}/{until:%Y-%m-%d}"


def name_of_the_day(day: int) -> str:
    said, state = "", (2025 * 372 + 5 * 31 + day) % 65521
    for _ in range(9):
        state = (state * 171 + 4321) % 65521
        said += chr(ord("a") + state % 26)
    return f"{said}.{('relay', 'cache', 'stats', 'media')[state % 4]}.example"


@solves("tomorrows-name")
def as_it_was_on_other_days(_code: str, log: str) -> str:
    asked = {(line[0], line[3]) for line in rows(log)}
    assert {(f"2025-05-{day}", name_of_the_day(day)) for day in (10, 11, 12)} <= asked
    return name_of_the_day(14)


# Ciphers


@solves("shifted")
def moved_back(board: str) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    for by in range(26):
        back = str.maketrans(letters, letters[-by:] + letters[:-by])
        said = board.casefold().translate(back)
        if found := re.search(r"begin with the word (\w+)", said):
            return found[1]
    return ""


@solves("unsigned-pass")
def let_in_without_a_name_below(log: str) -> str:
    for entry in re.findall(r"^\S+ \S+  \S+ +200  .*\n(?:    .*\n)+", log, re.MULTILINE):
        _, *token = entry.splitlines()
        head, content, signature = "".join(map(str.strip, token)).split(".")
        if not signature:
            assert json.loads(unpadded(head))["alg"] == "none"
            said: dict[str, Any] = json.loads(unpadded(content))
            return f"{said['sub']}@{local(EPOCH + timedelta(seconds=said['iat']))}"
    return ""


@solves("the-long-key")
def the_key_from_how_it_begins(message: str) -> str:
    hidden = [ord(letter) - 65 for letter in "".join(re.findall(r"\b[A-Z]{1,5}\b", message[45:]))]
    known = [ord(letter) - 65 for letter in "TIDEWARDENS"]
    key = [(a - b) % 26 for a, b in zip(hidden, known, strict=False)]
    assert key[:5] == key[6:]
    said = "".join(chr((it - key[at % 6]) % 26 + 65) for at, it in enumerate(hidden))
    return sought(r"UNDERTHENAME(\w+?)ASKFOR", said)[1]


@solves("same-pad-twice")
def the_pad_falls_out(messages: str, phrases: str) -> str:
    _, sent, received = re.split(r"^\d\d:\d\d:\d\d  (?:out|in)$", messages, flags=re.MULTILINE)
    both = xored(dumped(sent), dumped(received))
    for line in lines(phrases):
        said = xored(both, line[3:].encode()).decode("latin-1")
        if found := re.search(r"OPEN (\d) THEN (\d) THEN (\d) AT (\d\d)(\d\d)", said):
            return "{}-{}-{}@{}:{}".format(*found.groups())
    return ""


@solves("the-cousin")
def right_name_and_wrong_parent(shown: str, authority: str) -> str:
    parents = set(re.findall(r"^    (\S+)$", authority, re.MULTILINE))
    for entry in shown.split("\nCertificate: ")[1:]:
        parent = entry.split()[-1]
        if "CN = Utility OT CA" in entry and parent not in parents:
            dates = re.findall(r"Not \w+ ?: +(.+) GMT", entry)
            begin, end = (datetime.strptime(f"{it}+0000", "%b %d %H:%M:%S %Y%z") for it in dates)
            return f"{entry.partition('.')[0]}/{(end - begin).days}"
    return ""


# Control systems


def frames(listing: str) -> Iterator[tuple[str, bytes]]:
    """Who sent each Modbus frame, and its function with what follows."""
    for _, source, _, _, *words in rows(listing):
        yield source, unhexed(words)[7:]


@solves("who-turned-it-up")
def written_from_elsewhere(listing: str, registers: str) -> str:
    tags = {int(row[0]): (row[1], row[row.index("x") + 1]) for row in rows(registers)}
    for source, frame in frames(listing):
        if source == "192.0.2.74" and frame[0] == 16:
            start, number = struct.unpack(">HH", frame[1:5])
            values = struct.unpack(f">{number}H", frame[6:])
            named = [(*tags[40001 + start + at], value) for at, value in enumerate(values)]
            return "+".join(f"{tag}={value / int(by):.2f}" for tag, by, value in named)
    return ""


@solves("two-words")
def low_word_first(listing: str, _registers: str) -> str:
    def number(raw: bytes) -> str:
        return f"{struct.unpack('>f', raw[2:] + raw[:2])[0]:.2f}"

    written, read = "", ""
    for source, frame in frames(listing):
        if frame[0] == 16 and source == "192.0.2.74":
            written = number(frame[6:10])
        elif frame[0] == 3 and source == "192.0.2.173":
            read = number(frame[2:6])
    return f"{written}/{read}"


@solves("the-quiet-alarms")
def high_without_a_sound(levels: str, journal: str) -> str:
    (_, *stations), *table = rows(levels)
    limits = dict(re.findall(r"^(LS-\d)  (\d\.\d\d)$", journal, re.MULTILINE))
    rang = set(re.findall(r"ALARM +(LS-\d)-HIGH", journal))
    for clock, *values in table:
        for station, value in zip(stations, values, strict=True):
            if float(value) > float(limits[station]) and station not in rang:
                return f"{station}@{clock}"
    return ""


@solves("order-to-open")
def obeyed_and_open(listing: str, points: str) -> str:
    breakers = {int(row[0]): (row[1], row[2]) for row in rows(points) if row[-1] == "command"}
    opened = set[str]()
    for _, _, _, to, *words in rows(listing):
        frame = unhexed(words)
        if to == "M" and len(frame) == 16 and frame[6] in (0x2D, 0x2E) and frame[8] == 0x0A:
            name, kind = breakers[int.from_bytes(frame[12:15], "little")]
            if frame[15] == (0 if kind == "single" else 1):
                opened.add(name)
    return "+".join(sorted(opened, key=lambda name: int(name[3:])))


@solves("between-the-lines")
def when_it_trips(program: str, _state: str) -> str:
    low = int(sought(r"SUCTION_LOW.*16#(\w+)", program)[1], 16)
    base = int(sought(r"2#(\w+)", program)[1].replace("_", ""), 2)
    return f"{low * 10 / 27648:.2f}/{max(base * 4, (base << 4) + base * 4)}"


@solves("yesterdays-flow")
def where_it_begins_to_repeat(flow: str) -> str:
    values = [value for _, *ten in rows(flow) for value in ten]
    last = len(values)
    period = next(
        by for by in range(10, 120) if values[last - 2 * by : last - by] == values[last - by :]
    )
    differs = max(at for at in range(period, last) if values[at] != values[at - period])
    hours, minutes = divmod(differs + 1 - period, 60)
    return f"{hours:02}:{minutes:02}/{period}"


# Open sources


@solves("the-vacancy")
def three_public_pages(advert: str, references: str, bulletins: str) -> str:
    product = sought(r"(\S+) controllers at eleven lift", advert)[1]
    version = sought(rf"{product} went from \S+ to ([\d.]*\d)", references)[1]

    def order(it: str) -> tuple[int, ...]:
        return tuple(map(int, it.split(".")))

    pattern = rf"^(\S+) +{product} +(\S+) - (\S+)"
    for bulletin, first, last in re.findall(pattern, bulletins, re.MULTILINE):
        if order(first) <= order(version) <= order(last):
            return f"{product}/{version}/{bulletin}"
    return ""


@solves("the-press-photo")
def where_the_picture_was_taken(data: str, places: str) -> str:
    def degrees(of: str) -> str:
        found = sought(rf"GPS {of} +: (\d+) deg (\d+)' ([\d.]+)\" (\w)", data)
        value = int(found[1]) + int(found[2]) / 60 + float(found[3]) / 3600
        return f"{-value if found[4] in 'SW' else value:.4f}"

    here = [degrees("Latitude"), degrees("Longitude")]
    (building,) = [line for line in lines(places) if line.split()[-2:] == here]
    clock = sought(r"GPS Time Stamp +: (\S+)", data)[1]
    return f"{building[:20].strip()}@{local('2025-05-02T' + clock)}"


@solves("new-neighbours")
def from_key_to_name_to_key(log: str) -> str:
    issued = [(row[0], row[1], row[4], {it.strip(",") for it in row[5:]}) for row in rows(log)]
    names, moment = {"tideline-cdn.example"}, ""
    for _ in issued:
        keys = {key for _, _, key, held in issued if held & names}
        names |= set().union(*(held for _, _, key, held in issued if key in keys))
    related = [entry for entry in issued if entry[3] <= names]
    day, clock, _, held = max(related, key=lambda entry: entry[:2])
    moment = local(f"{day}T{clock}")
    (name,) = held
    return f"{name}@{moment}"


@solves("office-hours")
def whose_office_it_is(posts: str, almanac: str) -> str:
    found = re.findall(r"\w{3} (\d\d \w{3} \d\d:\d\d:\d\d) web", posts)
    written = [datetime.strptime(f"2025 {it} +0000", "%Y %d %b %H:%M:%S %z") for it in found]
    hours = {it.hour for it in written}
    (lunch,) = set(range(min(hours), max(hours) + 1)) - hours
    days = {it.date() for it in written}
    first, span = min(days), (max(days) - min(days)).days
    (empty,) = [
        day
        for day in (first + timedelta(days=number) for number in range(span))
        if day.weekday() < 5 and day not in days
    ]
    for state, ahead, rest in re.findall(r"^(\w+) +UTC([+-]\d)(.*\n.*)$", almanac, re.MULTILINE):
        shut = re.search(r"from (\d+) to", rest)
        if shut and int(shut[1]) - int(ahead) == lunch and f"{empty.day} {empty:%B}" in rest:
            return f"{state}/{empty}/{lunch:02}"
    return ""


@solves("the-old-page")
def what_four_places_say(before: str, after: str, _manual: str, paper: str) -> str:
    people = re.findall(r"^region (\d) +(\S+) (\S+)", before, re.MULTILINE)
    ((region, first, family),) = [it for it in people if f"{it[1]} {it[2]}" not in after]
    serial = sought(r"S/N (\S+), LIFT 4'", paper)[1]
    printed = datetime.strptime(sought(r"(\d+ \w+ \d{4}) \]", paper)[1] + "+0000", "%d %B %Y%z")
    friday = printed - timedelta(days=(printed.weekday() - 4) % 7)
    account = f"{first[0]}{family[:6]}{int(region):02}"
    return f"{account}:{serial[-4:]}-{friday:%b}".casefold()


# What the tests ask


@cache
def scenario() -> Scenario:
    return load(FOLDER)


@cache
def answer_to(name: str) -> str:
    attached = scenario().challenge[name].attachments
    return SOLVERS[name](*(it.text.into("en") for it in attached if it.text))


def files() -> dict[str, str]:
    """All that stands in the scenario's folder, and here."""
    there = [path for path in FOLDER.rglob("*") if path.suffix in {".yaml", ".md", ".txt"}]
    return {path.name: normalised(path.read_text("utf-8")) for path in [*there, Path(__file__)]}


def test_every_challenge_has_a_solver_and_every_category_some_challenges() -> None:
    challenges = scenario().challenge

    assert set(SOLVERS) == set(challenges)
    assert len(challenges) >= 36
    contest = scenario().contest
    assert contest is not None
    for category in contest.categories:
        assert 4 <= sum(it.category == category for it in challenges.values()) <= 6, category
    assert {it.points for it in challenges.values()} == {100, 200, 300, 400}


@pytest.mark.parametrize("name", SOLVERS)
def test_a_challenge_is_solved_with_what_is_attached(name: str) -> None:
    accepted = scenario().challenge[name].answers

    assert is_right(answer_to(name), accepted)
    assert is_right(f"  {answer_to(name).upper()} ", accepted)


@pytest.mark.parametrize("name", SOLVERS)
def test_what_is_nearly_right_is_wrong(name: str) -> None:
    accepted, answer = scenario().challenge[name].answers, answer_to(name)
    other = next(it for it in SOLVERS if it != name)

    for wrong in ("", answer[:-1], answer + "0", answer[::-1], answer_to(other)):
        assert not is_right(wrong, accepted), wrong


def test_no_answer_stands_in_any_text() -> None:
    told = files()

    for name in SOLVERS:
        answer = normalised(answer_to(name))
        assert len(answer) >= 8, name
        assert not [file for file, text in told.items() if answer in text], name


def test_no_answer_stands_in_any_text_as_it_is_shown() -> None:
    """With all parts of the scenario put together, in each language."""
    parts = [text.into(language) for text in texts_of(scenario()) for language in LANGUAGES]
    told = normalised(" ".join(parts))

    assert not [name for name in SOLVERS if normalised(answer_to(name)) in told]


@pytest.mark.parametrize("name", SOLVERS)
def test_a_challenge_is_told_helped_and_explained_in_every_language(name: str) -> None:
    challenge = scenario().challenge[name]

    assert challenge.form is not None
    assert challenge.solution is not None
    told = [challenge.title, challenge.text, challenge.form, challenge.solution]
    told += [hint.text for hint in challenge.hints]
    assert all(set(text.languages()) == set(LANGUAGES) for text in told)
    attached = [it.text.words for it in challenge.attachments if it.text]
    assert len(attached) == len(challenge.attachments)
    assert all(len(words) == 1 and "${" not in words[0][1] for words in attached)


@pytest.mark.parametrize("name", SOLVERS)
def test_hints_cost_more_and_more_and_never_all(name: str) -> None:
    challenge = scenario().challenge[name]
    prices = [hint.costs for hint in challenge.hints]

    assert 2 <= len(prices) <= 3
    assert prices == sorted(prices)
    assert prices[0] > 0
    assert sum(prices) < challenge.points


def test_what_is_attached_fits_a_terminal_and_names_only_addresses_of_documents() -> None:
    ranges = [ip_network(it) for it in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")]
    own = ip_network("192.168.0.0/16")
    for name, challenge in scenario().challenge.items():
        for attached in challenge.attachments:
            text = attached.text.into("en") if attached.text else ""
            assert max(map(len, text.splitlines())) <= 100, name
            for found in re.findall(r"\b\d{1,3}(?:\.\d{1,3}){3}\b", text):
                address = ip_address(found)
                assert address in own or any(address in net for net in ranges), (name, found)
