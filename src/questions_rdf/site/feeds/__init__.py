"""Atom feeds: of all questions, of each status, ministry, deputy and rubrique."""
