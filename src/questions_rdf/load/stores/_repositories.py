"""What the servers that speak RDF4J's protocol have in common: addresses and the default graph."""

import re

BASE = re.compile(r"(?P<root>.*)/repositories/[^/]+")
TAILS = ("/statements", "/rdf-graphs/service")
WRITE = "/rdf-graphs/service"
QUERY = ""
UPDATE = "/statements"
# Without FROM, a query is asked of all graphs together.
DEFAULT_GRAPH = "FROM <http://www.openrdf.org/schema/sesame#nil> WHERE { ?s ?p ?o }"
