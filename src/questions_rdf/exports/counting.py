"""What became of the triples that were read, and what was seen of the values on the way."""

from array import array
from collections import Counter, defaultdict

from questions_rdf.prefixes import expanded

_QUESTION = expanded("qp:Question")
SEPARATORS = "|¦‖␟␞␝␜"
"""What may stand between the values of one cell; the first one that is in no value does."""


class Counts:
    """All of it; a few bytes a document, the rest does not grow with the data."""

    def __init__(self) -> None:
        self.read = 0
        self.exported = 0
        self.not_chosen = 0
        self.classes: Counter[str] = Counter()
        self.not_exported: Counter[str] = Counter()  # by class
        self.not_covered: Counter[str] = Counter()  # by property
        self.left_out: Counter[str] = Counter()  # by column
        self.linked: Counter[str] = Counter()  # by column: how many cells lead somewhere
        self.astray: Counter[str] = Counter()  # by column: parts of what is not in the document
        self.outside: Counter[str] = Counter()  # by column: things that are not below the base
        self.used: dict[str, set[str]] = defaultdict(set)  # by column: links to what is shared
        self.things: dict[str, set[str]] = defaultdict(set)  # by sheet: what is shared
        self.labels: dict[str, str] = {}
        self.inside: dict[str, set[str]] = defaultdict(set)  # by column: separators in values
        self.documents = array("q")

    def merge(self, other: "Counts") -> None:
        """Take in those of another part."""
        for name, value in vars(other).items():
            mine = getattr(self, name)
            if isinstance(value, int):
                setattr(self, name, mine + value)
            elif isinstance(value, defaultdict):
                for key, members in value.items():
                    mine[key] |= members
            elif isinstance(value, array):
                mine.extend(value)
            else:
                mine.update(value)

    def note_document(self, name: str) -> None:
        """A document was seen; processes are copies of one, and so have the same hashes."""
        self.documents.append(hash(name))

    @property
    def questions(self) -> int:
        """How many questions there were."""
        return self.classes[_QUESTION]

    @property
    def split(self) -> bool:
        """Whether the triples of some document did not stand together."""
        before = None
        for one in sorted(self.documents):
            if one == before:
                return True
            before = one
        return False

    def separator(self, column: str) -> str | None:
        """What can stand between the values of a cell of a column."""
        inside = self.inside[column]
        return next((one for one in SEPARATORS if one not in inside), None)
