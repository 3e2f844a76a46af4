"""``python -m questions_rdf``: the same as the command ``questions-rdf``."""

from questions_rdf.cli import main

main()
