"""The pages that explain the data: terms, rules, queries, tables, codes, the data set."""
