"""One question from several sources: agreeing facts once, of disagreeing ones the trusted one.

The order of trust: identifiers beat labels, the open data beats the site's XML and that beats
pages, and of two exports the newer one beats the older. Each disagreement is a finding that names
both sources.
"""

from questions_rdf.merging.fields import are_two_people
from questions_rdf.merging.readings import Merged, Reading, merged

__all__ = ["Merged", "Reading", "are_two_people", "merged"]
