"""What a code means, and where the facts of a resource come from."""
