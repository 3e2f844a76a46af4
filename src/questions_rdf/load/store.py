"""A data set in a store: add to a graph, empty it, move it, count it."""

import json
from collections.abc import Callable
from gzip import compress
from urllib.parse import urlencode

from questions_rdf.load.patience import LoadError, Patience, TryAgainError
from questions_rdf.load.profile import Endpoints, Profile, in_update
from questions_rdf.load.refusals import check
from questions_rdf.load.web import (
    Answer,
    InterruptedExchangeError,
    Request,
    UnreachableError,
    Web,
    WebError,
)

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_JSON = "application/sparql-results+json"
_GZIP_LEVEL = 6


class Store:
    """The data set at the address of ``web``."""

    def __init__(
        self, profile: Profile, endpoints: Endpoints, web: Web, patience: Patience
    ) -> None:
        self.profile = profile
        self.endpoints = endpoints
        self.url = web.address.at(endpoints.write)
        self._web = web
        self._patience = patience
        self._reached = False

    def saying(self, tell: Callable[[str], None]) -> "Store":
        """The same data set; what is tried again is told to ``tell``."""
        patience = self._patience._replace(say=tell)
        return Store(self.profile, self.endpoints, self._web, patience)

    def add(self, graph: str | None, triples: bytes) -> None:
        """Add N-Triples to a graph.

        It is repeated when an exchange broke off and nobody knows whether it was done: a graph is a
        set, and without blank nodes a triple that is added twice is there once.

        Raises:
            LoadError: if the store does not take them.
        """
        headers = {"Content-Type": self.profile.media_type}
        if self.profile.takes_gzip and triples:
            triples = compress(triples, _GZIP_LEVEL, mtime=0)
            headers["Content-Encoding"] = "gzip"
        request = Request("POST", self.endpoints.write, _named(graph), headers, triples)
        self._repeated(request)

    def drop(self, graph: str | None) -> None:
        """Empty a graph; to empty it twice does no harm.

        Raises:
            LoadError: if the store refuses.
        """
        self._repeated(self._update(f"DROP SILENT {in_update(graph)}"))

    def move(self, source: str, target: str | None) -> None:
        """Put ``source`` in the place of ``target``.

        It is done once: a second time there is no source any more, and the target would be empty.

        Raises:
            LoadError: if the store refuses.
            TryAgainError: if nobody knows whether it was done.
        """
        self._once(self._update(self.profile.replacing(source, target)))

    def count(self, graph: str | None) -> int:
        """How many triples a graph has.

        Raises:
            LoadError: if the store does not say.
        """
        pattern = self.profile.default_graph or ""
        if graph is not None:
            pattern = f"WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        query = f"SELECT (COUNT(*) AS ?n) {pattern}"
        headers = {"Accept": _JSON, **_FORM}
        answer = self._repeated(
            Request("POST", self.endpoints.query, "", headers, _form("query", query))
        )
        return _number(answer, self._web.address.at(self.endpoints.query))

    def _update(self, text: str) -> Request:
        return Request("POST", self.endpoints.update, "", _FORM, _form("update", text))

    def _repeated(self, request: Request) -> Answer:
        return self._patience.until_done(lambda: self._once(request))

    def _once(self, request: Request) -> Answer:
        answer = self._told(lambda: self._web.ask(request), request)
        self._reached = True
        return check(answer, request, self._web, self.profile)

    def _told(self, ask: Callable[[], Answer], request: Request) -> Answer:
        where = self._web.address.at(request.path)
        try:
            return ask()
        except InterruptedExchangeError as error:
            raise TryAgainError(f"{where}: {error}") from error
        except UnreachableError as error:
            # A store that was there a moment ago is perhaps being started again.
            again = TryAgainError if self._reached else LoadError
            raise again(f"{where}: {error}") from error
        except WebError as error:
            raise LoadError(f"{where}: {error}") from error


def _named(graph: str | None) -> str:
    return "default" if graph is None else urlencode({"graph": graph})


def _number(answer: Answer, where: str) -> int:
    try:
        (row,) = json.loads(answer.text)["results"]["bindings"]
        (cell,) = row.values()
        return int(cell["value"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LoadError(f"{where} does not say how many triples there are") from error


def _form(name: str, value: str) -> bytes:
    return urlencode({name: value}).encode()
