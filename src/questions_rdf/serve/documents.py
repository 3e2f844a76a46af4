"""The IRIs of the data under this server's own addresses: 303 to a document, and the documents."""

from typing import NamedTuple
from urllib.parse import quote

import msgspec

from questions_rdf.resources.places import at
from questions_rdf.serve import conditions, negotiation, refusals, views
from questions_rdf.serve.delivery import deliver
from questions_rdf.serve.exchange import Exchange
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.messages import Generation, Placed, ResourceTask
from questions_rdf.serve.negotiation import HTML, TRIPLES, Form
from questions_rdf.serve.pool import Pool
from questions_rdf.serve.queueing import Refused
from questions_rdf.serve.writing import codings

_FORMS = (HTML, *TRIPLES[:3])
_BY_ENDING = {form.name: form for form in _FORMS}
_ENGLISH = ".en"
_UNQUOTED = "/:@!$&'()*+,;=-._~"
_placed: msgspec.json.Decoder[Placed] = msgspec.json.Decoder(Placed)


class _Wanted(NamedTuple):
    """What an address asks for: a document in a form and a language, or the thing itself."""

    iri: str
    form: Form | None
    language: str


class Documents:
    """Documents about everything that has an IRI."""

    def __init__(self, pool: Pool, limits: Limits) -> None:
        self._pool, self._limits, self._codings = pool, limits, codings()

    async def answer(self, exchange: Exchange, generation: Generation, root: str) -> None:
        """The document at this address, or where the documents about the thing are.

        Args:
            exchange: the request.
            generation: the data that is served.
            root: the path that all addresses of this server begin with.

        Raises:
            Refused: if there is no such thing, or not in a form that the client takes.
        """
        wanted = _wanted(exchange, generation.base)
        if wanted is None:
            raise Refused(refusals.NOT_FOUND)
        if wanted.form is None:
            await self._lead(exchange, generation, root, wanted)
        else:
            await self._give(exchange, generation, root, wanted, wanted.form)

    async def _give(
        self, exchange: Exchange, generation: Generation, root: str, wanted: _Wanted, form: Form
    ) -> None:
        coding = negotiation.coding(exchange.header(b"accept-encoding"), self._codings)
        said = (generation.key, wanted.iri, form.name, wanted.language, coding, root)
        headers = {
            **conditions.headers_of(form, coding),
            "Vary": "Accept-Encoding",
            "ETag": conditions.tag(*said),
            **(views.RESOURCE_HEADERS if form is HTML else {}),
        }
        if await conditions.unchanged(exchange, headers):
            return
        task = self._task(generation, root, wanted, coding)
        await deliver(exchange, self._pool, self._limits, task, headers)

    async def _lead(
        self, exchange: Exchange, generation: Generation, root: str, wanted: _Wanted
    ) -> None:
        """A thing is no document: this is where the documents about it are (303)."""
        run = self._pool.begun(self._task(generation, root, wanted, "identity"))
        try:
            await self._pool.finish(run)
            place = _placed.decode(run.answer.read(0, run.answer.size))
        finally:
            run.answer.close()
        form = conditions.form_for(exchange, _FORMS)
        ending = form.name
        if form is HTML and wanted.language == "en":
            ending = f"en.{ending}"
        anchor = f"#{place.anchor}" if place.anchor else ""
        location = root + quote(f"{place.path}.{ending}", safe=_UNQUOTED) + anchor
        await exchange.reply(303, {"Location": location, "Vary": "Accept, Accept-Language"})

    def _task(
        self, generation: Generation, root: str, wanted: _Wanted, coding: str
    ) -> ResourceTask:
        return ResourceTask(
            iri=wanted.iri,
            form=wanted.form.name if wanted.form else None,
            coding=coding,
            language=wanted.language,
            root=root,
            as_of=generation.as_of,
            max_result=self._limits.max_result,
        )


def _wanted(exchange: Exchange, base: str) -> _Wanted | None:
    """What the address asks for; none if nothing can have it."""
    path = exchange.path.removeprefix("/")
    stem, dot, ending = path.rpartition(".")
    form = _BY_ENDING.get(ending) if dot else None
    if form is None:
        iri, language = at(path, base), exchange.language
    else:
        english = form is HTML and stem.endswith(_ENGLISH)
        iri = at(stem.removesuffix(_ENGLISH) if english else stem, base)
        language = "en" if english else "fr"
    return _Wanted(iri, form, language) if iri else None
