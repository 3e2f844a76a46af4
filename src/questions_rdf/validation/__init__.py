"""Does the data hold? Shapes in, findings out: SHACL is the judge, and every finding has a code."""
