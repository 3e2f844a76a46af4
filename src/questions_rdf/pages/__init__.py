"""Pages for people: templates of HTML and SVG, and what fills them.

Everything that is put into a template is escaped unless it came out of one, and a name that a
template uses and nobody gave is an error. A page stands alone: its style is part of it, it loads
nothing from anywhere and has no script, and says so to the browser. ``charts`` draws. The query
page is the one exception: it loads its style, its scripts and the editor from its own server.
"""

from questions_rdf.pages._environment import render

__all__ = ["render"]
