"""What the exit code of `kulla` tells the shell that called it."""

from typing import Final

FINE: Final = 0
FINDINGS: Final = 1
USAGE: Final = 2
BAD_SCENARIO: Final = 3
HOST_NOT_REACHED: Final = 4
BAD_SESSION: Final = 5
DISK_FAILED: Final = 74
INTERRUPTED: Final = 130
TERMINATED: Final = 143
