"""A gate in front of the live server: shut, it is a server that died, open connections and all."""

import socket
import threading
from contextlib import suppress


class Gate:
    """Listens on a port of its own and hands everything on to `beyond` (host, port), until it is shut."""

    def __init__(self, beyond: tuple[str, int]) -> None:
        self.beyond = beyond
        self.port = 0
        self.ends: list[socket.socket] = []
        self.open()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def open(self) -> None:
        self.door = socket.create_server(("127.0.0.1", self.port))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self._welcome, args=(self.door,), daemon=True).start()

    def shut(self) -> None:
        for end in [self.door, *self.ends]:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.ends.clear()

    def _welcome(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, far = door.accept()[0], socket.create_connection(self.beyond)
                self.ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._hand_on, args=(one, other), daemon=True).start()

    @staticmethod
    def _hand_on(one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(65_536):
                other.sendall(piece)
            other.shutdown(socket.SHUT_WR)
