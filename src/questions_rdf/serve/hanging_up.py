"""Ending connections whose request never ends; the HTTP server keeps them while the client does."""

import os
import socket
import stat
from contextlib import suppress


def hang_up(client: tuple[str, int]) -> None:
    """End the connection of this process with ``client``, its address and port, if there is one."""
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208  (numbers, not paths)
        with suppress(OSError):  # not a connection, or closed meanwhile
            if not stat.S_ISSOCK(os.fstat(int(name)).st_mode):
                continue
            with socket.socket(fileno=os.dup(int(name))) as line:
                if line.getpeername()[:2] == client:
                    line.shutdown(socket.SHUT_RDWR)
