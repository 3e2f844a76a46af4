"""Lines to paragraphs: wrapped lines joined, page breaks mended, lists and tables left in lines."""

import re

BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_SENTENCE_END = tuple(".!?:;…»)\"'”*]")
_BEFORE_AN_ITEM = tuple(".:;,!?…»)")
_ITEM = re.compile(r"(?:[-*+•‣◦–—]|\d{1,3}[.)]|\d{1,2}°|[a-z]\))\s++(?=\S)")
_MARKDOWN_BULLET = re.compile(r"\A[*+](?=\s)")
_ROW_OF_TWO = 2
_ROW_RULE = re.compile(r"[\s|:=-]+")
_WRAPPED_HYPHEN = re.compile(r"(?<=\w)-\n\s*(?=[^\W\d])")


def one_line(text: str) -> str:
    """``text`` on one line; a word that ends its line in a hyphen goes on without a space."""
    return " ".join((_WRAPPED_HYPHEN.sub("-", text) if "-\n" in text else text).split())


def joined(text: str) -> str:
    """Paragraphs with their wrapped lines joined; a sentence that a page break cuts is one.

    A page ends in mid-sentence when the paragraph has no closing sign and the next one goes on in
    lower case.
    """
    # A paragraph is a list of lines, a line a list of pieces: no text is copied as it grows.
    paragraphs: list[list[list[str]]] = []
    for block in BLANK_LINE.split(_WRAPPED_HYPHEN.sub("-", text) if "-\n" in text else text):
        lines = _lines(block)
        if lines and paragraphs and _goes_on(paragraphs[-1][-1][-1], lines[0][0]):
            paragraphs[-1][-1].extend(lines[0])
            paragraphs[-1].extend(lines[1:])
        elif lines:
            paragraphs.append(lines)
    return "\n\n".join("\n".join(map(" ".join, lines)) for lines in paragraphs)


def _lines(block: str) -> list[list[str]]:
    """The lines of a paragraph: one, but for the items of a list and the rows of a table."""
    pieces: list[list[str]] = []
    in_table = False
    for line in block.split("\n"):
        bare = line.strip(" \t|")
        row = _is_row(line) or (in_table and _is_row_with_empty_cells(line))
        if not bare or (row and _ROW_RULE.fullmatch(line)):
            continue
        apart = row or in_table or _is_item(bare, pieces[-1] if pieces else [])
        if pieces and not apart:
            pieces[-1].append(bare)
        else:
            pieces.append([_row(line) if row else _MARKDOWN_BULLET.sub("-", bare)])
        in_table = row
    return pieces


def _is_row(line: str) -> bool:
    """Whether a line has two cells at least; one cell may be a whole page that was a table."""
    return "|" in line and "|" in line.strip(" \t|")


def _is_row_with_empty_cells(line: str) -> bool:
    """Whether a line has cells that are closed on both sides; that is a row in a table only."""
    closed = line.strip()
    return closed.startswith("|") and closed.endswith("|") and closed.count("|") > _ROW_OF_TWO


def _row(line: str) -> str:
    """The cells of a row; an empty one keeps its place."""
    cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    return " | ".join(" ".join(cell.split()) for cell in cells).strip()


def _is_item(line: str, before: list[str]) -> bool:
    """Whether a line is an item of a list, and no dash in a sentence that happens to come first."""
    if _ITEM.match(line) is None:
        return False
    return not before or before[-1].endswith(_BEFORE_AN_ITEM) or _ITEM.match(before[0]) is not None


def _goes_on(before: str, after: str) -> bool:
    open_ended = not before.endswith(_SENTENCE_END) and " | " not in f" {before} "
    return open_ended and after[0].islower() and _ITEM.match(after) is None
