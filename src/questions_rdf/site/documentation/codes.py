"""``formes`` and ``codes``: the rules and the problem codes, from the shapes and the catalogue."""

from collections.abc import Iterator

from questions_rdf.explanation.codes import explained, problem_codes
from questions_rdf.explanation.rules import all_shapes, rules_files
from questions_rdf.manifest import Manifest
from questions_rdf.pages.documentation.codes import codes_page, rules_page
from questions_rdf.site.documentation.both import both
from questions_rdf.site.site_file import SiteFile

RULES, CODES = "formes", "codes"


def rules_site_files(manifest: Manifest) -> Iterator[SiteFile]:
    """The page of the rules in both languages, and all shapes as one Turtle file."""
    counts = manifest.problems.by_code
    files = rules_files()
    yield from both(
        RULES, lambda frame: rules_page(files, counts, frame), manifest.as_of, forms=("ttl",)
    )
    yield SiteFile(f"{RULES}.ttl", all_shapes().encode())


def codes_site_files(manifest: Manifest) -> Iterator[SiteFile]:
    """The page of the problem codes in both languages."""
    counts = manifest.problems.by_code
    codes = [told for code in problem_codes() if (told := explained(code))]
    yield from both(CODES, lambda frame: codes_page(codes, counts, frame), manifest.as_of)
