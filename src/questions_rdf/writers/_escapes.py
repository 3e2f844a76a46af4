"""Escaping of literals, for Turtle and N-Triples.

``str.replace`` behind a guard: nearly all values need nothing, and ``str.translate`` made the whole
conversion six times slower.
"""


def short(text: str) -> str:
    """``text`` between double quotes, on one line."""
    escaped = _escaped(text)
    return '"' + (escaped.replace("\n", "\\n") if "\n" in escaped else escaped) + '"'


def long(text: str) -> str:
    """``text`` between three double quotes, with its line breaks; on one line if it has none."""
    return f'"""{_escaped(text)}"""' if "\n" in text else short(text)


def _escaped(text: str) -> str:
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if '"' in text:
        text = text.replace('"', '\\"')
    if "\r" in text:
        text = text.replace("\r", "\\r")
    return text
