"""A message leaves at once where nothing waits, and never before one that was put earlier."""

from simulator.session.grants import Grant
from simulator.session.host.connection import Connection
from simulator.session.host.outgoing import Eyes
from simulator.session.limits import QUEUE_MESSAGES


class Socket:
    """Takes what it is given while it has room."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.has_room = True

    def take(self, message: str) -> bool:
        if self.has_room:
            self.sent.append(message)
        return self.has_room


def connected() -> tuple[Connection, Socket]:
    grant = Grant("watch-1", "player", "team", "watch", "", 0)
    connection, socket = Connection(grant, Eyes("team", "watch", "en"), lambda: 0.0), Socket()
    connection.at_once = socket.take
    return connection, socket


def test_where_nothing_waits_a_message_leaves_at_once():
    connection, socket = connected()

    connection.put("one")

    assert socket.sent == ["one"]
    assert connection.take() == []


def test_what_the_socket_does_not_take_waits_and_all_that_follows_waits_behind_it():
    connection, socket = connected()
    socket.has_room = False
    connection.put("one")
    socket.has_room = True

    connection.put("two")

    assert socket.sent == []
    assert connection.take() == ["one", "two"]


def test_nothing_overtakes_what_is_on_its_way():
    connection, socket = connected()
    socket.has_room = False
    connection.put("one")
    socket.has_room = True
    on_its_way = connection.take()

    connection.put("two")

    assert on_its_way == ["one"]
    assert socket.sent == []
    assert connection.take() == ["two"]


def test_once_all_has_left_the_next_leaves_at_once_again():
    connection, socket = connected()
    socket.has_room = False
    connection.put("one")
    socket.has_room = True
    connection.take()
    connection.sent()

    connection.put("two")

    assert socket.sent == ["two"]


def test_after_news_were_lost_nothing_leaves_before_the_whole_view():
    connection, socket = connected()
    socket.has_room = False
    for number in range(QUEUE_MESSAGES + 1):
        connection.put(f"news {number}", replaceable=True)
    socket.has_room = True

    connection.put("an answer")

    assert connection.stale
    assert socket.sent == []
    assert connection.take() == ["an answer"]


def test_nothing_is_sent_to_a_connection_that_ends():
    connection, socket = connected()
    connection.close(1001)

    connection.put("one")

    assert socket.sent == []
    assert connection.take() == []
