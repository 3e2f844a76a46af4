"""Values of HTTP headers that a download goes by; whatever cannot be read counts as not there."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_RANGE = re.compile(r"bytes (?:(\d{1,18})-\d{1,18}|\*)/(\d{1,18}|\*)", re.ASCII)
_COUNT = re.compile(r"\d{1,18}", re.ASCII)


def span(content_range: str | None) -> tuple[int | None, int | None]:
    """Where a partial answer starts, and how long the whole is."""
    match = _RANGE.fullmatch(content_range or "")
    return (count(match[1]), count(match[2])) if match else (None, None)


def count(text: str | None) -> int | None:
    """A number of bytes or seconds."""
    return int(text) if text and _COUNT.fullmatch(text) else None


def can_be_sent(value: str) -> bool:
    """Whether ``value`` may stand in a request; what stands in a note may be anything."""
    return value.isascii() and value.isprintable()


def day(text: str | None) -> date | None:
    """The day of a date of HTTP, which is in GMT."""
    moment = _moment(text)
    return moment.date() if moment else None


def seconds(retry_after: str | None, now: str | None) -> float | None:
    """How long a server asks to wait; ``now`` is its own clock, for a moment that it names."""
    if (pause := count(retry_after)) is not None:
        return pause
    until, since = _moment(retry_after), _moment(now)
    if until is None or since is None or (until.tzinfo is None) != (since.tzinfo is None):
        return None
    return max(0.0, (until - since).total_seconds())


def _moment(text: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(text) if text else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
