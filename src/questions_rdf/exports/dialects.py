"""How a table is written as CSV: for programs, or for the French Excel.

Both quote as RFC 4180 says. A spreadsheet takes a text that begins with certain signs for a formula
and runs it; the dialect for Excel puts an apostrophe before such a text (and before one that has
apostrophes in front of such a sign, so that taking one away always gives the text back).
"""

import re
from typing import Any, NamedTuple

LINE_END = "\r\n"
"""What ends a row, in any dialect."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"''*[=+\-@\t\r]")


class Dialect(NamedTuple):
    """A way to write CSV.

    Args:
        name: what it is called on the command line.
        delimiter: what stands between cells.
        encoding: as Python calls it.
        true_false: how truth is written.
        decimal: what stands before decimals.
        defuses: whether texts that look like formulas are made harmless.
    """

    name: str
    delimiter: str
    encoding: str
    true_false: tuple[str, str]
    decimal: str
    defuses: bool

    def text(self, value: str) -> str:
        """A text as it stands in a cell."""
        return f"'{value}" if self.defuses and _FORMULA.match(value) else value

    def described(self) -> dict[str, Any]:
        """The dialect in the words of CSV on the Web."""
        return {
            "encoding": "utf-8",
            "delimiter": self.delimiter,
            "lineTerminators": [LINE_END],
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
            "headerRowCount": 1,
            "skipBlankRows": False,
            "skipInitialSpace": False,
            "trim": False,
        }


def text_of(cell: str) -> str:
    """The text that a cell written by a dialect that defuses stands for."""
    return cell[1:] if _DEFUSED.match(cell) else cell


PLAIN = Dialect("rfc4180", ",", "utf-8", ("true", "false"), ".", defuses=False)
EXCEL_FR = Dialect("excel-fr", ";", "utf-8-sig", ("VRAI", "FAUX"), ",", defuses=True)

DIALECTS = {one.name: one for one in (PLAIN, EXCEL_FR)}
