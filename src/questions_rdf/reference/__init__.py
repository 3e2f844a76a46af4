"""Reference facts of ``ontology/``: départements, legislatures, deadline rules, downloads."""
