"""Reference facts of ``ontology/``: départements, legislatures, rules, portfolios, downloads."""
