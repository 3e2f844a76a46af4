"""Escaping of literals, in UTF-8: a text is encoded once and then only copied.

Readers let no control signs through but tabs and line breaks. ``replace`` stands behind a guard:
nearly all values need nothing, and ``str.translate`` made the whole conversion six times slower.
"""


def escaped(text: str) -> bytes:
    """``text`` with its line breaks."""
    written = text.encode()
    if b"\\" in written:
        written = written.replace(b"\\", b"\\\\")
    if b'"' in written:
        written = written.replace(b'"', b'\\"')
    if b"\r" in written:
        written = written.replace(b"\r", b"\\r")
    return written


def short(text: bytes) -> bytes:
    """An escaped text between double quotes, on one line."""
    return b'"' + (text.replace(b"\n", b"\\n") if b"\n" in text else text) + b'"'


def long(text: bytes, line: bytes) -> bytes:
    """An escaped text between three double quotes; ``line`` if it has no line breaks."""
    return b'"""' + text + b'"""' if b"\n" in text else line


def in_json(line: bytes) -> bytes:
    """``line`` as a string of JSON."""
    return line.replace(b"\t", b"\\t") if b"\t" in line else line
