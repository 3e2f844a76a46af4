"""What a store's answer means for us: go on, try again, or one sentence and a hint."""

import difflib
import re

from questions_rdf import http_headers as headers
from questions_rdf.load.credentials import PASSWORD, TOKEN, USER
from questions_rdf.load.patience import LoadError, TryAgainError
from questions_rdf.load.profile import Authentication, Profile
from questions_rdf.load.web import Answer, Request, Web

_BUSY = frozenset((408, 425, 429, 502, 503, 504))
_SAID = 200
# Some stores begin an answer before they have done the work, and then cannot take the 200 back.
_FAILED_AFTER_ALL = re.compile(
    r'Virtuoso [0-9A-Z]{5} Error|"status"\s*:\s*"ERROR"|"exception"\s*:', re.IGNORECASE
)
_MARK_UP = re.compile(r"<(style|script)\b.*?</\1>|<[^>]{0,200}>", re.DOTALL | re.IGNORECASE)


def check(answer: Answer, request: Request, web: Web, profile: Profile) -> Answer:
    """The answer, if it is a yes.

    Raises:
        TryAgainError: if the store is busy.
        LoadError: if it is a no.
    """
    where = web.address.at(request.path)
    if answer.status in _BUSY:
        pause = headers.seconds(answer.headers.get("retry-after"), answer.headers.get("date"))
        raise TryAgainError(f"{where} answers {answer.status}", pause)
    if 200 <= answer.status < 300:  # noqa: PLR2004  (the class of statuses)
        if _FAILED_AFTER_ALL.search(answer.text):
            raise LoadError(f"{where} answers {answer.status}, but says: {_said(answer)}")
        return answer
    raise LoadError(f"{where} answers {answer.status}{_hint(answer, request, web, profile)}")


def _hint(answer: Answer, request: Request, web: Web, profile: Profile) -> str:
    match answer.status:
        case 401:
            return f": {_who(web, profile)}"
        case 403:
            return f": {_not_allowed(web, profile)}{_quoted(answer)}"
        case 404 | 405 | 501:
            return f": {_elsewhere(request, web, profile)}"
        case 413:
            return ": a chunk is too large for it; try a smaller --chunk"
        case _:
            return _quoted(answer)


def _who(web: Web, profile: Profile) -> str:
    if web.credentials:
        of = "the token" if web.credentials.token else "the user and the password"
        return f"it does not take {of} that the environment (or netrc) names"
    return f"it wants to know who asks; set {_variables(profile)}"


def _not_allowed(web: Web, profile: Profile) -> str:
    if web.credentials:
        return "it may not be written to by whom the environment (or netrc) names"
    return f"it may not be written to by just anybody; set {_variables(profile)}"


def _variables(profile: Profile) -> str:
    if profile.authentication == Authentication.TOKEN:
        return TOKEN
    return f"{USER} and {PASSWORD} (or an entry in ~/.netrc)"


def _elsewhere(request: Request, web: Web, profile: Profile) -> str:
    """The address that was perhaps meant."""
    given = web.address.path
    parent, slash, last = given.rpartition("/")
    tails = [tail.lstrip("/") for tail in profile.tails if tail.count("/") == 1]
    near = difflib.get_close_matches(last, tails, n=1)
    if near and last not in tails:
        return f"did you mean {web.address.at(f'{parent}{slash}{near[0]}')}?"
    there = "there is no such data set" if request.path != given else "nothing is written there"
    return f"{there}; an address of {profile.title} looks like {profile.example}"


def _quoted(answer: Answer) -> str:
    said = _said(answer)
    return f": {said}" if said else ""


def _said(answer: Answer) -> str:
    """The beginning of what a server says, on one line, without mark-up."""
    plain = " ".join(_MARK_UP.sub(" ", answer.text).split())
    printable = "".join(sign if sign.isprintable() else "�" for sign in plain)
    return printable if len(printable) <= _SAID else f"{printable[:_SAID]}…"
