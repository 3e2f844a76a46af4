"""Measurements: invented corpora of any size, peers to compare with, and what runs them."""
