"""A small exercise to run from the command line, and how a run of it leaves."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import click
from click.testing import CliRunner

from simulator.cli.run import command

HARBOUR = """\
kulla: 1
id: harbour
title: {en: Harbour, sq: Porti}
start: 2030-05-03T18:00:00+02:00
length: 6h
roles:
  office: {title: Harbour office, bot: {delay: 20m}}
  council: {title: Town council}
assets:
  mail: {title: Mail, owner: office, hosts: 3}
gauges:
  trust: {title: Public trust, start: 70, drifts: [{per_hour: -0.7}]}
capabilities:
  spares: {title: Spare cranes, has: true, otherwise: [{gauge: trust, add: -20}]}
actions:
  cut-off: {title: Cut off, by: office, then: [{asset: mail, set: isolated}]}
reports:
  warning: {title: Early warning, by: office, to: council, fields: [{id: what, label: What}]}
injects:
  - id: alarm
    at: 1h
    to: office
    channel: phone
    from: Night watch
    title: Something moved
    text: A crane turned by itself.
    decision:
      ask: Cut it off?
      due: 30m
      default: wait
      options:
        - {id: wait, label: Wait, then: [{asset: mail, encrypt: 2}]}
        - {id: cut, label: Cut, best: true, then: [{asset: mail, set: isolated}]}
  - id: calm
    when: {module: morning}
    delay: 1h
    to: office
    channel: chat
    from: Night watch
    title: All is calm
    text: Nothing moves.
modules:
  morning:
    title: Morning round
    at: 3h
    situation: Think.
    questions: [{id: first, to: office, ask: What comes first?}]
objectives:
  sail: {title: Sail, measures: [{keep: {asset: mail, service: {at_least: 50}}, at: end, worth: 3}]}
outcomes:
  held: {title: It held, when: {asset: mail, hosts_intact: {at_least: 100}}}
  lost: {title: It is lost}
"""


class Left(NamedTuple):
    """How the command left, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


def run(*arguments: object) -> Left:
    return call(command, *arguments)


def call(called: click.Command, *arguments: object) -> Left:
    """Any command, as `kulla` calls it."""
    left = CliRunner().invoke(called, list(map(str, arguments)), standalone_mode=False)
    if isinstance(left.exception, click.ClickException):
        said = left.stderr + left.exception.format_message()
        return Left(left.exception.exit_code, left.stdout, said)
    assert left.exception is None, left.exception
    return Left(left.return_value, left.stdout, left.stderr)


def no_session(path: Path) -> str:
    """What every command says where there is none."""
    return (
        f"{path} is no session: it holds no journal.jsonl; name a folder that kulla host, or "
        "--keep, has made."
    )
