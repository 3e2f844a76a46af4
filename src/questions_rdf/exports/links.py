"""Which table the links of a column lead to, and how many lead nowhere."""

from collections.abc import Mapping

from questions_rdf.exports.counting import Counts
from questions_rdf.exports.sheets import SHEETS, Column, Role
from questions_rdf.rows import Kind


def keys_of(counts: Counts, rows: Mapping[str, int]) -> tuple[dict[str, str], dict[str, int]]:
    """The table that each column leads to, and how many different links lead nowhere.

    A column is a foreign key only where every cell of it leads to a row of one and the same table:
    whether cells of a foreign key may be empty is not agreed among those who check.

    Args:
        counts: what was seen of the links.
        rows: how many rows each table has.
    """
    keys, dangling = dict[str, str](), dict[str, int]()
    for name, count in rows.items():
        for column in SHEETS[name].columns:
            if column.kind is not Kind.LINK or not column.targets or column.role is Role.LABEL:
                continue
            key = f"{name}.{column.name}"
            to, nowhere = _led_to(key, column, counts, is_part=_is_part(name, column))
            if nowhere:
                dangling[key] = nowhere
            if to in rows and not column.many and counts.linked[key] == count:
                keys[key] = to
    return keys, dangling


def _is_part(sheet: str, column: Column) -> bool:
    return column.role is Role.PARENT or column.key == SHEETS[sheet].parent


def _led_to(key: str, column: Column, counts: Counts, *, is_part: bool) -> tuple[str, int]:
    """The one table that all links of a column lead to, and how many different ones lead nowhere.

    Only what was looked at is promised: links to questions and answers are not, but for those of
    their parts.
    """
    if is_part:
        nowhere = counts.astray[key]
        return ("" if nowhere else column.targets[0]), nowhere
    if not all(SHEETS[one].shared for one in column.targets):
        return "", 0
    used = counts.used[key]
    nowhere = len(used.difference(*(counts.things[one] for one in column.targets)))
    held = (one for one in column.targets if used <= counts.things[one])
    return next(held, ""), nowhere
