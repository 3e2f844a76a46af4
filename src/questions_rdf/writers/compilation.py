"""Tables of rows become functions that write a resource as text, in several formats at once.

The source of such a function is made once and compiled. For a question of 50 triples in three
formats it takes 36 µs; a list of its values that each format goes through took 100, and functions
for each row, put together without source, nearly twice as long as source.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from questions_rdf.prefixes import expanded
from questions_rdf.rows import Kind, Row, Table
from questions_rdf.writers import _escapes, _templates
from questions_rdf.writers._protocol import Writer

Written = tuple[Any, ...]
"""The IRI of a resource, then its text in each format, in UTF-8."""
Write = Callable[[object, str], Written]
"""Takes a thing and its indent: a line break, and the spaces before its statements."""
Opening = Callable[[str, str], tuple[list[bytes], ...]]
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

    def taken(self) -> tuple[int, int, Counter[str]]:
        """Resources, triples, and resources by class; from here on it counts anew."""
        subjects, triples = self.types.total(), self.values
        classes: Counter[str] = Counter()
        for types, count in self.types.items():
            triples += len(types) * count
            classes.update(dict.fromkeys(types, count))
        self.values = 0
        self.types.clear()
        return subjects, triples, classes


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
        lists = ", ".join(
            f"[{_templates.encoded(opening)}]" if opening else "[]" for opening in openings
        )
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
        "escaped": _escapes.escaped,
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
    shown = f"<resource with {', '.join(row.key for row in table.rows)}>"
    exec(compile(text, shown, "exec"), names)  # noqa: S102
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
        state = _nested if row.table else _several if row.many else _one
        lines += state(row, writers)
    lines += ["", "tally.values += count"]
    texts = [
        f"b''.join(({writer.whole()}{f', *{name}_below' if name in outside else ''}))"
        for name, writer in zip(formats, writers, strict=True)
    ]
    lines += ["return (", *_indented(f"{expression}," for expression in ("iri", *texts)), ")"]
    return "\n".join(["def write(thing, indent):", *_indented(lines), ""])


def _nesting(table: Table) -> bool:
    return any(row.table for row in table.rows)


def _one(row: Row, writers: Sequence[Writer]) -> list[str]:
    """State the value, if there is one."""
    stated = [writer.one(row, writer.spelled(row.kind)) for writer in writers]
    lines = ["if value is not None:", *_indented(_spelled(row, stated))]
    return [f"value = thing.{row.path}", *lines]


def _several(row: Row, writers: Sequence[Writer]) -> list[str]:
    """State the values, if there are any."""
    each = [writer.each(row, writer.spelled(row.kind)) for writer in writers]
    return [
        f"values = thing.{row.path}",
        "if values:",
        *_indented([*_gathering(writers), "for value in values:"]),
        *_indented(_indented(_spelled(row, each))),
        *_indented(_gathered(row, writers)),
    ]


def _spelled(row: Row, stated: Sequence[str]) -> list[str]:
    """State ``value``, unless what it goes through finds nothing to say."""
    lines = ["count += 1"]
    if row.kind in _TEXTS:
        lines += ["text = escaped(value)", "line = short(text)"]
    elif lexical := _LEXICAL.get(row.kind):
        lines.append(f"value = {lexical}")
    lines += stated
    if row.through:
        lines = [f"value = {_through(row)}(value)", "if value is not None:", *_indented(lines)]
    return lines


def _nested(row: Row, writers: Sequence[Writer]) -> list[str]:
    """Write the resources that are nested, and state that they are."""
    read = f"thing.{row.path}"
    texts = "".join(f", {writer.FORMAT.name}_text" for writer in writers)
    each = ["count += 1", f"value{texts} = {_write(row)}(value, deeper)"]
    for writer in writers:
        name = writer.FORMAT.name
        if writer.NESTS:
            each.append(writer.each(row, f"{{={name}_text}}"))
        else:
            each.append(writer.each(row, writer.spelled(Kind.LINK)))
            each.append(f"{name}_below.append({name}_text)")
    return [
        f"values = {read if row.many else f'() if {read} is None else ({read},)'}",
        "if values:",
        "    deeper = f'{indent}  ' if len(values) == 1 else f'{indent}    '",
        *_indented([*_gathering(writers), "for value in values:"]),
        *_indented(_indented(each)),
        *_indented(_gathered(row, writers)),
    ]


def _gathering(writers: Sequence[Writer]) -> list[str]:
    return [f"{writer.FORMAT.name}_values = []" for writer in writers if writer.GATHERS]


def _gathered(row: Row, writers: Sequence[Writer]) -> list[str]:
    """Lines after the loop; what the values go through may have left none of them."""
    return [
        f"if {writer.FORMAT.name}_values: {writer.several(row)}"
        if row.through
        else writer.several(row)
        for writer in writers
        if writer.GATHERS
    ]


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" if line else "" for line in lines)


def _through(row: Row) -> str:
    return f"through_{row.key}"


def _write(row: Row) -> str:
    return f"write_{row.key}"
