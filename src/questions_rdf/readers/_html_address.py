"""Addresses of question pages: what they state about which question it is."""

import re
from collections.abc import Iterable, Iterator

from questions_rdf.readers._numbers import whole
from questions_rdf.readers._question_checks import Statement
from questions_rdf.records import Nature

_UID = re.compile(r"QANR5L(\d{1,2})(QE|QG|QOSD)(\d{1,9})(?!\d)", re.IGNORECASE)
# ".../q14/14-47351QE.htm", and a file saved under that name.
_OLD = re.compile(r"(?<![\w-])(\d{1,2})-(\d{1,9})(QE|QG|QOSD)(?![a-z])", re.IGNORECASE)
# "/dyn/deputes/PA1234" now; before "/deputes/fiche/OMC_PA1234" and "/tribun/fiches_id/1234.asp".
_ACTEUR = re.compile(r"(?:/|OMC_)PA(\d{1,9})(?!\w)|/fiches_id/(\d{1,9})\.")


def question(address: str) -> Statement | None:
    """The question whose page is at ``address`` (or in a file of that name)."""
    if "Q" not in address and "q" not in address:
        return None
    if match := _UID.search(address):
        return Statement(int(match[1]), Nature(match[2].upper()), whole(match[3]))
    if match := _OLD.search(address):
        return Statement(int(match[1]), Nature(match[3].upper()), whole(match[2]))
    return None


def questions(addresses: Iterable[str]) -> Iterator[Statement]:
    """The questions at those of the addresses that are pages of one."""
    for address in addresses:
        if (statement := question(address)) is not None:
            yield statement


def acteur(address: str) -> str | None:
    """The identifier of the deputy whose page is at ``address``."""
    match = _ACTEUR.search(address) if "PA" in address or "fiches_id" in address else None
    return f"PA{match[1] or match[2]}" if match else None
