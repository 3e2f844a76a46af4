"""Sitemaps (sitemaps.org): which pages there are, in both languages, and when each last changed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from questions_rdf.pages._environment import render_text, render_xml
from questions_rdf.pages._schema_org import LICENCE


class Listed(NamedTuple):
    """A page: its absolute addresses, and the day on which it last changed."""

    fr: str
    en: str
    lastmod: date


def sitemap(pages: Sequence[Listed]) -> str:
    """A sitemap: each language of a page stands there itself, and names the other."""
    return render_xml("site/sitemap.xml", pages=pages)


def sitemap_index(sitemaps: Sequence[tuple[str, date]]) -> str:
    """The sitemap of sitemaps: their addresses, and the newest day in each."""
    return render_xml("site/sitemap_index.xml", sitemaps=sitemaps)


def robots(sitemap: str, dataset: str) -> str:
    """The file for crawlers: the addresses of the sitemap and of the page with the downloads."""
    return render_text("site/robots.txt", sitemap=sitemap, dataset=dataset, licence=LICENCE)
