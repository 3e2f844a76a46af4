"""What a worker gives up before it looks at a stranger's query: network, memory, files, its life.

A worker ends with the process that began it, so that none is ever left over.
"""

import ctypes
import os
import resource
import signal

_PR_SET_PDEATHSIG = 1


def end_with(parent: int) -> None:
    """Be killed when the parent ends; at once, if it ended before this could be said."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def shut_network() -> None:
    """Make sure that no descriptor can be had any more: no file, and no socket either.

    The numbers that are free between those in use are taken, then no number above is allowed.
    """
    taken = sorted(int(name) for name in os.listdir("/proc/self/fd"))
    spare = os.open(os.devnull, os.O_RDONLY)
    last = max(spare, *taken)
    while os.dup(spare) < last:
        pass
    highest = max(map(int, os.listdir("/proc/self/fd")))
    # The listing itself used one; whatever number that was is either taken or out of reach now.
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest, highest))


def limit_memory(more: int) -> None:
    """Allow ``more`` bytes than are in use now; the engine ends the process when it needs more."""
    with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123
        used = int(stream.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + more, used + more))


def leave_no_core() -> None:
    """A crash leaves no file behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
