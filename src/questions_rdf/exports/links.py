"""Which table the links of a column lead to, and how many lead nowhere."""

from collections.abc import Sequence

from questions_rdf.exports.counting import Counts
from questions_rdf.exports.sheets import SHEETS, Column, Role
from questions_rdf.rows import Kind


def keys_of(counts: Counts, names: Sequence[str]) -> tuple[dict[str, str], dict[str, int]]:
    """The table that each column leads to, if it is one; and how many links lead nowhere."""
    keys, dangling = dict[str, str](), dict[str, int]()
    for name in names:
        for column in SHEETS[name].columns:
            if column.kind is not Kind.LINK or not column.targets or column.role is Role.LABEL:
                continue
            key = f"{name}.{column.name}"
            to, nowhere = _led_to(key, column, counts, is_parent=_is_parent(name, column))
            if nowhere:
                dangling[key] = nowhere
            if to in names and not column.many:
                keys[key] = to
    return keys, dangling


def _is_parent(sheet: str, column: Column) -> bool:
    return column.role is Role.PARENT or column.key == SHEETS[sheet].parent


def _led_to(key: str, column: Column, counts: Counts, *, is_parent: bool) -> tuple[str, int]:
    """The one table that all links of a column lead to, and how many different ones lead nowhere.

    Only what was looked at is promised: links to questions and answers are not, but for those of
    their parts.
    """
    if is_parent:
        nowhere = counts.astray[key]
        return ("" if nowhere else column.targets[0]), nowhere
    if not all(SHEETS[one].shared for one in column.targets):
        return "", 0
    used = counts.used[key]
    nowhere = len(used.difference(*(counts.things[one] for one in column.targets)))
    held = (one for one in column.targets if used <= counts.things[one])
    return next(held, ""), nowhere
