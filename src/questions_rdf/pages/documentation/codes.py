"""The pages of what can be wrong: rules that data is checked by, problems of its sources."""

from collections.abc import Mapping, Sequence

from questions_rdf.explanation.codes import CodeExplained
from questions_rdf.explanation.rules import RulesFile
from questions_rdf.pages.frame import Frame, framed
from questions_rdf.problems import Bilingual, Stage

_TITLES = {
    "citations": Bilingual("Les citations", "Citations"),
    "contexte": Bilingual("Ce à quoi une question renvoie", "What a question refers to"),
    "evenements": Bilingual("Les événements", "Events"),
    "parties": Bilingual("Les personnes, organismes et lieux", "People, organisations and places"),
    "qualite": Bilingual("Le rapport de qualité", "The quality report"),
    "question": Bilingual("La question", "The question"),
    "rapprochements": Bilingual("Ce qui rapproche des questions", "What brings questions together"),
    "reponse": Bilingual("La réponse", "The answer"),
}
_STRICT = Bilingual("lecture stricte", "strict reading")
STAGES = {
    Stage.READING: Bilingual("lecture des sources", "reading the sources"),
    Stage.IDENTIFICATION: Bilingual("identification", "identification"),
    Stage.MERGING: Bilingual("réunion des sources", "merging of sources"),
    Stage.DEDUCTION: Bilingual("déduction", "deduction"),
    Stage.VALIDATION: Bilingual("validation", "validation"),
}


def rules_page(files: Sequence[RulesFile], counts: Mapping[str, int], frame: Frame) -> str:
    """The page of the rules.

    Args:
        files: the rules by file.
        counts: how often each code was found in the data at hand.
        frame: where the page stands.
    """
    parts = [(_anchor(one), rules_title(one), one) for one in files]
    table = [
        (anchor, name.in_language(frame.language), len(one.rules)) for anchor, name, one in parts
    ]
    return framed("site/formes.html", frame, parts=parts, table=table, counts=counts)


def rules_title(file: RulesFile) -> Bilingual:
    """What the rules of a file are about; its path if nobody has said it."""
    name = file.path.rpartition("/")[2].removesuffix(".ttl")
    title = _TITLES.get(name, Bilingual(file.path, file.path))
    if not file.is_strict:
        return title
    return Bilingual(f"{title.fr} ({_STRICT.fr})", f"{title.en} ({_STRICT.en})")


def _anchor(file: RulesFile) -> str:
    return f"fichier-{file.path.removesuffix('.ttl').replace('/', '-')}"


def codes_page(codes: Sequence[CodeExplained], counts: Mapping[str, int], frame: Frame) -> str:
    """The page of the codes of the problem report."""
    return framed("site/codes.html", frame, codes=codes, counts=counts, stages=STAGES)
