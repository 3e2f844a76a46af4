"""Escaping of literals, for Turtle and N-Triples.

``str.replace`` behind a guard: nearly all values need nothing, and ``str.translate`` made the whole
conversion six times slower.
"""


def short(text: str) -> str:
    """``text`` between double quotes, on one line."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if '"' in text:
        text = text.replace('"', '\\"')
    if "\n" in text:
        text = text.replace("\n", "\\n")
    if "\r" in text:
        text = text.replace("\r", "\\r")
    return f'"{text}"'


def long(text: str) -> str:
    """``text`` between three double quotes, with its line breaks; no other escape than needed."""
    if "\n" not in text:
        return short(text)
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if '"' in text:
        text = text.replace('"', '\\"')
    if "\r" in text:
        text = text.replace("\r", "\\r")
    return f'"""{text}"""'
