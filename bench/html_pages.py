"""How many question pages a second one process reads: ``python -m bench.html_pages [seconds]``.

The pages are made here, in the layouts of the present and of the former site: some 40 kB of mark-up
each, most of it menus, styles and scripts, with 5 kB of text. Beside the pages stands how long the
parser alone takes for the like of them in the same minute: machines differ, and so do minutes.
"""

import io
import sys
import time
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from questions_rdf.documents import Document
from questions_rdf.problems import Origin
from questions_rdf.readers import Found, read

SENTENCE = "Mme Camille Exemple appelle l'attention sur l'éclairage des phares de l'île n° {n}. "
TEXT = "".join(SENTENCE.format(n=n) for n in range(30))
SCRIPT = "<script>" + "function f(x) { return x < 3 && x > 1; } // étiquette\n" * 150 + "</script>"
STYLE = "<style>" + ".menu__item > a:hover { color: #123456; padding: 0 1rem }\n" * 120 + "</style>"

# The C library gives memory back after each page, at a tenth of the time, until the process has
# freed a large block once: every build has, when it begins to read pages.
_LARGE = 4 * 1024 * 1024


def _menu(entries: int) -> str:
    items = (
        f'<li class="menu__item"><a class="link" href="/dyn/menu/{n}">Rubrique {n}</a></li>'
        for n in range(entries)
    )
    return f"<ul>{''.join(items)}</ul>"


def present(numero: int) -> str:
    """A page below ``/dyn/``."""
    keys = "".join(
        f"<p>{label} : <span>{value}</span></p>"
        for label, value in (
            ("Auteur", '<a href="/dyn/deputes/PA900043">Mme Camille Exemple</a>'),
            ("Circonscription", "Jura (1<sup>re</sup> circonscription) - Groupe inventé"),
            ("Type de question", "Question écrite"),
            ("Numéro de la question", numero),
            ("Rubrique", "mer et littoral"),
            ("Ministère interrogé", "Mer"),
            ("Ministère attributaire", "Mer et pêche"),
        )
    )
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Question</title>
<link rel="canonical" href="https://www.assemblee-nationale.fr/dyn/17/questions/QANR5L17QE{numero}">
{STYLE}{SCRIPT}</head><body><header><nav>{_menu(120)}</nav></header><main>
<h1>Éclairage des phares</h1><p>Question écrite n° {numero}</p><p>17<sup>e</sup> Législature</p>
<div><h2>Texte de la question</h2><p class="_pa-small">{TEXT}</p></div>
<div><h2>Texte de la réponse</h2><p class="_pa-small">{TEXT}<br><br>{TEXT[:300]}</p></div>
<div><h2>Données clés</h2>{keys}<h2>Date(s) clé(s)</h2>
<p><span>Question publiée au JO le : <a href="#">3 décembre 2024</a>, page 6403</span></p>
<p><span>Réponse publiée au JO le : <a href="#">22 avril 2025</a>, page 2923</span></p></div>
</main><footer>{_menu(60)}</footer>{SCRIPT}</body></html>"""


def former(numero: int) -> str:
    """A page of the 14th legislature; its menus are mere lists."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Question</title>
{STYLE}{SCRIPT}</head><body><div id="menu">{_menu(120)}</div><div id="contenu-page"><div>
<header class="question_legislature">14<sup>ème</sup> législature</header>
<section class="question_header"><div id="question_col10"> Question N° {numero}</div>
<div id="question_col80"> de <span><a href="/deputes/fiche/OMC_PA900043">Mme Camille Exemple</a>
</span> ( Groupe inventé - <span>Jura</span> )</div><div id="question_col10">Question écrite</div>
</section>
<section class="question_info"><div><span>Ministère interrogé > </span> Mer</div>
<div><span>Ministère attributaire > </span> Pêche</div>
<div><p><span>Rubrique > </span>mer</p></div><div><p><span>Analyse > </span>phares</p></div>
</section>
<div class="question_publish_date"><div>Question publiée au JO le : <span>05/11/2013</span>
page : <span>11500</span></div><div>Réponse publiée au JO le : <span>04/03/2014</span></div></div>
<section><div class="question"><h3>Texte de la question</h3><p>{TEXT}</p></div>
<div class="reponse"><h3>Texte de la réponse</h3><div class="reponse_contenu">{TEXT}</div></div>
</section></div></div><div id="pied">{_menu(60)}</div></body></html>"""


def rate(page: Callable[[int], str], seconds: float) -> tuple[float, float, int]:
    """Pages a second of processor time, microseconds of parsing alone, and bytes a page."""
    pages = [page(numero).encode() for numero in range(1, 101)]
    yardsticks = [present(numero).encode() for numero in range(1, 101)]
    reading, parsing, count = 0.0, 0.0, 0
    while reading < seconds:
        reading += _time_of(_read_one, pages)
        parsing += _time_of(LexborHTMLParser, yardsticks)
        count += len(pages)
    return count / reading, parsing / count * 1e6, len(pages[0])


def _time_of(act: Callable[[bytes], object], pages: list[bytes]) -> float:
    start = time.process_time()
    for data in pages:
        act(data)
    return time.process_time() - start


def _read_one(data: bytes) -> None:
    (found,) = read(Document(Origin("page"), io.BytesIO(data)))
    if not isinstance(found, Found) or not found.question.reponse:
        raise SystemExit(f"not read: {found}")


def report(*layouts: Callable[[int], str]) -> None:
    """One line for each layout."""
    duration = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
    bytearray(_LARGE)
    for layout in layouts:
        per_second, parsing, size = rate(layout, duration)
        print(
            f"{layout.__name__}: {per_second:,.0f} pages a second ({size:,} bytes a page; "
            f"parsing an HTML page alone: {parsing:.0f} µs)"
        )


if __name__ == "__main__":
    report(present, former)
