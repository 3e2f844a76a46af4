"""A report in every format but HTML, which is a page: the same bytes each time."""
