"""The question elements of an XML document as slices of its bytes, without loading the document.

The 14th legislature is one member of several hundred megabytes. Only the tags of the questions, and
the sections that may hide one (CDATA, comments, processing instructions), need to be looked at to
find where a record ends, so a record that is broken inside does not cost its neighbours.
"""

import re
from collections.abc import Iterator

from questions_rdf.readers._byte_window import MAX_RECORD_BYTES, Slice, State, Window

_BLANKS = re.compile(rb"(?:\xef\xbb\xbf)?\s*+")
_PREFIX = rb"(?:[\w.-]{1,40}+:)?"
_ATTRIBUTES = rb"""(?>(?:"[^"<]*+"|'[^'<]*+'|[^<>"']++)*)>"""
# What hides tags: how it begins and ends.
_SECTIONS = {b"<![CDATA[": rb"]\]>", b"<!--": rb"-->", b"<?": rb"?>"}
_BETWEEN = {b"<!--": re.compile(rb"-->"), b"<?": re.compile(rb"\?>")}
# No token is longer than this; what a chunk cuts must not be passed over.
_LONGEST_TOKEN = 400
_LONGEST_TAG = 64 * 1024


class Marks:
    """What begins and ends a record called ``element``, and the ``lists`` that hold records."""

    def __init__(self, element: str, lists: tuple[str, ...] = ()) -> None:
        # Searches are quick where a pattern begins with a plain sign or a set of signs.
        names = "|".join((*lists, "(?!)")).encode()
        named = _PREFIX + element.encode() + rb"(?=[\s/>])"
        ended = rb"/" + _PREFIX + element.encode() + rb"\s{0,40}+>"
        list_ended = rb"/" + _PREFIX + rb"(?:" + names + rb")\s{0,40}+>"
        start = rb"<" + named
        # One record ends and the next begins, or the list ends: no text says that. Seen in a
        # section, it says that the section before lacks its end.
        boundary = ended + rb"(?=\s{0,99}+<(?:" + named + rb"|" + list_ended + rb"))"
        self.start = re.compile(start)
        self.start_tag = re.compile(start + _ATTRIBUTES)
        self.inside = re.compile(
            rb"<(?:(?P<end>" + ended + rb")|(?P<start>" + named + rb")|!\[CDATA\[|!--|\?)"
        )
        # Nothing but start tags, whole or not, or empty: together one record that is lost.
        self.bare_starts = re.compile(
            rb"(?>(?:" + start + rb"[^<>]{0,99}+>?\s{0,99}+(?=" + start + rb"))+)"
        )
        self.section_ends = {
            kind: re.compile(
                rb"[<\%c](?:(?<=<)(?P<boundary>%b)|(?<!<)%b)" % (end[0], boundary, end[1:])
            )
            for kind, end in _SECTIONS.items()
        }
        self.list_start = re.compile(
            rb"<" + _PREFIX + rb"(?:" + names + rb")(?=[\s/>])" + _ATTRIBUTES
        )
        self.list_end = re.compile(rb"<" + list_ended)
        self.after_stray = re.compile(
            rb"<(?:" + named + rb"|" + list_ended + rb"|(?P<end>" + ended + rb"\s{0,99}+))"
        )


def records(
    chunks: Iterator[bytes], marks: Marks, max_record_bytes: int = MAX_RECORD_BYTES
) -> Iterator[Slice]:
    """Each record, in order, whether it stands in a list or alone; one is held at a time."""
    window = Window(chunks)
    open_lists = 0
    while _next_thing(window):
        if marks.start.match(window.data, window.position):
            found = _record(window, marks, max_record_bytes)
            yield found
            if found.state is State.TRUNCATED:
                return
        elif section := _section_between(window):
            _skip_behind(window, section)
        elif opening := _tag(window, marks.list_start):
            open_lists += not opening.endswith(b"/>")
        elif closing := marks.list_end.match(window.data, window.position):
            window.position = closing.end()
            open_lists -= 1
        else:
            yield _stray(window, marks)
    if open_lists > 0:
        yield Slice(window.offset, b"", State.NO_END)


def _next_thing(window: Window) -> bool:
    """Go to what is no blank, with enough of it in the window to tell what it is."""
    while True:
        blanks = _BLANKS.match(window.data, window.position)
        window.position = blanks.end() if blanks else window.position
        if len(window.data) - window.position >= _LONGEST_TOKEN:
            return True
        if not window.grow():
            return window.position < len(window.data)


