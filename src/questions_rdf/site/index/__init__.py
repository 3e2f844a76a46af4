"""The index of a site: what its pages have to know of things that stand elsewhere in the data."""
