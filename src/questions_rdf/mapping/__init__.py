"""The mapping: which field of the facts becomes which term, and how its value is written.

``tables`` is the mapping itself; ``noted`` keeps what the questions refer to, and ``register``
describes it; ``dataset`` describes the whole, ``redirections`` what became of provisional IRIs.
``ontology/context.jsonld`` states the tables for JSON-LD.
"""
