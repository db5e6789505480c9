"""Every limit of a hosted session in one place; docs/protocol.md says what happens at each."""

from typing import Final

# What a client may send
MESSAGE_BYTES: Final = 64 * 1024
MESSAGE_DEPTH: Final = 32
MESSAGE_NODES: Final = 1_000
LARGEST_NUMBER: Final = 2**53
MESSAGE_SECONDS: Final = 10.0
"""A message that has begun must be complete by then."""
MESSAGES_A_SECOND: Final = 10.0
MESSAGES_AT_ONCE: Final = 30
CONTROL_FRAMES_A_SECOND: Final = 2.0
CONTROL_FRAMES_AT_ONCE: Final = 20
LONGEST_NAME: Final = 60

GUESSES_A_MINUTE: Final = 12
"""Answers to the challenges of a contest that one person may give."""

# How many may be connected
SOCKETS: Final = 2_000
SOCKETS_A_SEAT: Final = 3
"""The newest win."""
COMPANY: Final = 16
"""So many of the others in a seat are told of; those who came first."""
OPENED: Final = 4_096
"""Messages that are remembered as opened, of each seat's holder."""
STRANGERS: Final = 200
"""Connections that have not shown a token yet."""
STRANGER_SECONDS: Final = 5.0
HEADER_BYTES: Final = 8 * 1024
FAILURES_A_MINUTE: Final = 10
"""Codes and tokens that one address may get wrong."""

# What waits for a client
QUEUE_MESSAGES: Final = 256
QUEUE_BYTES: Final = 1 << 20
QUEUE_SECONDS: Final = 15.0
KEPT_MESSAGES: Final = 256
KEPT_BYTES: Final = 1 << 20
"""What a client that comes back can be given again, before it gets the whole view."""
SEND_BUFFER: Final = 256 * 1024
"""Of the kernel for each socket, so that a slow reader shows."""
PING_SECONDS: Final = 15.0

# What waits for the host
REQUESTS_AT_ONCE: Final = 256
"""Put on the disk together."""

# Time
BEAT: Final = 1.0
"""Seconds between two looks at what only time has changed."""
PULSE: Final = 0.1
"""Seconds between two looks at what people have changed."""
STALL: Final = 5.0
"""A host that did not get to run for so long has been suspended, or as good as."""
ASLEEP: Final = 2.0
"""Seconds that a machine may have spent suspended before the session pauses."""
SLOWEST: Final = 0.01
FASTEST: Final = 100_000.0
"""Exercise seconds a second."""

HOLD_POINTS: Final = 100
"""That a clock has yet to come to."""

BOT_AFTER: Final = 600
"""Seconds that a seat may be empty before its bot takes it, where nothing else was said."""
NEVER: Final = -1
"""Stands for a seat that waits for its people for ever."""

# The disk
RESERVE_BYTES: Final = 4 << 20
"""Set aside for the last records of a session on a full disk."""
ROOM_BYTES: Final = 64 * 1024
"""So much must be free before a session that ran out of room goes on."""
