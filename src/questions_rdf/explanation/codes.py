"""What a code of the problem report means: those of reading and of deduction, and the rules."""

import difflib
import re
from functools import cache
from pathlib import Path

import msgspec

from questions_rdf import catalogue
from questions_rdf.files import data_folder
from questions_rdf.prefixes import expanded
from questions_rdf.problem_log import PROBLEMS, place_of, problems_in
from questions_rdf.problems import Bilingual, Code, Severity, Stage
from questions_rdf.reference.vocabulaire import termes
from questions_rdf.validation.constraints import Constraint, constraint
from questions_rdf.validation.shapes import Rule, Shapes, load_shapes

_PLACEHOLDER = re.compile(r"\{\w+\}")
_TERM = re.compile(r"[a-z][\w-]*:\w+")
_SHOWN = "…"
_NEAR = 3


class Example(msgspec.Struct, frozen=True):
    """A finding of that code in some data, and how many lines there are."""

    message: str
    message_en: str
    place: str
    lines: int


class CodeExplained(msgspec.Struct, frozen=True):
    """All that there is to know of a code.

    Args:
        kind: ``problem`` (of the catalogue) or ``rule`` (of the shapes).
        message: what a finding says; what differs from one to the next is an ellipsis.
        why: the rule behind it, or what the property means; empty where it goes without saying.
        rule: the constraint, for a rule.
        example: one from the data at hand.
    """

    code: str
    kind: str
    severity: Severity
    stage: Stage
    rejected: bool
    message: Bilingual
    hint: Bilingual
    why: Bilingual
    rule: Constraint | None = None
    example: Example | None = None


class CodeListed(msgspec.Struct, frozen=True):
    """A code in the list of all."""

    code: str
    kind: str
    severity: Severity
    message: Bilingual


def problem_codes() -> dict[str, Code]:
    """The codes of the catalogue, in the order of the alphabet."""
    found = [one for one in vars(catalogue).values() if isinstance(one, Code)]
    return {one.code: one for one in sorted(found, key=lambda one: one.code)}


def all_codes() -> list[CodeListed]:
    """Every code: those of the catalogue, then the rules, those of the strict reading too."""
    problems = [
        CodeListed(one.code, "problem", one.severity, _open(one.message))
        for one in problem_codes().values()
    ]
    rules = [
        CodeListed(code, "rule", rule.severity, rule.messages)
        for shapes in _shapes()
        for code, rule in shapes.rules.items()
    ]
    return [*problems, *rules]


def explained(code: str, data: Path | None = None) -> CodeExplained | None:
    """What a code means, with an example from the folder ``data``; ``None`` if there is none."""
    known = problem_codes().get(code)
    example = _example(code, data) if data else None
    if known:
        return _of_problem(known, example)
    for shapes in _shapes():
        if rule := shapes.rules.get(code):
            return _of_rule(rule, shapes, example)
    return None


@cache
def _shapes() -> tuple[Shapes, Shapes]:
    """The rules of the data, those of the strict reading too, and those of the quality report."""
    return load_shapes(strict=True), load_shapes(data_folder("shapes") / "qualite")


def near(code: str) -> list[str]:
    """The codes that may have been meant."""
    names = [one.code for one in all_codes()]
    containing = [name for name in names if code and code in name]
    close = difflib.get_close_matches(code, names, _NEAR)
    return list(dict.fromkeys([*close, *containing]))[:_NEAR]


def _of_problem(code: Code, example: Example | None) -> CodeExplained:
    return CodeExplained(
        code.code,
        "problem",
        code.severity,
        code.stage,
        code.rejected,
        _open(code.message),
        _open(code.hint),
        code.why or Bilingual("", ""),
        example=example,
    )


def _of_rule(rule: Rule, shapes: Shapes, example: Example | None) -> CodeExplained:
    found = constraint(rule, shapes)
    return CodeExplained(
        rule.code,
        "rule",
        rule.severity,
        Stage.VALIDATION,
        rejected=False,
        message=rule.messages,
        hint=Bilingual(
            "La règle est dans le fichier indiqué ; les données sont publiées telles quelles.",
            "The rule stands in the file named; the data is published as it is.",
        ),
        why=_why(found),
        rule=found,
        example=example,
    )


def _why(found: Constraint) -> Bilingual:
    """What the shape says of its reason, then what the terms mean that it is about."""
    about = _TERM.findall(" ".join((*found.targets, found.path or "")))
    known = {name: termes().get(expanded(name)) for name in about if name.startswith("qp:")}
    meant = {name: term for name, term in known.items() if term and term.definition.fr}
    french = [found.comment.fr, *(f"{n} : {t.definition.fr}" for n, t in meant.items())]
    english = [found.comment.en, *(f"{n}: {t.definition.en}" for n, t in meant.items())]
    return Bilingual(" ".join(filter(None, french)), " ".join(filter(None, english)))


def _open(sentence: Bilingual) -> Bilingual:
    """A sentence with an ellipsis for each thing that differs."""
    return Bilingual(*(_PLACEHOLDER.sub(_SHOWN, one) for one in (sentence.fr, sentence.en)))


def _example(code: str, data: Path) -> Example | None:
    """The first finding of that code in the problem report of a folder."""
    report = data / PROBLEMS
    found = [one for one in problems_in(report) if one["code"] == code] if report.exists() else []
    if not found:
        return None
    first = found[0]
    return Example(first["message"], first["message_en"], place_of(first), len(found))
