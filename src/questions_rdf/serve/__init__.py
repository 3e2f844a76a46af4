"""The SPARQL endpoint: one process speaks HTTP, others answer, and may be killed at any time."""
