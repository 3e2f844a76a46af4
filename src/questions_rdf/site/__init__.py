"""The data as a web site of plain files: a page for each thing, lists, feeds, downloads."""
