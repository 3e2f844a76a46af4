"""questions-rdf: the written and oral questions of French deputies as linked data."""

from importlib.metadata import version

__version__ = version("questions-rdf")
