"""Who is who: the names and labels of a question become the identifiers of the reference data.

A name is identified by legislature, seat and day, a ministry by label and day, and never by a
guess: what fits nobody, or several, keeps the words of its source, and a finding says so.
"""

from questions_rdf.identification.identifier import Identified, Identifier

__all__ = ["Identified", "Identifier"]
