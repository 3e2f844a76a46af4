"""A map of France by département: a shade for each value, squares for what lies overseas."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from questions_rdf.pages.charts import _outlines
from questions_rdf.pages.charts._classes import Shade, shades
from questions_rdf.pages.charts._outlines import FINENESS, HEIGHT, WIDTH, outlines
from questions_rdf.pages.charts._parts import Caption, drawn
from questions_rdf.problems import Bilingual
from questions_rdf.reference.departements import departements

_ENLARGED = ("75", "92", "93", "94")
"""Paris and what lies around it, too small to be seen: drawn once more, larger."""
_OVERSEAS = {
    "971": Bilingual("Guadeloupe", "Guadeloupe"),
    "972": Bilingual("Martinique", "Martinique"),
    "973": Bilingual("Guyane", "Guyane"),
    "974": Bilingual("La Réunion", "La Réunion"),
    "976": Bilingual("Mayotte", "Mayotte"),
    "975": Bilingual("St-Pierre-et-M.", "St-Pierre-et-M."),
    "977": Bilingual("St-Barth., St-M.", "St-Barth., St-M."),
    "986": Bilingual("Wallis-et-Futuna", "Wallis-et-Futuna"),
    "987": Bilingual("Polynésie fr.", "Polynésie fr."),
    "988": Bilingual("Nlle-Calédonie", "Nlle-Calédonie"),
    "099": Bilingual("Hors de France", "Abroad"),
}
"""What the map does not hold, under names for which there is room."""
_COLUMNS, _ROW, _SQUARE, _GAP = 3, 38, 26, 26
_LONGEST_NAME = 16


_NOTHING = Bilingual("pas de donnée", "no data")


class Region(NamedTuple):
    """A département: its value, if it has one, the address of its page, its name."""

    value: float | None
    href: str | None
    label: str


class _Shape(NamedTuple):
    path: str
    style: str | None
    region: Region


class _Square(NamedTuple):
    x: int
    y: int
    name: str
    is_french: bool
    style: str | None
    region: Region


def france(  # noqa: PLR0913
    caption: Caption,
    regions: Mapping[str, Region | tuple[float | None, str | None, str]],
    lang: str = "fr",
    *,
    unit: str = "",
    digits: int = 0,
    breaks: Sequence[float] | None = None,
    absent: Bilingual = _NOTHING,
) -> Markup:
    """The map, with its legend and whose map it is; nothing where there is no value.

    It stands in a ``figure`` with the table that has the same values and links: those of the map
    are for the pointer, a keyboard would have to pass a hundred of them.

    Args:
        caption: what is said of it.
        regions: by code (``01``, ``2A``, ``971``, ``099``). What is not among them is drawn as
            without data; a code that the map does not know becomes a square.
        lang: ``fr`` or ``en``.
        unit: what the values are measured in (``jours``, ``%``); counts need none.
        digits: how many decimals they are shown with.
        breaks: where classes begin; without them each has about as many values.
        absent: what it means to have no value.
    """
    known = _all(regions)
    found = shades([one.value for one in known.values() if one.value is not None], breaks)
    if not found:
        return Markup()
    shapes = {
        code: _Shape(path, _style(known[code], found), known[code])
        for code, path in outlines().items()
    }
    squares = list(_squares(known, found, lang))
    return drawn(
        "charts/map.svg",
        lang,
        caption=caption,
        shapes=shapes.values(),
        enlarged=[shapes[code] for code in _ENLARGED],
        squares=squares,
        shades=found,
        absent=any(one.value is None for one in known.values()),
        absent_name=absent.in_language(lang),
        unit=unit,
        digits=digits,
        fineness=FINENESS,
        square=_SQUARE,
        width=WIDTH,
        height=max(square.y for square in squares) + _SQUARE + 2,
        credit=_outlines,
    )


def _all(regions: Mapping[str, Region | tuple[float | None, str | None, str]]) -> dict[str, Region]:
    """What was given, and what belongs to the map and was not."""
    given = {code: Region(*one) for code, one in sorted(regions.items())}
    names = departements()
    absent = {
        code: Region(None, None, names[code].libelle)
        for code in (*outlines(), *_OVERSEAS)
        if code not in given
    }
    return given | absent


def _style(region: Region, found: Sequence[Shade]) -> str | None:
    """The class of the shade; none where there is no value."""
    if region.value is None:
        return None
    shade = next(one.shade for one in found if region.value <= one.high)
    return f"shade-{shade}"


def _squares(known: Mapping[str, Region], found: Sequence[Shade], lang: str) -> Iterator[_Square]:
    others = [code for code in known if code not in outlines() and code not in _OVERSEAS]
    for rank, code in enumerate((*_OVERSEAS, *others)):
        names = _OVERSEAS.get(code) or Bilingual(known[code].label, known[code].label)
        name = names.in_language(lang)
        yield _Square(
            x=rank % _COLUMNS * WIDTH // _COLUMNS,
            y=HEIGHT + _GAP + rank // _COLUMNS * _ROW,
            name=name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…",
            is_french=name == names.fr,
            style=_style(known[code], found),
            region=known[code],
        )
