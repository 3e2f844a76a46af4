"""The outlines of the départements, from the map that stands in ``geometry/``.

The map: « France, departments » of svg-maps by Victor Cazanave (CC BY 4.0). Its coordinates are
rounded to a tenth here, which halves what a page carries and cannot be seen.
"""

import re
import xml.etree.ElementTree as ET
from functools import cache
from importlib.resources import files
from typing import NamedTuple

AUTHOR, SOURCE = "Victor Cazanave", "https://github.com/VictorCazanave/svg-maps"
LICENCE, LICENCE_TEXT = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
WIDTH, HEIGHT = 613, 585
FINENESS = 10
"""Outlines are whole numbers: tenths of the map's unit."""
_WORD = re.compile(r"[mz]|-?\d+(?:\.\d+)?(?:e-?\d+)?")


class _Point(NamedTuple):
    x: float
    y: float


@cache
def outlines() -> dict[str, str]:
    """The code of each département of the map with its outline, as a path in tenths."""
    text = (
        files("questions_rdf.pages") / "geometry/departements/france.departments.svg"
    ).read_text(encoding="utf-8")
    found = ET.fromstring(text)  # noqa: S314  (a file of ours, whose digest a test compares)
    return {
        path.attrib["id"]: _path(path.attrib["d"])
        for path in found.iter("{http://www.w3.org/2000/svg}path")
    }


def _path(drawn: str) -> str:
    return "".join(_closed(ring) for ring in _rings(drawn))


def _rings(drawn: str) -> list[list[_Point]]:
    """The rings of a path that has nothing but relative lines (``m``, ``z``)."""
    rings: list[list[_Point]] = []
    at = _Point(0, 0)
    words = iter(_WORD.findall(drawn))
    for word in words:
        if word == "m":
            rings.append([])
        elif word == "z":
            at = rings[-1][0]
        else:
            at = _Point(at.x + float(word), at.y + float(next(words)))
            rings[-1].append(at)
    return rings


def _closed(ring: list[_Point]) -> str:
    """A ring in whole numbers: neighbours are rounded from the same points, and still touch."""
    rounded = [(round(point.x * FINENESS), round(point.y * FINENESS)) for point in ring]
    (x, y), steps = rounded[0], []
    start = f"M{x} {y}l"
    for to_x, to_y in rounded[1:]:
        if (to_x, to_y) != (x, y):
            steps += [to_x - x, to_y - y]
            x, y = to_x, to_y
    return start + _packed(steps) + "z"


def _packed(numbers: list[int]) -> str:
    """Numbers with a space between them only where there is no sign."""
    text = "".join(str(one) if one < 0 else f" {one}" for one in numbers)
    return text.removeprefix(" ")
