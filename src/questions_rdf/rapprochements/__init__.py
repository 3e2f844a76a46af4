"""What brings several questions together: one answer to all of them, or nearly the same text."""
