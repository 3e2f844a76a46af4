"""Flat tables for those who do not use RDF: CSV with its metadata, and Parquet."""
