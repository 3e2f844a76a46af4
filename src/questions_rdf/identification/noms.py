"""When two spellings of a name are one name."""

from questions_rdf.iris import slug

Words = frozenset[str]


def words(name: str) -> Words:
    """The words of a name, in any order and spelling: pages of some years print the surname first.

    >>> words("Le Fur Marc") == words("Marc Le Fur")
    True
    """
    return frozenset(slug(name).split("-")) - {""}


def same_given_name(printed: Words, given_name: str) -> bool:
    """Whether all words of a given name are among those printed."""
    given = words(given_name)
    return bool(given) and given <= printed
