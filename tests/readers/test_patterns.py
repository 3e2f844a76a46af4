"""Patterns mean the same in every Python that the project runs on."""

import re
from pathlib import Path

from built import ROOT

GROUP_REPEATED_POSSESSIVELY = re.compile(r"(?<![\\(])\)(?:[*+?]|\{[0-9,]+\})\+")
# Their branches begin with different signs and give nothing back; atomic groups would keep a place
# to go back to for each of millions of turns.
HARMLESS = {"_json_records.py": 3}


def test_no_group_that_may_go_back_is_repeated_possessively() -> None:
    """Before 3.11.5 Python matched such patterns wrongly (CPython issue 106052): (?>(?:…)*) is right."""
    found = {
        path.name: len(GROUP_REPEATED_POSSESSIVELY.findall(path.read_text(encoding="utf-8")))
        for path in sorted(Path(ROOT / "src").rglob("*.py"))
    }
    assert len(found) > 200
    assert {name: count for name, count in found.items() if count} == HARMLESS
