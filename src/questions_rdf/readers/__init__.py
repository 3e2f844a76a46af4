"""Readers: a document becomes records and problems, one module per layout.

A reader is a module with ``NAME``, ``sniff`` and ``read``; :data:`READERS` lists them in the order
in which they are asked. What several of them need is in the modules with a leading underscore.
"""

from questions_rdf.readers._pieces import Cutter, Piece, said_once
from questions_rdf.readers._protocol import Found, Rank, Reader
from questions_rdf.readers._registry import CUTTERS, READERS, cutter_of, read

__all__ = [
    "CUTTERS",
    "READERS",
    "Cutter",
    "Found",
    "Piece",
    "Rank",
    "Reader",
    "cutter_of",
    "read",
    "said_once",
]
