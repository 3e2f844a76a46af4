"""The index of the search page: files that a script in the browser reads a few of.

A :class:`SearchRecord` says what is found and shown; ``entry`` makes of it what the index holds, in
any process; ``search_files`` takes the entries as they come and gives the files, in memory that
hardly grows with their number. What the files hold is said in ``files.py``.
"""

from questions_rdf.site.search.entry import Entry, entry
from questions_rdf.site.search.files import FOLDER, search_files
from questions_rdf.site.search.record import SearchRecord, question_record, thing_record

__all__ = [
    "FOLDER",
    "Entry",
    "SearchRecord",
    "entry",
    "question_record",
    "search_files",
    "thing_record",
]
