"""Data into triple stores over HTTP: what a store understands, chunks, patience, and the count."""
