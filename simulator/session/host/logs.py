"""The host's log: one JSON object a line, without secrets and without what people wrote."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any, Final

from simulator.scenario.characters import shown

LOG: Final = logging.getLogger("kulla.host")


class AsJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": shown(record.getMessage()),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=True)


def log(event: str, level: int = logging.INFO, **facts: object) -> None:
    """Write down what has happened; facts are ids, counts and seconds, never texts of people."""
    LOG.log(level, event, extra={"facts": facts})


def to_standard_error() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(AsJson())
    for name in ("kulla.host", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.propagate = False
    LOG.setLevel(logging.INFO)
    # Its errors before a handshake are about strangers, who are counted instead.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
