"""``questions-rdf explain``: what a code means, or where the facts of a resource come from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from questions_rdf.cli import _talk
from questions_rdf.cli._data import data_argument
from questions_rdf.cli._language import language
from questions_rdf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from questions_rdf.explanation.account import Part, ResourceExplained, Statement
    from questions_rdf.explanation.codes import CodeExplained
    from questions_rdf.explanation.documents import DocumentExplained
    from questions_rdf.explanation.resource import Data

_SHOWN = 60
_MOST = 10
_DIGITS = 16
_WORDS = {
    "error": ("erreur", "error"),
    "warning": ("avertissement", "warning"),
    "info": ("remarque", "remark"),
    "rejected": (", non publié", ", not published"),
    "problem": ("constat de la conversion", "finding of the conversion"),
    "rule": ("règle des shapes SHACL", "rule of the SHACL shapes"),
    "hint": ("Que faire", "What to do"),
    "why": ("Pourquoi", "Why"),
    "about": ("Porte sur", "Is about"),
    "path": ("Propriété", "Property"),
    "asks": ("Exige", "Asks for"),
    "file": ("Fichier", "File"),
    "example": ("Exemple", "Example"),
    "lines": ("constats", "findings"),
    "stated": ("source", "source"),
    "deduced": ("déduit", "deduced"),
    "reference": ("référence", "reference"),
    "stated-or-deduced": ("source ou déduit", "source or deduced"),
    "stated-or-reference": ("source ou référence", "source or reference"),
    "mapping": ("classe", "class"),
    "unknown": ("hors mapping", "not of the mapping"),
    "documents": ("Documents", "Documents"),
    "findings": ("Constats", "Findings"),
    "references": ("Données de référence", "Reference data"),
    "named": ("Nommé par", "Named by"),
    "absent": (
        "introuvable ; nommez le fichier ou son dossier avec --source CHEMIN",
        "not found; name the file or its folder with --source PATH",
    ),
    "changed": (
        "n'est plus le document qui a été lu",
        "is not the document that was read any more",
    ),
    "line": ("ligne", "line"),
    "as": ("imprimé", "printed"),
    "and": ("… et encore {}", "… and {} more"),
}


@click.command()
@click.argument("name", required=False, metavar="[CODE|IRI]")
@data_argument
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="PATH",
    help="A file or folder in which the documents are, if they are not where the build found "
    "them; may be repeated.",
)
@language
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def command(
    name: str | None, data: Path, sources: tuple[str, ...], lang: str, *, as_json: bool
) -> None:
    """Explain a CODE of problems.jsonl, or where the facts of a resource come from.

    A CODE is told with its severity, what to do about it, the rule behind it, and an example from
    DATA (an output folder, out by default). Without any argument all codes are listed.

    A resource is named by its IRI, by the end of it (question/QANR5L17QE2621, acteur/PA719890), by
    its uid, or by its number (17-2621, QE 2621). Each statement comes with the row of the mapping
    that wrote it, and whether a source states it or it is deduced; then follow the documents, where
    they are found again and unchanged, and the findings about the resource.

    \b
    Examples:
      questions-rdf explain statut-deduit
      questions-rdf explain 17-2621
      questions-rdf explain 'question/QANR5L17QE2621#reponse' out --lang en
      questions-rdf explain acteur/PA719890 out --json | jq .named_by
    """
    if name is None:
        _list(lang, as_json=as_json)
        return
    from questions_rdf.explanation import codes

    code = codes.explained(name, data) if _may_be_a_code(name) else None
    if code:
        _print(code, as_json=as_json, lines=_code_lines(code, lang))
        return
    found = _resource(name, data, sources)
    _print(found, as_json=as_json, lines=_resource_lines(found, lang))


def _may_be_a_code(name: str) -> bool:
    return name.replace("-", "").isalnum() and name == name.lower()


def _print(explained: object, *, as_json: bool, lines: "Iterator[str]") -> None:
    import msgspec

    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(explained), indent=2).decode())
        return
    for line in lines:
        click.echo(line)


def _said(word: str, lang: str) -> str:
    return _WORDS[word][1 if lang == "en" else 0]


# ---- Codes


def _list(lang: str, *, as_json: bool) -> None:
    from questions_rdf.explanation.codes import all_codes

    listed = all_codes()
    width = max(len(one.code) for one in listed)
    lines = (
        f"{one.code:<{width}}  {_said(one.severity, lang):<13}  {one.message.in_language(lang)}"
        for one in listed
    )
    _print(listed, as_json=as_json, lines=lines)


def _code_lines(code: "CodeExplained", lang: str) -> "Iterator[str]":
    lost = _said("rejected", lang) if code.rejected else ""
    yield f"{code.code}: {_said(code.severity, lang)}{lost}, {_said(code.kind, lang)}"
    yield ""
    yield f"  {code.message.in_language(lang)}"
    yield ""
    rule = code.rule
    named = [("hint", code.hint.in_language(lang)), ("why", code.why.in_language(lang))]
    if rule:
        named += [("about", ", ".join(rule.targets)), ("path", rule.path or "")]
        named += [("asks", "; ".join(rule.asks)), ("file", rule.file or "")]
    if code.example:
        message = code.example.message_en if lang == "en" else code.example.message
        count = f"{_talk.number(code.example.lines)} {_said('lines', lang)}"
        named.append(("example", f"{code.example.place}: {message} ({count})"))
    width = max(len(_said(word, lang)) for word, _ in named)
    for word, text in named:
        if text:
            yield f"  {_said(word, lang):<{width}}  {text}"


# ---- Resources


def _resource(name: str, data: Path, sources: "Sequence[str]") -> "ResourceExplained":
    """The resource that a name means.

    Raises:
        UsageError: if there is none of that name, or several.
    """
    from questions_rdf.data_files import data_files
    from questions_rdf.explanation import naming, resource

    with _talk.loading() as loading:
        telling = resource.Telling(loading)
        if not naming.candidates(name, ""):
            raise UsageError(_unknown(name))
        known = resource.opened(data)
        _talk.changed(data_files(data))
        candidates = naming.candidates(name, known.base)
        found = resource.present(candidates, known, telling)
        if not found.documents:
            raise UsageError(_absent(name, candidates, known))
        if len(found.documents) > 1:
            several = _several(found.documents, known.base)
            raise UsageError(f"{name!r} is ambiguous: {several}")
        (document,) = found.documents
        iri = next(one for one in candidates if one.partition("#")[0] == document)
        told = resource.explained(iri, found, known, sources, telling)
    if not told.parts:
        parts = ", ".join(sorted({str(quad.subject)[1:-1] for quad in found.documents[document]}))
        raise UsageError(f"{document} has no part {iri!r}; there are {parts}")
    return told


def _unknown(name: str) -> str:
    """What to say of a name that is neither a code nor that of a resource."""
    from questions_rdf.explanation.codes import near

    close = near(name)
    hint = f"did you mean {', '.join(close)}?" if close else "see 'questions-rdf explain'"
    return f"no code {name!r}, and no address of a resource; {hint}"


def _absent(name: str, candidates: "Sequence[str]", data: "Data") -> str:
    """What to say of a resource that the data does not describe."""
    from questions_rdf.explanation import naming, resource

    others = [one for iri in candidates[:1] for one in naming.neighbours(iri, data.base)]
    found = resource.present(others, data, resource.Telling()).documents if others else {}
    hint = f"; there is {_several(found, data.base)}" if found else ""
    return f"{data.path} describes no {name!r}{hint}"


def _several(found: "Iterable[str]", base: str) -> str:
    return ", ".join(one.removeprefix(base) for one in sorted(found)[:_MOST])


def _resource_lines(found: "ResourceExplained", lang: str) -> "Iterator[str]":
    for part in found.parts:
        yield from _part_lines(part, lang)
    if found.documents:
        yield f"{_said('documents', lang)}:"
        for rank, document in enumerate(found.documents, 1):
            yield from _document_lines(rank, document, lang)
        yield ""
    if found.reference:
        yield f"{_said('references', lang)}:"
        for file in found.reference:
            yield f"  {'!'.join((file.file, *file.members))}  sha256 {file.sha256[:_DIGITS]}…"
        yield ""
    if found.findings:
        yield f"{_said('findings', lang)}:"
        for one in found.findings:
            message = one.message_en if lang == "en" else one.message
            yield f"  {_said(one.severity, lang)} {one.code}: {message}"
            yield f"    {one.place}"
        yield ""
    if found.naming:
        counts = ", ".join(f"{term} {_talk.number(n)}" for term, n in found.naming.items())
        yield f"{_said('named', lang)}: {counts}"
        yield from (f"  {one}" for one in found.named_by)
        more = sum(found.naming.values()) - len(found.named_by)
        if more > 0:
            yield f"  {_said('and', lang).format(_talk.number(more))}"


def _part_lines(part: "Part", lang: str) -> "Iterator[str]":
    yield f"{part.iri}" + (f"  ({part.classe})" if part.classe else "")
    shown = [one for one in part.statements if one.term != "rdf:type"]
    cells = [_cells(one, lang) for one in shown]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        columns = zip(row, widths, strict=True)
        yield f"  {'  '.join(f'{cell:<{width}}' for cell, width in columns)}".rstrip()
    yield ""


def _cells(one: "Statement", lang: str) -> tuple[str, str, str, str]:
    """Property, value, what it rests upon, and the row of the mapping."""
    text = " ".join(one.value.split())
    text = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    origin = _said(one.origin, lang)
    if one.documents:
        origin += f" {', '.join(map(str, one.documents))}"
    row = f"{one.row} ← {one.field} ({one.kind})" if one.row else ""
    if one.stated_as:
        row += f"; {_said('as', lang)} {one.stated_as}"
    return one.term, text, origin, row


def _document_lines(rank: int, document: "DocumentExplained", lang: str) -> "Iterator[str]":
    yield f"  {rank}. {document.title}  ({document.iri.rpartition('/')[2]})"
    for place in document.places:
        where = place.file if place.member is None else f"{place.file}!{place.member}"
        where += f", {_said('line', lang)} {place.line}" if place.line is not None else ""
        where += f", {place.path}" if place.path is not None else ""
        yield f"     {where}"
        yield f"     sha256 {place.sha256}"
    for changed in document.changed:
        yield f"     {changed}: {_said('changed', lang)}"
    if not document.places and not document.changed:
        yield f"     {_said('absent', lang)}"
