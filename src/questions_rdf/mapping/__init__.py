"""The mapping: which field of the facts becomes which term, and how its value is written.

``tables`` is the mapping itself; ``register`` keeps the shared resources that the questions use;
``dataset`` describes the whole, ``redirections`` what became of provisional IRIs.
``ontology/context.jsonld`` states the tables for JSON-LD.
"""
