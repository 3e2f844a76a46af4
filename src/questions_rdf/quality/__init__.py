"""The quality of an output, measured: how complete, how valid, and what was found on the way.

The data files are read once, in slices, as validation does; what is counted of a resource is which
properties it has. :mod:`measuring` puts the figures together, :mod:`dqv` writes them as RDF.
"""

from questions_rdf.quality.dqv import turtle
from questions_rdf.quality.measuring import measured
from questions_rdf.quality.report import Cell, ClassReport, FieldReport, Report, Scope

__all__ = ["Cell", "ClassReport", "FieldReport", "Report", "Scope", "measured", "turtle"]
