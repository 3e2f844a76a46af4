"""Standard error that outlives its reader: what nobody hears ends no work, and no exit code."""

import io
import sys
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Unheard(io.FileIO):
    """A stream whose reader may go away."""

    def write(self, data: "ReadableBuffer", /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            return memoryview(data).nbytes


def talk_on() -> None:
    """Let standard error outlive its reader (``… 2>&1 | head``)."""
    former = cast("io.TextIOWrapper", sys.stderr)
    sys.stderr = io.TextIOWrapper(
        io.BufferedWriter(_Unheard(former.fileno(), "wb", closefd=False)),
        encoding=former.encoding,
        errors=former.errors,
        line_buffering=True,
    )
