"""Colours that tell apart what they stand for: by lightness too, in light and in dark."""

import re
from itertools import pairwise

import pytest

from questions_rdf.pages import charts
from questions_rdf.pages._environment import style_sheet

SCHEMES = ("light", "dark")


def colours(scheme: str) -> dict[str, str]:
    """The variables of the style sheet; what is dark is said after what is light."""
    found: dict[str, str] = {}
    for block in re.finditer(r"(@media[^{]*dark[^{]*\{\s*)?:root \{([^}]*)\}", style_sheet()):
        if scheme == "dark" or not block[1]:
            found |= re.findall(r"--([\w-]+): (#\w{6})", block[2])
    return found


def lightness(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_outcomes_that_stand_side_by_side_differ_in_lightness(scheme: str) -> None:
    found = colours(scheme)
    styles = [one.style.removeprefix("fill-") for one in charts.outcomes()]
    for one, other in pairwise(styles):
        assert contrast(found[one], found[other]) > 1.7, (one, other)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_shades_of_the_map_go_away_from_the_paper_step_by_step(scheme: str) -> None:
    found = colours(scheme)
    steps = [found["paper"], *(found[f"shade-{rank}"] for rank in range(1, 6))]
    ordered = sorted(steps, key=lightness, reverse=scheme == "light")
    assert steps == ordered
    for one, other in pairwise(steps):
        assert contrast(one, other) > 1.3, (one, other)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["accent", "good", "late", "open", "closed", "faint"])
def test_lines_and_letters_stand_out_from_the_paper(name: str, scheme: str) -> None:
    found = colours(scheme)
    assert contrast(found[name], found["paper"]) > 4.5
