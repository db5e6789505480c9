"""A large scenario made by rule, as YAML files: nothing in it is chance, so runs compare."""

from __future__ import annotations

from pathlib import Path

ROLES, ASSETS, STEPS, ACTIONS = 40, 100, 40, 200
CHANNELS = ("e-mail", "phone", "siem", "news", "social", "chat")
PROSE = (
    "The duty officer reports what was seen and asks what to do. The log of the last hour is "
    "attached; two of the entries do not fit the pattern of an ordinary night. Nobody has "
    "touched the machine since. "
)


A_FILE = 2_000
"""Injects in one file: about 1.3 MB."""


def write(folder: Path, injects: int, hours: int = 72) -> Path:
    """Write a valid scenario of this many injects, about 650 bytes each; its folder."""
    (folder / "injects").mkdir(parents=True)
    parts = [_head(hours), _roles(), _assets(), _gauges(), _adversary(hours), _actions()]
    (folder / "scenario.yaml").write_text("".join(parts), encoding="utf-8")
    for first in range(0, injects, A_FILE):
        some = range(first, min(first + A_FILE, injects))
        text = "injects:\n" + "".join(_inject(n, injects, hours) for n in some)
        (folder / "injects" / f"{first:05}.yaml").write_text(text, encoding="utf-8")
    return folder


def _head(hours: int) -> str:
    return (
        "kulla: 1\nid: large\ntitle: {en: A large exercise, sq: Një ushtrim i madh}\n"
        f"start: 2022-07-15T12:00:00+02:00\nlength: {hours}h\n"
    )


def _roles() -> str:
    lines = (
        f"  role-{n}:\n    title: Role {n}\n    teams: {{team-{n}: 4}}\n    sees: {{gauges: all}}\n"
        for n in range(ROLES)
    )
    return "roles:\n" + "".join(lines)


def _assets() -> str:
    def asset(n: int) -> str:
        needs = f"[asset-{n // 2}, {{asset: asset-{n // 3}, share: 50%}}]" if n > 2 else "[]"
        return (
            f"  asset-{n}: {{title: Asset {n}, owner: role-{n % ROLES}, hosts: {50 + n}, "
            f"depends_on: {needs}}}\n"
        )

    return "assets:\n" + "".join(asset(n) for n in range(ASSETS))


def _gauges() -> str:
    def gauge(n: int) -> str:
        return (
            f"  gauge-{n}:\n    title: Gauge {n}\n    start: {40 + 5 * n}\n    drifts:\n"
            f"      - {{when: {{asset: asset-{n}, service: {{below: 60}}}}, per_hour: -1.5}}\n"
            f"      - {{when: {{gauge: gauge-{n}, below: 30}}, per_hour: 0.5}}\n"
        )

    return "gauges:\n" + "".join(gauge(n) for n in range(6))


def _adversary(hours: int) -> str:
    def step(n: int) -> str:
        return (
            f"    - id: step-{n}\n      title: Step {n}\n      technique: T1486\n"
            f"      at: {1 + n * (hours - 6) // STEPS}h\n"
            "      delay: {between: [10m, 50m]}\n      chance: 90%\n"
            f"      encrypt: {{asset: asset-{50 + n}, hosts_per_minute: 1.5, up_to: 80%}}\n"
            f"      stopped_by: {{asset: asset-{50 + n}, is: isolated}}\n"
        )

    head = "adversary:\n  name: Sable Heron\n  modelled_on: Nobody in particular\n  steps:\n"
    return head + "".join(step(n) for n in range(STEPS))


def _actions() -> str:
    def action(n: int) -> str:
        return (
            f"  action-{n}:\n    title: Action {n}\n    by: role-{n % ROLES}\n"
            f"    takes: {{people: {{team-{n % ROLES}: 2}}, time: {{between: [20m, 2h]}}}}\n"
            f"    then: [{{asset: asset-{n % ASSETS}, restore: 40%}}]\n"
            f"    doctrine: {{when: {{asset: asset-{n % ASSETS}, service: {{below: 70}}}}}}\n"
        )

    return "actions:\n" + "".join(action(n) for n in range(ACTIONS))


def _inject(n: int, of: int, hours: int) -> str:
    at = n * (hours * 3600 - 7200) // of
    lines = [
        f"  - id: inject-{n}",
        f"    to: [role-{n % ROLES}, role-{(n + 7) % ROLES}]",
        f"    channel: {CHANNELS[n % len(CHANNELS)]}",
        f"    from: Desk {n % 17}",
        f"    title: {{en: Report number {n}, sq: Raporti numër {n}}}",
        f"    text: {PROSE}{PROSE}",
    ]
    if n % 10 == 9:
        lines.append(f"    after: inject-{n - 1}\n    delay: {{between: [5m, 40m]}}")
    elif n % 10 == 8:
        lines.append(f"    when: {{asset: asset-{n % ASSETS}, service: {{below: 90}}}}")
    else:
        lines.append(f"    at: {at}s")
    if n % 4 == 0:
        lines.append(_decision(n))
    return "\n".join(lines) + "\n"


def _decision(n: int) -> str:
    return (
        "    decision:\n      ask: What do you order?\n      due: 45m\n      default: wait\n"
        "      options:\n"
        f"        - {{id: act, label: Act, best: true, then: [{{gauge: gauge-{n % 6}, add: 1}}]}}\n"
        f"        - {{id: wait, label: Wait, then: [{{gauge: gauge-{n % 6}, add: -1, after: 2h}}]}}"
    )
