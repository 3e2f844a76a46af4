"""Invented questions in the official layouts, as many as wanted: the same seed, the same bytes."""
