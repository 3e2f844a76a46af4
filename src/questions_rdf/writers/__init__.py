"""Writers: resources become text, one module per format, as a stream.

A writer is a class with its ``FORMAT`` and the methods of :class:`Writer`; :data:`WRITERS`
lists them.
"""

from questions_rdf.writers._protocol import Writer
from questions_rdf.writers.jsonld import JsonLdWriter
from questions_rdf.writers.ntriples import NTriplesWriter
from questions_rdf.writers.turtle import TurtleWriter

WRITERS: dict[str, type[Writer]] = {
    writer.FORMAT.name: writer for writer in (TurtleWriter, JsonLdWriter, NTriplesWriter)
}

__all__ = ["WRITERS", "JsonLdWriter", "NTriplesWriter", "TurtleWriter", "Writer"]
