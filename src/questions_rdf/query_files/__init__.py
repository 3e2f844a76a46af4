"""The query files: what their headers say, their parameters, and values put in safely.

``library.named("rappel").bound({"jour": "2026-11-17"})`` is the text of a query to run.
"""
