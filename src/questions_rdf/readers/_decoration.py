"""What Markdown, copied HTML and typesetting put around the words of a page, taken off again.

Line breaks stay where they are, so that line numbers remain those of the source.
"""

import re

from questions_rdf.readers import _characters

# No pattern here looks past a sign that could begin its next match, nor past a blank line: a page
# of ten megabytes of one sign takes no longer than any other.
_WRAPPED = r"\n(?![ \t]*\n)"
_LINK = re.compile(rf"!?\[((?>(?:[^\[\]\n]++|{_WRAPPED})*))\]\(([^()\n]*+)\)")
_ACTEUR = re.compile(r"/(PA\d+)\b")
_TAG = re.compile(
    r"</?(?:b|strong|i|em|u|sup|sub|span|font|a|small|p|div|center)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_LINE_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
# A rule of Markdown, or the line below a heading: it has no words.
_RULE = re.compile(
    r"^[ \t]{0,3}"
    r"(?:-(?>(?:[ \t]?-){2,})|\*(?>(?:[ \t]?\*){2,})|_(?>(?:[ \t]?_){2,})|={3,}+)[ \t]*$",
    re.MULTILINE,
)
_AUTOLINK = re.compile(r"<(https?://[^\s<>]++)>")
_ORDINAL = re.compile(r"(?<=\d)\s?\^\{?((?:er|re|ère|e|ème|nd|nde))\}?(?!\w)", re.IGNORECASE)
# The sign comes first and what may not stand before it second: so the search is for the sign.
_STARS = re.compile(
    r"(\*(?<![\\*]\*)\*{0,2})(?=[^\s*])((?:[^*\n]|\n(?![ \t]*\n))*?[^\s*\\])\1(?!\*)"
)
_UNDERLINES = re.compile(
    r"(_(?<![\w\\_]_)_?)(?=[^\s_])((?:[^_\n]|\n(?![ \t]*\n))*?[^\s_\\])\1(?![\w_])"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE)
_QUOTE = re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE)


def lines_of(text: str) -> str:
    """``text`` with line feeds for every kind of line and page break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def undecorated(text: str) -> str:
    """``text`` without links, emphasis, headings, inline tags and character references.

    Each sign is looked for before its pattern is: most pages have few of them.
    """
    if "#" in text:
        text = _HEADING.sub(_heading, text)
    if ">" in text:
        text = _QUOTE.sub("", text)
    if any(sign in text for sign in ("---", "***", "___", "===", "- -", "* *", "_ _")):
        text = _RULE.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", _TAG.sub("", _LINE_BREAK_TAG.sub(" ", text)))
    text = _plain(text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    # References come last: what is written as one is meant as it stands (``&#42;``, ``&lt;b&gt;``).
    text = _characters.unescaped(text)
    return _ORDINAL.sub(r"\1", text) if "^" in text else text


def _plain(text: str) -> str:
    """``text`` without emphasis; bold italics, italics in bold: each turn takes one layer off."""
    for _ in range(3):
        stripped = _STARS.sub(r"\2", text) if "*" in text else text
        stripped = _UNDERLINES.sub(r"\2", stripped) if "_" in stripped else stripped
        if stripped == text:
            break
        text = stripped
    return text


def _heading(match: re.Match[str]) -> str:
    """The words of a heading, without the signs that may close it (``## Title ##``, not ``C#``)."""
    words = match[1].rstrip(" \t")
    unclosed = words.rstrip("#")
    closed = unclosed != words and (not unclosed or unclosed[-1] in " \t")
    return unclosed.rstrip(" \t") if closed else words


def linked_acteurs(text: str) -> dict[str, str]:
    """The identifiers of deputies in the links of a page, by the words that bear the link."""
    if "/PA" not in text:
        return {}
    return {
        " ".join(undecorated(words).split()): match[1]
        for words, target in _LINK.findall(text)
        if (match := _ACTEUR.search(target))
    }
