"""Puts new bytes in place of a file, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

NEW: Final = 0o644
"""Who may read a file that was not there; who may come to it, its folder says."""


def replace(path: Path, raw: bytes) -> None:
    """Raises OSError, and then the file is as it was. A link goes on leading to its file."""
    real = Path(os.path.realpath(path))
    mode = real.stat().st_mode if real.exists() else NEW
    with NamedTemporaryFile(dir=real.parent, prefix=f".{real.name}.", delete=False) as new:
        try:
            new.write(raw)
            new.close()
            Path(new.name).chmod(mode & 0o7777)
            Path(new.name).replace(real)
        except OSError:
            Path(new.name).unlink(missing_ok=True)
            raise
