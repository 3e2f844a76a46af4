"""What a worker cannot do any more, tried in a process that gave it up."""

import os
import signal
import subprocess
import sys
import time

import pytest

from built import ROOT

TRIED = """
import os, socket, sys, threading
from questions_rdf.serve import isolation
ours, theirs = socket.socketpair()
assert isolation.shut_network() in {"seccomp", "namespace"}
"""
REACHES_OUT = """
def tried():
    try:
        with socket.create_server(("127.0.0.1", 0)) as other:
            socket.create_connection(other.getsockname(), 1)
    except OSError as error:
        print("refused", error.errno)
"""


def python(tried: str) -> str:
    got = subprocess.run(
        [sys.executable, "-c", TRIED + tried],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert got.returncode == 0, got.stderr
    return got.stdout


@pytest.mark.parametrize(
    "call", ["tried()", "one = threading.Thread(target=tried); one.start(); one.join()"]
)
def test_no_socket_can_be_had_in_any_thread(call: str) -> None:
    assert python(f"{REACHES_OUT}\n{call}").startswith("refused")


def test_no_program_can_be_started() -> None:
    text = "try: os.execv('/bin/true', ['true'])\nexcept PermissionError: print('refused')"
    assert python(text) == "refused\n"


def test_the_line_that_is_open_stays_so() -> None:
    assert python("ours.sendall(b'x'); print(theirs.recv(1))") == "b'x'\n"


def test_files_can_be_read() -> None:
    assert python("print(len(open('/proc/self/stat').read()) > 10)") == "True\n"


def test_a_process_ends_with_its_parent() -> None:
    text = """
import os, sys, time
from questions_rdf.serve import isolation
parent = os.getpid()
pid = os.fork()
if pid == 0:
    isolation.end_with(parent)
    print(os.getpid(), flush=True)
    time.sleep(60)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", text],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
        parent.wait(15)
        until = time.monotonic() + 15
        while os.path.exists(f"/proc/{child}") and _state(child) != "Z":  # noqa: PTH110
            assert time.monotonic() < until
            time.sleep(0.02)


def _state(pid: int) -> str:
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stream:  # noqa: PTH123
            return stream.read().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
