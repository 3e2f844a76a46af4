"""What the site says of itself: terms, rules, queries, tables, codes, and the data set.

Everything is made from the files of the project and from what a build says of its data.
"""