def _section_between(window: Window) -> re.Pattern[bytes] | None:
    """The end of the comment or instruction at the window's position, if there is one."""
    for opening, end in _BETWEEN.items():
        if window.data.startswith(opening, window.position):
            return end
    return None


def _tag(window: Window, pattern: re.Pattern[bytes]) -> bytes | None:
    """The tag at the window's position if it is one of ``pattern``; it is passed by that."""
    while True:
        if match := pattern.match(window.data, window.position):
            window.position = match.end()
            return match[0]
        if len(window.data) - window.position > _LONGEST_TAG or not window.grow():
            return None


def _record(window: Window, marks: Marks, max_bytes: int) -> Slice:
    """The record at the window's position."""
    scanned = _start_tag(window, marks)
    near = window.position + _LONGEST_TOKEN
    if bare := marks.bare_starts.match(window.data, window.position, near):
        return window.take(len(bare[0]), State.WHOLE)
    if window.data[window.position + scanned - 2 : window.position + scanned] == b"/>":
        return window.take(scanned, State.WHOLE)
    while True:
        begin, found = window.position, ""
        token = marks.inside.search(window.data, begin + scanned)
        if token is None:
            scanned = max(scanned, len(window.data) - begin - _LONGEST_TOKEN)
            if len(window.data) - begin <= max_bytes and window.grow():
                continue
        elif token.lastgroup:  # its end, or the start of the next one: then it lacks its end
            end = token.end() if token.lastgroup == "end" else token.start()
            return window.take(end - begin, State.WHOLE)
        else:
            ends = marks.section_ends[token[0]]
            scanned, found = _section(window, ends, token.end() - begin, max_bytes)
        if not found:
            return _without_end(window, marks, scanned)
        if found == "boundary":
            return window.take(scanned, State.WHOLE)


def _start_tag(window: Window, marks: Marks) -> int:
    """The length of the start tag at the window's position; of its name if it has no end."""
    while True:
        begin = window.position
        if match := marks.start_tag.match(window.data, begin):
            return match.end() - begin
        if len(window.data) - begin > _LONGEST_TAG or not window.grow():
            name = marks.start.match(window.data, window.position)
            return len(name[0]) if name else 1


def _section(
    window: Window, ends: re.Pattern[bytes], scanned: int, max_bytes: int
) -> tuple[int, str]:
    """How far a section reaches that is open ``scanned`` bytes on, and what ends it, if anything.

    All lengths are counted from the window's position, which stays at the record.
    """
    while True:
        begin = window.position
        if match := ends.search(window.data, begin + scanned):
            return match.end() - begin, match.lastgroup or "closed"
        scanned = max(scanned, len(window.data) - begin - _LONGEST_TOKEN)
        if len(window.data) - begin > max_bytes or not window.grow():
            return scanned, ""


def _without_end(window: Window, marks: Marks, scanned: int) -> Slice:
    """A record without an end: up to the next one that begins, or to the end of the stream.

    Of what is passed over only the first part is kept, up to some tag.
    """
    offset, kept = window.offset, window.data[window.position :][:_LONGEST_TOKEN]
    kept = kept[: max(kept.rfind(b"<"), 1)]
    if not window.grow():
        return Slice(offset, kept, State.TRUNCATED)
    window.position += scanned
    found = _skip_before(window, marks.start)
    return Slice(offset, kept, State.WHOLE if found else State.TRUNCATED)


def _stray(window: Window, marks: Marks) -> Slice:
    """What stands around the records and is none; the end of a record that has no start is one."""
    offset, kept = window.offset, window.data[window.position :][:_LONGEST_TOKEN]
    window.position += 1
    found = _skip_before(window, marks.after_stray)
    passed = window.offset - offset
    while found and found.lastgroup == "end":
        window.position += len(found[0])
        more = _next_thing(window)
        found = marks.after_stray.match(window.data, window.position) if more else None
    return Slice(offset, kept[:passed], State.STRAY)


def _skip_before(window: Window, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
    """Go to where ``pattern`` matches next, or to the end of the stream."""
    while True:
        if match := pattern.search(window.data, window.position):
            window.position = match.start()
            return match
        window.position = max(window.position, len(window.data) - _LONGEST_TOKEN)
        if not window.grow():
            window.position = len(window.data)
            return None


def _skip_behind(window: Window, pattern: re.Pattern[bytes]) -> None:
    """Go behind where ``pattern`` matches next, or to the end of the stream."""
    if found := _skip_before(window, pattern):
        window.position += len(found[0])
