"""Bytes through the readers, without files."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from questions_rdf.documents import Document
from questions_rdf.problems import Origin, Problem
from questions_rdf.readers import Found, read
from questions_rdf.records import Question

FIXTURES = Path(__file__).parent / "fixtures"
LIST_OPENING = b'{"questionsEcrites": {"question": ['
LIST_CLOSING = b"]}}"


def document(data: bytes, name: str = "source") -> Document:
    return Document(Origin(name), io.BytesIO(data))


def chunks(data: bytes, size: int) -> Iterator[bytes]:
    """``data`` as it comes from a stream."""
    return (data[start : start + size] for start in range(0, len(data), size))


def results(data: bytes | str, name: str = "source") -> list[Found | Problem]:
    """Everything that reading ``data`` gives, in order."""
    return list(read(document(data.encode() if isinstance(data, str) else data, name)))


def questions(data: bytes | str) -> list[Question]:
    return [found.question for found in results(data) if isinstance(found, Found)]


def question(data: bytes | str) -> Question:
    """The one question of ``data``."""
    (found,) = questions(data)
    return found


def problems(data: bytes | str) -> list[Problem]:
    return [found for found in results(data) if isinstance(found, Problem)]


def codes(data: bytes | str) -> list[str]:
    return [problem.code for problem in problems(data)]


def record(numero: int = 1, **fields: Any) -> dict[str, Any]:
    """A written question of the 16th legislature as the open data writes it."""
    published = {"infoJO": {"typeJO": "JO_QUESTION", "dateJO": "2023-02-07"}, "texte": "Pourquoi ?"}
    return {
        "uid": f"QANR5L16QE{numero}",
        "identifiant": {"numero": str(numero), "legislature": "16"},
        "type": "QE",
        "textesQuestion": {"texteQuestion": published},
        **fields,
    }


def single(**fields: Any) -> bytes:
    """A document of one question."""
    return msgspec.json.encode({"question": record(**fields)})


def listed(pieces: Iterable[bytes], closing: bytes = LIST_CLOSING) -> bytes:
    """A document of several records, each given as its bytes."""
    return LIST_OPENING + b",".join(pieces) + closing


def page(*metadata: str, texte: str = "Pourquoi ?", header: str | None = None) -> str:
    """A page of the present site with some lines of key data."""
    top = header or "16ème législature\n\nUn titre\n\nQuestion écrite n° 12"
    return f"{top}\n\nTexte de la question\n\n{texte}\n\nDonnées clés\n\n" + "\n\n".join(metadata)
