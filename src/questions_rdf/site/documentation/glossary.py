"""``glossaire``: what the words of the procedure mean, for people."""

from collections.abc import Iterator
from datetime import date

from questions_rdf.pages._words import GLOSSARY
from questions_rdf.pages.documentation.glossary import glossary_page
from questions_rdf.site.documentation.both import both
from questions_rdf.site.site_file import SiteFile


def glossary_files(as_of: date | None) -> Iterator[SiteFile]:
    """The page in both languages."""
    yield from both(GLOSSARY, glossary_page, as_of)
