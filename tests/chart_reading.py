"""Charts read back: elements by class, numbers, what is said, how wide letters are."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from questions_rdf.pages import charts

SVG = "{http://www.w3.org/2000/svg}"
SAID = charts.Caption("questions", "Questions par année", "Une colonne par année.")
HOSTILE = "</title><script>alert(\"x\")</script> & 'y'"
ONE = (charts.Series("Délai médian", "fill-accent"),)


def read(drawn: str) -> ET.Element:
    """What was drawn, as XML; a legend beside a drawing is part of it."""
    return ET.fromstring(f"<div>{drawn}</div>")  # noqa: S314  (it is ours)


def of_class(drawn: ET.Element, tag: str, name: str) -> Iterator[ET.Element]:
    """Elements with a class."""
    for element in drawn.iter(f"{SVG}{tag}"):
        if name in element.get("class", "").split():
            yield element


def number(element: ET.Element, name: str) -> float:
    """A number that an attribute holds."""
    return float(element.attrib[name])


def said(drawn: ET.Element) -> list[str]:
    """All titles, without what is said of the whole."""
    return [
        re.sub(r"[ \n]+", " ", title.text or "").strip()
        for title in drawn.iter(f"{SVG}title")
        if not title.get("id")
    ]


def years(*values: tuple[float | None, ...], first: int = 2020) -> list[charts.Bar]:
    """Bars for years in a row."""
    return [charts.Bar(str(first + rank), one) for rank, one in enumerate(values)]


def span(label: ET.Element, font: float) -> tuple[float, float]:
    """From where to where a text goes, in letters as wide as those of DejaVu Sans."""
    width, x = len(label.text or "") * font * 0.6, number(label, "x")
    start = {"start": x, "middle": x - width / 2, "end": x - width}[label.attrib["text-anchor"]]
    return start, start + width
