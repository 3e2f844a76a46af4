"""The routes: what each address answers."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl, urlsplit

from starlette.applications import Starlette
from starlette.routing import Route

from questions_rdf.errors import UsageError
from questions_rdf.media_types import content_type
from questions_rdf.pages._links import suffix
from questions_rdf.pages.frame import HOME
from questions_rdf.serve import (
    complexity,
    conditions,
    description,
    negotiation,
    protocol,
    refusals,
    views,
)
from questions_rdf.serve.access_log import AccessLog
from questions_rdf.serve.delivery import deliver
from questions_rdf.serve.documents import Documents
from questions_rdf.serve.exchange import BrokenError, Exchange, Receive, Scope, Send
from questions_rdf.serve.generations import Generations
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.messages import Generation, QueryTask
from questions_rdf.serve.metrics import CONTENT_TYPE, Metrics
from questions_rdf.serve.negotiation import HTML, ROWS, TRIPLES
from questions_rdf.serve.pool import Pool
from questions_rdf.serve.queueing import Refused
from questions_rdf.serve.refusals import Refusal
from questions_rdf.serve.site_files import SiteFiles
from questions_rdf.serve.writing import codings

_HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]+)?|\[[0-9A-Fa-f:.]+\](:[0-9]+)?")
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, POST, OPTIONS",
}
_Handler = Callable[[Exchange], Awaitable[None]]


class Server:
    """Everything that the routes need."""

    def __init__(  # noqa: PLR0913, PLR0917  (each of them once)
        self,
        pool: Pool,
        generations: Generations,
        limits: Limits,
        metrics: Metrics,
        log: AccessLog,
        public: str | None,
        site: SiteFiles | None = None,
    ) -> None:
        self._site = site
        self._pool, self._generations, self._limits = pool, generations, limits
        self._metrics, self._log = metrics, log
        self._public = public
        self._documents = Documents(pool, limits)
        self._codings = codings()
        self.stopping = False
        self.under_way = 0
        self._application = Starlette(
            routes=[
                Route("/sparql", _endpoint(self._sparql)),
                Route("/sparql/", _endpoint(self._sparql)),
                Route("/sparql/queries/{name}", _endpoint(self._example)),
                Route("/.well-known/void", _endpoint(self._void)),
                Route("/healthz", _endpoint(self._healthz)),
                Route("/readyz", _endpoint(self._readyz)),
                Route("/metrics", _endpoint(self._written_metrics)),
                Route("/assets/{path:path}", _endpoint(self._asset)),
                Route("/{path:path}", _endpoint(self._resource)),
            ]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, count it and note it."""
        if scope["type"] != "http":
            return
        exchange = Exchange(scope, receive, send)
        self.under_way += 1
        try:
            await self._application(scope, receive, send)
        except BrokenError:
            exchange.outcome = "broken" if exchange.outcome == "ok" else exchange.outcome
            raise ConnectionAbortedError from None
        except Exception as error:
            exchange.outcome = "error"
            self._log.event("error", f"{type(error).__name__}: {error}"[:500])
            raise
        finally:
            self.under_way -= 1
            self._note(exchange)

    def _note(self, exchange: Exchange) -> None:
        seconds = asyncio.get_running_loop().time() - exchange.begun
        status = exchange.status or 499  # as nginx has it: the client left before there was one
        self._metrics.request(status, exchange.outcome, seconds, exchange.size)
        self._log.request(
            exchange.method,
            exchange.path,
            status=status,
            size=exchange.size,
            seconds=seconds,
            outcome=exchange.outcome,
            query=exchange.query,
        )

    # -- The endpoint -----------------------------------------------------------------------------

    async def _sparql(self, exchange: Exchange) -> None:
        if exchange.method == "OPTIONS":
            await exchange.reply(204, _PREFLIGHT)
            return
        if exchange.method not in {"GET", "HEAD", "POST"}:
            raise Refused(refusals.METHOD)
        if exchange.method != "POST" and not protocol.has_query(exchange.address):
            await self._about(exchange)
            return
        if exchange.method == "GET" and negotiation.prefers_page(exchange.header(b"accept")):
            await self._desk(exchange)  # a link to share, opened by a person
            return
        asked = await self._asked(exchange)
        exchange.query = asked.query
        await self._run(exchange, asked)

    async def _asked(self, exchange: Exchange) -> protocol.Asked:
        """What the request asks.

        Raises:
            Refused: if it makes no sense, or is too large.
        """
        body = await exchange.body(self._limits) if exchange.method == "POST" else b""
        media_type = exchange.header(b"content-type")
        asked = protocol.asked(exchange.method, exchange.address, media_type, body)
        if isinstance(asked, Refusal):
            raise Refused(asked)
        return asked

    async def _run(self, exchange: Exchange, asked: protocol.Asked) -> None:
        outline = complexity.outline(asked.query)
        if objection := complexity.objection(outline, self._limits):
            raise Refused(objection)
        forms = TRIPLES if outline.kind == "triples" else ROWS
        form = conditions.form_for(exchange, forms)
        coding = negotiation.coding(exchange.header(b"accept-encoding"), self._codings)
        headers = conditions.headers_of(form, coding)
        generation = self._generation()
        if not outline.volatile and exchange.method != "POST":
            headers["ETag"] = conditions.tag_of(generation, asked, form.media_type, coding)
            if await conditions.unchanged(exchange, headers):
                return
        task = QueryTask(
            query=asked.query,
            form=form.name,
            coding=coding,
            names_graphs=asked.names_graphs,
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
            max_result=self._limits.max_result,
        )
        await deliver(exchange, self._pool, self._limits, task, headers)

    async def _about(self, exchange: Exchange) -> None:
        """The endpoint without a query: the page for people, or what it says of itself."""
        accept = exchange.header(b"accept")
        if negotiation.prefers_page(accept):
            await self._desk(exchange)
            return
        form = negotiation.chosen(accept, TRIPLES) or TRIPLES[0]
        content = description.service(self._generation(), self._endpoint(exchange), form.name)
        await exchange.reply(200, {"Content-Type": form.content_type, "Vary": "Accept"}, content)

    async def _desk(self, exchange: Exchange) -> None:
        """The page to write queries on."""
        data, root = self._generation(), self._path(exchange)
        page = views.desk(exchange.language, root, data.base, data.as_of)
        vary = {"Content-Type": HTML.content_type, "Vary": "Accept, Accept-Language"}
        await exchange.reply(200, {**views.DESK_HEADERS, **vary}, page)

    # -- Resources --------------------------------------------------------------------------------

    async def _resource(self, exchange: Exchange) -> None:
        if exchange.method == "OPTIONS":
            await exchange.reply(204, _PREFLIGHT)
            return
        conditions.reading_only(exchange)
        root = self._path(exchange)
        if exchange.path == "/":
            home = self._home(exchange.language)
            await exchange.reply(303, {"Location": root + home, "Vary": "Accept-Language"})
        elif self._site is None:
            await self._documents.answer(exchange, self._generation(), root)
        elif not await self._site.answer(exchange):
            await self._beside_the_site(exchange, root)

    async def _beside_the_site(self, exchange: Exchange, root: str) -> None:
        """What the site lacks is made on demand; where there is nothing, it has a page for people.

        Raises:
            Refused: if there is nothing, and the client wants no page.
        """
        data = self._generation()
        try:
            await self._documents.answer(exchange, data, root)
        except Refused as refused:
            wants_page = negotiation.prefers_page(exchange.header(b"accept"))
            if refused.refusal.status != refusals.NOT_FOUND.status or not wants_page:
                raise
            exchange.outcome = refused.refusal.code
            page = views.not_found(root, data.as_of)
            headers = {"Content-Type": HTML.content_type, **views.NOT_FOUND_HEADERS}
            await exchange.reply(refusals.NOT_FOUND.status, headers, page)

    def _home(self, language: str) -> str:
        """Where people begin: the home page of the site, if there is one; else the query page."""
        page = HOME + suffix("en" if language == "en" else "fr")
        return page if self._site and self._site.has(page) else "sparql"

    async def _example(self, exchange: Exchange) -> None:
        """The text of an example query, with the values of the address in it."""
        conditions.reading_only(exchange)
        name = str(exchange.scope["path_params"]["name"])
        try:
            given = parse_qsl(exchange.address.decode(), keep_blank_values=True)
            text = views.example(name, given)
        except (UsageError, UnicodeDecodeError) as error:
            raise Refused(refusals.BAD_EXAMPLE.because(str(error))) from None
        headers = {"Content-Type": content_type(f"{name}.rq")}
        await exchange.reply(200, {**headers, "Cache-Control": "no-cache"}, text)

    async def _asset(self, exchange: Exchange) -> None:
        conditions.reading_only(exchange)
        found = views.asset(exchange.path.removeprefix("/assets/"))
        if found is None:
            if self._site and await self._site.answer(exchange):
                return
            raise Refused(refusals.NOT_FOUND)
        headers = {
            "Content-Type": found.media_type,
            "ETag": conditions.tag(found.sha256),
            "Cache-Control": "max-age=3600",
        }
        if not await conditions.unchanged(exchange, headers):
            await exchange.reply(200, headers, found.content)

    # -- For machines that watch ------------------------------------------------------------------

    async def _void(self, exchange: Exchange) -> None:
        conditions.reading_only(exchange)
        form = conditions.form_for(exchange, TRIPLES)
        content = description.dataset(self._generation(), self._endpoint(exchange), form.name)
        await exchange.reply(200, {"Content-Type": form.content_type, "Vary": "Accept"}, content)

    async def _healthz(self, exchange: Exchange) -> None:
        conditions.reading_only(exchange)
        await exchange.reply(200, {"Content-Type": "text/plain; charset=utf-8"}, b"alive\n")

    def end(self) -> None:
        """Answer what is under way with a refusal."""
        self._pool.end()

    async def _readyz(self, exchange: Exchange) -> None:
        conditions.reading_only(exchange)
        generation = self._pool.generation
        ready = generation is not None and self._pool.living > 0 and not self.stopping
        lines = ["ready" if ready else "stopping" if self.stopping else "not ready"]
        lines += [f"data: {generation.key}"] if generation else []
        failure = self._generations.failure
        lines += [f"newer data is not served: {failure}"] if failure else []
        body = "".join(f"{line}\n" for line in lines).encode()
        headers = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}
        await exchange.reply(200 if ready else 503, headers, body)

    async def _written_metrics(self, exchange: Exchange) -> None:
        conditions.reading_only(exchange)
        pool = self._pool
        gauges = {
            "workers": ("Worker processes.", pool.living),
            "queue_length": ("Requests that wait for a worker.", pool.waiting),
            "long_queries": ("Queries that have a place for long ones.", pool.running_long),
            "requests_under_way": ("Requests without the end of their answer.", self.under_way),
        }
        headers = {"Content-Type": CONTENT_TYPE, "Cache-Control": "no-store"}
        await exchange.reply(200, headers, self._metrics.written(gauges).encode())

    # -- What is known ----------------------------------------------------------------------------

    def _generation(self) -> Generation:
        if self._pool.generation is None:
            raise Refused(refusals.BUSY)
        return self._pool.generation

    def _root(self, exchange: Exchange) -> str:
        """What addresses of this server begin with: as it was told, or as the client says."""
        if self._public:
            return self._public.rstrip("/") + "/"
        host = exchange.header(b"host")
        host = host if _HOST.fullmatch(host) else "localhost"
        return f"{exchange.scope['scheme']}://{host}/"

    def _path(self, exchange: Exchange) -> str:
        """The path of that: behind a proxy, this server may be a part of another one."""
        return urlsplit(self._root(exchange)).path

    def _endpoint(self, exchange: Exchange) -> str:
        return f"{self._root(exchange)}sparql"

    async def handled(self, exchange: Exchange, handler: _Handler) -> None:
        """Answer, or say why not."""
        limits = self._limits
        try:
            conditions.refuse_long(exchange, limits.address)
            await handler(exchange)
        except Refused as refused:
            known = {"seconds": f"{limits.timeout:g}", "most": limits.max_result}
            await exchange.refuse(refused.refusal.filled(**known), self._path(exchange))


class _Endpoint:
    """A handler as an ASGI application, which Starlette gives all methods to."""

    def __init__(self, handler: _Handler) -> None:
        self._handler = handler

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del receive, send  # the exchange has its own
        server: Server = self._handler.__self__  # type: ignore[attr-defined]
        await server.handled(Exchange.of(scope), self._handler)


def _endpoint(handler: _Handler) -> _Endpoint:
    return _Endpoint(handler)
