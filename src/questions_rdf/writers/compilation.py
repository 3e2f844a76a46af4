"""Tables of rows become functions that write a resource as text, in several formats at once.

The source of such a function is made once and compiled. Going through the rows for each resource,
and through the values for each format, took six times as long.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from questions_rdf.prefixes import expanded
from questions_rdf.rows import Kind, Row, Table
from questions_rdf.writers import _escapes, _templates
from questions_rdf.writers._protocol import Writer

Written = tuple[str, ...]
"""The IRI of a resource, then its text in each format."""
Write = Callable[[object, str], Written]
"""Takes a thing and its indent: a line break, and the spaces before its statements."""
Opening = Callable[[str, str], tuple[list[str], ...]]
"""Takes an IRI and the indent, gives a list for each format with the first statement."""

# What all formats need of a value, worked out once for them.
_LEXICAL = {
    Kind.DATE: "value.isoformat()",
    Kind.BOOLEAN: "'true' if value else 'false'",
}
_TEXTS = (Kind.STRING, Kind.FRENCH, Kind.HTML)


class Tally:
    """What was written: how many values, and how many resources of which classes."""

    def __init__(self) -> None:
        self.values = 0
        self.types: Counter[Sequence[str]] = Counter()


class _Terms(dict[str, str]):
    """Prefixed names in full, each made once."""

    def __missing__(self, name: str) -> str:
        self[name] = iri = expanded(name)
        return iri


class _Openings(dict[Sequence[str], Opening]):
    """By the classes of a resource: its first statements, from its IRI and indent."""

    def __init__(self, writers: Sequence[Writer]) -> None:
        super().__init__()
        self._writers = writers

    def __missing__(self, types: Sequence[str]) -> Opening:
        openings = [writer.opening(types) for writer in self._writers]
        lists = ", ".join(f"[f'{opening}']" if opening else "[]" for opening in openings)
        made: Opening = eval(f"lambda iri, indent: ({lists},)")  # noqa: S307
        self[types] = made
        return made


def compiled(table: Table, writers: Sequence[Writer], tally: Tally) -> Write:
    """The function that writes resources of that table, and counts them."""
    names: dict[str, Any] = {
        "iri_of": table.iri,
        "types": table.types,
        "types_of": table.types,
        "openings": _Openings(writers),
        "tally": tally,
        "resources": tally.types,
        "terms": _Terms(),
        "short": _escapes.short,
        "long": _escapes.long,
        "in_json": _escapes.in_json,
        "listed": _templates.listed,
    }
    for row in table.rows:
        if row.through:
            names[_through(row)] = row.through
        if row.table:
            names[_write(row)] = compiled(row.table, writers, tally)
    text = source(table, writers)
    exec(compile(text, f"<{table.rows[0].term} …>", "exec"), names)  # noqa: S102
    write: Write = names["write"]
    return write


def source(table: Table, writers: Sequence[Writer]) -> str:
    """The source of the function for resources of that table; it is written to be read."""
    formats = [writer.FORMAT.name for writer in writers]
    outside = [w.FORMAT.name for w in writers if not w.NESTS] if _nesting(table) else []
    lines = [
        "iri = iri_of(thing)",
        *(["types = types_of(thing)"] if callable(table.types) else []),
        f"({', '.join(formats)},) = openings[types](iri, indent)",
        *(f"{name}_below = []" for name in outside),
        "resources[types] += 1",
        "count = 0",
    ]
    for row in table.rows:
        lines += ["", f"# {row.key}: {row.term}, {row.kind.name.lower()}"]
        lines += _nested(row, writers) if row.table else _stated(row, writers)
    lines += ["", "tally.values += count"]
    texts = [
        writer.whole() + (f" + ''.join({name}_below)" if name in outside else "")
        for name, writer in zip(formats, writers, strict=True)
    ]
    lines += ["return (", *_indented(f"{expression}," for expression in ("iri", *texts)), ")"]
    return "\n".join(["def write(thing, indent):", *_indented(lines), ""])


def _nesting(table: Table) -> bool:
    return any(row.table for row in table.rows)


def _stated(row: Row, writers: Sequence[Writer]) -> list[str]:
    return _several(row, writers) if row.many else _one(row, writers)


def _one(row: Row, writers: Sequence[Writer]) -> list[str]:
    """State the value, if there is one."""
    lines = ["count += 1"]
    if row.kind in _TEXTS:
        lines.append("line = short(value)")
    elif lexical := _LEXICAL.get(row.kind):
        lines.append(f"value = {lexical}")
    lines += [writer.one(row, writer.spelled(row.kind)) for writer in writers]
    if row.through:
        lines = [f"value = {_through(row)}(value)", "if value is not None:", *_indented(lines)]
    return [f"value = thing.{row.path}", "if value is not None:", *_indented(lines)]


def _several(row: Row, writers: Sequence[Writer]) -> list[str]:
    """State the values, if there are any."""
    read = f"thing.{row.path}"
    if row.through:
        read = f"[value for one in {read} if (value := {_through(row)}(one)) is not None]"
    lines, each = ["count += len(values)"], "for value in values"
    if row.kind in _TEXTS:
        lines.append("lines = [short(value) for value in values]")
        each = "for value, line in zip(values, lines)"
    elif lexical := _LEXICAL.get(row.kind):
        lines.append(f"values = [{lexical} {each}]")
    lines += [writer.several(row, writer.spelled(row.kind), each) for writer in writers]
    return [f"values = {read}", "if values:", *_indented(lines)]


def _nested(row: Row, writers: Sequence[Writer]) -> list[str]:
    """Write the resources that are nested, and state that they are."""
    read = f"thing.{row.path}"
    values = read if row.many else f"() if {read} is None else ({read},)"
    texts = "".join(f", {writer.FORMAT.name}_texts" for writer in writers)
    lines = [
        "deeper = f'{indent}  ' if len(values) == 1 else f'{indent}    '",
        f"written = [{_write(row)}(value, deeper) for value in values]",
        f"iris{texts} = zip(*written)",
        "count += len(values)",
    ]
    for writer in writers:
        name = writer.FORMAT.name
        if writer.NESTS:
            lines.append(writer.several(row, "{value}", f"for value in {name}_texts"))
        else:
            lines.append(writer.several(row, writer.spelled(Kind.LINK), "for value in iris"))
            lines.append(f"{name}_below += {name}_texts")
    return [f"values = {values}", "if values:", *_indented(lines)]


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" if line else "" for line in lines)


def _through(row: Row) -> str:
    return f"through_{row.key}"


def _write(row: Row) -> str:
    return f"write_{row.key}"
