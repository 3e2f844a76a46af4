"""What a worker gives up before it looks at a stranger's query: network, memory, its own life.

A worker ends with the process that began it, so that none is ever left over. Its network is shut by
a filter of system calls (seccomp), or where the kernel allows none, by a network of its own
without any device. Using up all file descriptors would do as well, but the store opens its files
only when a query needs them.
"""

import ctypes
import os
import platform
import resource
import signal
from functools import cache
from pathlib import Path
from typing import NamedTuple

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_FILTER_MODE = 2
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # of the BPF machine
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
_ALLOW, _KILL, _NOT_PERMITTED = 0x7FFF0000, 0x80000000, 0x00050001
_OTHER_ABI = 0x40000000


class _Calls(NamedTuple):
    """What to forbid on a kind of processor: its name for the kernel, and numbers of calls."""

    architecture: int
    forbidden: tuple[int, ...]


# socket, connect, bind; execve, execveat; ptrace; io_uring_setup, by which sockets can be had, too
_CALLS = {
    "x86_64": _Calls(0xC000003E, (41, 42, 49, 59, 322, 101, 425)),
    "aarch64": _Calls(0xC00000B7, (198, 203, 200, 221, 281, 117, 425)),
}


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


def end_with(parent: int) -> None:
    """Be killed when the parent ends; at once, if it ended before this could be said."""
    _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def shut_network() -> str:
    """Take the network from this process and all its threads to come; how, or nothing."""
    if _filtered():
        return "seccomp"
    return "namespace" if _libc().unshare(_NEW_USER | _NEW_NETWORK) == 0 else ""


def _filtered() -> bool:
    calls = _CALLS.get(platform.machine())
    if calls is None:
        return False
    steps = _steps(calls)
    program = _Program(len(steps), (_Step * len(steps))(*steps))
    libc = _libc()
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(program), 0, 0) == 0)


def _steps(calls: _Calls) -> list[_Step]:
    """The filter: these calls are not permitted, and others in disguise end the process."""
    count = len(calls.forbidden)
    forbidden = [
        _Step(_IF_EQUAL, count - number, 0, call) for number, call in enumerate(calls.forbidden)
    ]
    return [
        _Step(_LOAD, 0, 0, _ARCHITECTURE_AT),
        _Step(_IF_EQUAL, 1, 0, calls.architecture),
        _Step(_RETURN, 0, 0, _KILL),
        _Step(_LOAD, 0, 0, _NUMBER_AT),
        _Step(_IF_AT_LEAST, count + 1, 0, _OTHER_ABI),
        *forbidden,
        _Step(_RETURN, 0, 0, _ALLOW),
        _Step(_RETURN, 0, 0, _NOT_PERMITTED),
    ]


def limit_memory(more: int) -> None:
    """Allow ``more`` bytes than are in use now; the engine ends the process when it needs more."""
    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = used * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def leave_no_core() -> None:
    """A crash leaves no file behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
