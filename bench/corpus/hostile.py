"""What real texts hold and programs stumble over: none of it is wrong, readers have to bear it."""

from typing import NamedTuple

CONTROLS = "caractere-illegal"
"""The finding on characters that no literal may hold; the text is published without them."""


class Oddity(NamedTuple):
    """A kind of odd text: what is put at the end of a text, and the finding on it, if any."""

    name: str
    text: str
    code: str | None = None


ODDITIES = (
    Oddity("quotes", "Il est dit : \"non\", 'peut-être', \"\"\"jamais\"\"\" et '''toujours'''."),
    Oddity("backslashes", r"Le fichier C:\nouveau\textes\u0041 finit par \\"),
    Oddity("no-break-spaces", "Il en coûte 12\u00a0000\u202f€, soit 3\u2009%\u00a0!"),
    Oddity(
        "controls", "Une tabulation\tverticale\u000b, une cloche\u0007 et un nul\u0000.", CONTROLS
    ),
    Oddity("separators", "Une ligne\u2028puis\u2029une autre\u0085et\u00adla suite."),
    Oddity(
        "directions", "À rebours \u202eסוף\u202c, sans largeur\u200b\u200d\ufeff, combiné e\u0301."
    ),
    Oddity("astral", "Le sceau 𝔖 et le drapeau 🇫🇷 valent 👩🏽‍🌾."),
    Oddity("references", "Soit &amp;lt;b&gt; &#8364; &eacute; &#x1F600; &nbsp;&inconnu; &#; &"),
    Oddity("half-tag", "Un taux <b"),
    Oddity("unclosed", "Un taux <seuil et non >seuil, a < b et c > d"),
    Oddity(
        "table",
        '<!-- DEBTAB --><table border=1><tr><th rowspan=2">Année</th><th>Dossiers</th></tr>'
        "<tr><td>2023<td>1\u00a0204</tr></table></br>",
    ),
    Oddity("list", "<ul><li>le premier point ;<li>le <i>second</i> point.</ul>"),
    Oddity("script", "</script><script>alert('\"')</script><style>p{}</style>fin"),
    Oddity("syntaxes", '"""@fr ; <a> <b> . # {"@id": "x"} ]]> <?php ?> ${x} {{y}} %s'),
    Oddity("line-ends", "Première\r\ndeuxième\rtroisième\n\n\n\nquatrième\t\tfin"),
)
