"""The question objects of a JSON document as slices of its bytes, without loading the document.

The 14th legislature is one member of several hundred megabytes. Only braces and strings need to be
looked at to find where a record ends, so a record that is broken inside does not cost its
neighbours.
"""

import re
from collections.abc import Iterator

import msgspec

from questions_rdf.readers._byte_window import MAX_RECORD_BYTES, Slice, State, Window

_LIST = re.compile(rb'"question"\s*:\s*\[')
_QUESTION = re.compile(rb'"question"\s*:\s*(?P<list>\[)?')
# A string, an opening or closing brace, or (last) a quote whose string is not complete yet.
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}]|"', re.DOTALL)
_BETWEEN = re.compile(rb"[\s,]*")
# Whatever stands between two objects, as one: strings, flat lists, numbers, and signs that open or
# close nothing here.
_STRAY = re.compile(
    rb'(?:(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"|\[[^\[\]{}]*+\]|[^\s,\[\]{}"]++|[\[}]++)[\s,]*+)++',
    re.DOTALL,
)
# What opens a record and nothing inside one, not even a string (there the quotes are escaped): seen
# inside a record, it says that the record before lacks its end.
_START = re.compile(rb'\{\s*"(?:@xmlns|uid)"')
_LONGEST_START = 64
_MAX_STRAY_BYTES = 4 * 1024 * 1024


def is_list(head: bytes) -> bool:
    """Whether the document holds a list of questions (else it is a single one)."""
    found = _QUESTION.search(head)
    return found is not None and found["list"] is not None


def records(chunks: Iterator[bytes], max_record_bytes: int = MAX_RECORD_BYTES) -> Iterator[Slice]:
    """Each element of the ``question`` list, in order; at most one record is held at a time."""
    window = Window(chunks)
    while (opening := _LIST.search(window.data)) is None:
        if not window.grow():
            return
    window.position = opening.end()
    while True:
        between = _BETWEEN.match(window.data, window.position)
        window.position = between.end() if between else window.position
        first = window.data[window.position : window.position + 1]
        if not first:
            if not window.grow():
                yield Slice(window.offset, b"", State.NO_END)
                return
        elif first == b"]":
            return
        elif first == b"{":
            found = _regular(window) or _object(window, max_record_bytes)
            yield found
            if found.state is State.TRUNCATED:
                return
        else:
            found = _stray(window)
            yield found
            if found.state is State.TRUNCATED:
                return


def _regular(window: Window) -> Slice | None:
    """The record at the window's position if it is well-formed and the next one begins behind it.

    Nearly each is, and is found so in 6 µs; to look at all its strings and braces takes 85.
    """
    begin = window.position
    if not _START.match(window.data, begin):
        return None
    following = _START.search(window.data, begin + 1)
    if following is None:
        return None
    data = window.data[begin : following.start()].rstrip(b" \t\r\n,")
    try:
        msgspec.json.decode(data, type=msgspec.Raw)  # reads over it, and makes nothing of it
    except (msgspec.DecodeError, RecursionError):
        return None
    return window.take(len(data), State.WHOLE)


def _object(window: Window, max_bytes: int) -> Slice:
    """The object at the window's position."""
    depth = scanned = 0
    while True:
        begin = window.position
        for token in _TOKEN.finditer(window.data, begin + scanned):
            sign = token[0]
            if sign == b'"':
                break
            scanned = token.end() - begin
            if sign == b"{":
                if depth and _START.match(window.data, token.start()):
                    return _resynchronised(window)
                depth += 1
            elif sign == b"}":
                depth -= 1
                if depth == 0:
                    return window.take(_only_one(window, scanned), State.WHOLE)
        if len(window.data) - begin > max_bytes or not window.grow():
            return _resynchronised(window)


def _only_one(window: Window, length: int) -> int:
    """``length``, or where in it a further record begins.

    Two unescaped quotes in two records turn what stands between them inside out, both braces.
    """
    begin = window.position
    following = _START.search(window.data, begin + 1, begin + length)
    return following.start() - begin if following else length


def _resynchronised(window: Window) -> Slice:
    """A record without an end: up to the next one that begins, or to the end of the stream.

    An unescaped quote turns strings inside out from there on; the next beginning sets it right. Of
    what is passed over only the first part is kept: it shows what the record was.
    """
    offset, kept = window.offset, b""
    while True:
        begin = window.position
        following = _START.search(window.data, begin + (0 if kept else 1))
        if following:
            passed = window.take(following.start() - begin, State.WHOLE)
            return Slice(offset, kept or passed.data, State.WHOLE)
        if not kept:
            kept = window.data[begin:]
        # A beginning that a chunk cuts must not be passed over.
        window.position = max(begin + 1, len(window.data) - _LONGEST_START)
        if not window.grow():
            window.position = len(window.data)
            return Slice(offset, kept, State.TRUNCATED)


def _stray(window: Window) -> Slice:
    """What stands in the list and is no object: ``null``, a string, a number, a run of them."""
    while True:
        match = _STRAY.match(window.data, window.position)
        complete = match is not None and match.end() < len(window.data)
        short = len(window.data) - window.position <= _MAX_STRAY_BYTES
        if not complete and short and window.grow():
            continue
        if match is None:  # a string without an end
            return _resynchronised(window)
        return window.take(match.end() - window.position, State.STRAY)
