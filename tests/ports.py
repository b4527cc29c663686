"""Ports of this machine for the servers of tests."""

import socket
import subprocess
import time
from collections.abc import Callable

HERE = "127.0.0.1"
TRIES = 200
PAUSE = 0.05


def free_ports(count: int) -> list[int]:
    """Return ports that nobody has."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind((HERE, 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def wait_for(port: int, process: subprocess.Popen[bytes], reason: Callable[[], str]) -> None:
    """Wait until the server that `process` is answers.

    Raises:
        RuntimeError: If it does not; with the reason that it told of.
    """
    for _ in range(TRIES):
        with socket.socket() as one:
            if one.connect_ex((HERE, port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(PAUSE)
    raise RuntimeError(reason())
