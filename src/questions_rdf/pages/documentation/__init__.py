"""The pages that explain the data: terms, rules, queries, tables, codes, and the data set itself."""
