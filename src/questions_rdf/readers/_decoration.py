"""What Markdown, copied HTML and typesetting put around the words of a page, taken off again.

Line breaks stay where they are, so that line numbers remain those of the source.
"""

import html
import re

_LINK = re.compile(r"!?\[([^\]\n]*)\]\(([^()\n]*)\)")
_ACTEUR = re.compile(r"/(PA\d+)\b")
_TAG = re.compile(
    r"</?(?:b|strong|i|em|u|sup|sub|span|font|a|small|p|div|center)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)\s?\^\{?((?:er|re|ère|e|ème|nd|nde))\}?(?!\w)", re.IGNORECASE)
_STARS = re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])([^*]*?[^\s*\\])\1(?!\*)")
_UNDERLINES = re.compile(r"(?<![\w\\_])(_{1,2})(?=[^\s_])([^_]*?[^\s_\\])\1(?![\w_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE)


def lines_of(text: str) -> str:
    """``text`` with line feeds for every kind of line and page break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def undecorated(text: str) -> str:
    """``text`` without links, emphasis, headings, inline tags and character references."""
    text = _QUOTE.sub("", _HEADING.sub(r"\1", text))
    text = _TAG.sub("", _LINE_BREAK_TAG.sub(" ", _LINK.sub(r"\1", text)))
    text = html.unescape(text)
    for _ in range(3):  # bold italics, italics in bold: each turn takes one layer off
        stripped = _UNDERLINES.sub(r"\2", _STARS.sub(r"\2", text))
        if stripped == text:
            break
        text = stripped
    return _ORDINAL.sub(r"\1", _ESCAPED.sub(r"\1", text))


def linked_acteurs(text: str) -> dict[str, str]:
    """The identifiers of deputies in the links of a page, by the words that bear the link."""
    return {
        undecorated(words).strip(): match[1]
        for words, target in _LINK.findall(text)
        if (match := _ACTEUR.search(target))
    }
