"""Reference facts that stand in ``ontology/``: départements, legislatures, deadline rules."""
