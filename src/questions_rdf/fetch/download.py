"""One file from its address into the cache: asked for only if new, resumed where it was cut."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from questions_rdf import http_headers as headers
from questions_rdf.errors import UnreadableInputError
from questions_rdf.fetch import integrity
from questions_rdf.fetch.cache import intact, locked, note, writing
from questions_rdf.fetch.part import Part, Validators
from questions_rdf.fetch.web import (
    Answer,
    InterruptedExchangeError,
    UnreachableError,
    Web,
    WebError,
    host_of,
)
from questions_rdf.provenance import Provenance

_OK, _PARTIAL, _UNCHANGED, _BEYOND_THE_END = 200, 206, 304, 416
_GONE = frozenset((404, 410))
_BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))
_HEAD = 512
_MAGIC = 4


class Policy(NamedTuple):
    """How patient a download is, and whom it tells.

    ``attempts`` are exchanges in all; the pause (in seconds) doubles from ``pause`` on, or is what
    the server asks for, and is never longer than ``longest_pause``. ``progress`` is called with the
    bytes that are there and with those that there will be, where that is known.
    """

    attempts: int = 6
    pause: float = 1
    longest_pause: float = 60
    sleep: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = lambda _sentence: None
    progress: Callable[[int, int | None], None] = lambda _done, _total: None
    check_md5: bool = True


class DownloadError(UnreadableInputError):
    """The file could not be had; a copy in the cache is left as it was."""


class NoConnectionError(DownloadError):
    """Nobody answered: asking for the next file is no use."""


class Downloaded(NamedTuple):
    """What a file is now, and whether it is the one that was there before."""

    provenance: Provenance
    unchanged: bool


def download(
    url: str, target: Path, web: Web, policy: Policy, md5: str | None = None
) -> Downloaded:
    """Bring ``target`` up to date with what stands at ``url``.

    Raises:
        DownloadError: if that cannot be had, or is not an archive, or not the one with this MD5.
        OutputError: if the cache cannot be written.
    """
    with locked(target, lambda: policy.say(f"{target.name}: another run has it; waiting")):
        known = intact(target)
        if known and known.url != url:
            known = None  # a copy from elsewhere: its ETag says nothing here
        with writing(target), Part(target) as part:
            part.recover(url)
            provenance = _Download(url, web, policy, md5, part, known).run()
            if provenance is None and known:
                part.discard()
                return Downloaded(known, unchanged=True)
            if provenance is None:
                raise DownloadError(f"{url}: the server says that nothing has changed")
            part.become(target)
            note(target, provenance)
    return Downloaded(provenance, unchanged=False)


class _TryAgain(Exception):  # noqa: N818  (a turn of the loop, not an error)
    """It may go better another time, in ``pause`` seconds if the server says when."""

    def __init__(self, why: str, pause: float | None = None) -> None:
        self.pause = pause
        super().__init__(why)


class _Download:
    """The exchanges that bring one file, into its part."""

    def __init__(  # noqa: PLR0913, PLR0917  (what there is to know)
        self,
        url: str,
        web: Web,
        policy: Policy,
        md5: str | None,
        part: Part,
        known: Provenance | None,
    ) -> None:
        self._url = url
        self._web = web
        self._policy = policy
        self._md5 = md5
        self._part = part
        self._known = known
        self._spliced = False
        self._dated: date | None = None

    def run(self) -> Provenance | None:
        """What is in the part, complete and checked; ``None`` if the known copy is the same."""
        for attempt in range(1, self._policy.attempts + 1):
            try:
                if not self._exchange():
                    return None
                self._check()
                return self._provenance()
            except UnreachableError as error:
                raise NoConnectionError(f"cannot reach {host_of(self._url)}: {error}") from error
            except (InterruptedExchangeError, _TryAgain) as reason:
                self._pause(attempt, reason)
            except WebError as error:
                raise DownloadError(f"{self._url}: {error}") from error
        raise AssertionError("the last pause raises")  # pragma: no cover

    def _pause(self, attempt: int, reason: Exception) -> None:
        policy = self._policy
        if attempt == policy.attempts:
            again = "the next run goes on from there" if self._part.size else "try again later"
            raise DownloadError(f"{self._url}: {reason}, after {attempt} attempts; {again}")
        asked = getattr(reason, "pause", None) or 0
        seconds = min(max(policy.pause * 2 ** (attempt - 1), asked), policy.longest_pause)
        policy.say(f"{self._url.rpartition('/')[2]}: {reason}; again in {seconds:g} s")
        policy.sleep(seconds)

    # -- One exchange -----------------------------------------------------------------------------

    def _exchange(self) -> bool:
        """Whether there is something new: all of it then is in the part."""
        ranged = self._range()
        with self._web.get(self._url, {**self._conditions(), **ranged}) as answer:
            if answer.status == _UNCHANGED and self._known:
                return False
            self._dated = headers.day(answer.header("Last-Modified")) or headers.day(
                answer.header("Date")
            )
            if answer.status == _OK:
                self._take_whole(answer)
            elif answer.status == _PARTIAL and ranged:
                self._take_rest(answer)
            elif answer.status == _BEYOND_THE_END and ranged:
                self._take_nothing(answer)
            else:
                raise _refusal(self._url, answer)
        return True

    def _conditions(self) -> dict[str, str]:
        """Only if it is not what is known already."""
        if self._known is None:
            return {}
        found = {
            "If-None-Match": self._known.etag,
            "If-Modified-Since": self._known.last_modified,
        }
        return {
            name: value for name, value in found.items() if value and headers.can_be_sent(value)
        }

    def _range(self) -> dict[str, str]:
        """Only what is missing, if what is there is the beginning of it."""
        validator = self._part.validators.strong if self._part.validators else None
        if not (self._part.size and validator and headers.can_be_sent(validator)):
            return {}
        return {"Range": f"bytes={self._part.size}-", "If-Range": validator}

    def _take_whole(self, answer: Answer) -> None:
        total = headers.count(answer.header("Content-Length"))
        pieces = answer.pieces()
        head = _head(pieces)
        if total and len(head) < min(_MAGIC, total):
            raise InterruptedExchangeError("the transfer broke off at once")
        if not integrity.begins_like_a_zip(head):
            what = integrity.described(head)
            raise DownloadError(f"{self._url}: the server sent {what} in place of a zip archive")
        self._part.restart(
            Validators(self._url, answer.header("ETag"), answer.header("Last-Modified"))
        )
        self._spliced = False
        self._append(chain([head], pieces), total)

    def _take_rest(self, answer: Answer) -> None:
        start, total = headers.span(answer.header("Content-Range"))
        before = self._part.validators
        etag = answer.header("ETag")
        if start != self._part.size or (before and etag and etag != before.etag):
            self._part.discard()
            raise _TryAgain("the server went on from elsewhere")
        self._spliced = True
        self._append(answer.pieces(), total)

    def _take_nothing(self, answer: Answer) -> None:
        """There is nothing behind the part: it is complete, or not what it was thought to be."""
        _, total = headers.span(answer.header("Content-Range"))
        if total != self._part.size:
            self._part.discard()
            raise _TryAgain("what was there does not fit any more")
        self._spliced = True

    def _append(self, pieces: Iterable[bytes], total: int | None) -> None:
        for piece in pieces:
            self._part.append(piece)
            self._policy.progress(self._part.size, total)
        there = self._part.size
        if total is not None and there < total:
            raise InterruptedExchangeError(f"the transfer broke off at {there} of {total} bytes")
        if total is not None and there > total:
            self._part.discard()
            raise _TryAgain("the server sent more than it announced")

    # -- The whole --------------------------------------------------------------------------------

    def _check(self) -> None:
        """Refuse what is not the archive; once more from the start, if it was put together."""
        fault = self._fault()
        if fault is None:
            return
        self._part.discard()
        if self._spliced:
            raise _TryAgain(f"put together, it is {fault}")
        raise DownloadError(f"{self._url}: the server sent {fault}")

    def _fault(self) -> str | None:
        self._part.close()
        if fault := integrity.fault_of(self._part.path, thoroughly=self._spliced):
            return fault
        if self._md5 and self._policy.check_md5 and self._part.md5 != self._md5:
            return (
                f"an archive with the MD5 {self._part.md5}, published is {self._md5}; if the "
                "Assembly has replaced it, --no-md5 takes it"
            )
        return None

    def _provenance(self) -> Provenance:
        validators = self._part.validators or Validators(self._url)
        return Provenance(
            url=self._url,
            sha256=self._part.sha256,
            size=self._part.size,
            etag=validators.etag,
            last_modified=validators.last_modified,
            dated=self._dated,
        )


def _refusal(url: str, answer: Answer) -> Exception:
    if answer.status in _BUSY:
        pause = headers.seconds(answer.header("Retry-After"), answer.header("Date"))
        return _TryAgain(f"the server answers {answer.status}", pause)
    if answer.status in _GONE:
        return DownloadError(f"{url}: there is no such file on the server ({answer.status})")
    return DownloadError(f"{url}: the server answers {answer.status}")


def _head(pieces: Iterator[bytes]) -> bytes:
    """The first bytes, enough to see what they are."""
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= _HEAD:
            break
    return head
