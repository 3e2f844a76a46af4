"""Which kind of store it is: as told, as the path of its address tells, or as it answers."""

from collections.abc import Mapping
from contextlib import suppress

from questions_rdf.errors import UsageError
from questions_rdf.load.credentials import PASSWORD, TOKEN, USER
from questions_rdf.load.patience import LoadError
from questions_rdf.load.profile import Endpoints, Profile, endpoints, root
from questions_rdf.load.stores import profiles
from questions_rdf.load.web import Answer, Request, UnreachableError, Web, WebError

_OK = 200
_UNAUTHORISED = 401


def detected(web: Web) -> Profile:
    """The kind of store at the address of ``web``.

    Raises:
        UsageError: if nothing tells.
        LoadError: if nobody is there, or does not let us in.
    """
    by_path = [one for one in profiles().values() if _tells(one, web.address.path)]
    if len(by_path) == 1:
        return by_path[0]
    answer = _first_answer(web)
    found = _by_header(answer.headers) or _by_probe(web)
    if found is None and answer.status == _UNAUTHORISED:
        raise LoadError(f"{web.address} answers 401: {_who(web)}, or name it with --store-type")
    if found is None:
        raise UsageError(
            f"{web.address} does not say what it is; "
            f"name it with --store-type: {', '.join(profiles())}"
        )
    return found


def _who(web: Web) -> str:
    if web.credentials:
        return "it does not take whom the environment (or netrc) names; see to that"
    return f"it wants to know who asks; set {USER} and {PASSWORD}, or {TOKEN}"


def _tells(profile: Profile, path: str) -> bool:
    return bool(profile.in_path and profile.in_path.search(path))


def _first_answer(web: Web) -> Answer:
    """What the server answers when it is asked for nothing in particular."""
    try:
        # HEAD: a data set of Fuseki answers a GET with all that it holds.
        return web.ask(Request("HEAD", web.address.path))
    except UnreachableError as error:
        raise LoadError(f"{web.address}: {error}") from error
    except WebError:
        return Answer(0, {}, "")


def _by_header(headers: Mapping[str, str]) -> Profile | None:
    known = profiles().values()
    return next((one for one in known if one.header and _has(headers, *one.header)), None)


def _by_probe(web: Web) -> Profile | None:
    return next((one for one in profiles().values() if _answers(one, web)), None)


def _has(headers: Mapping[str, str], name: str, beginning: str) -> bool:
    value = headers.get(name.lower())
    return value is not None and value.startswith(beginning)


def _answers(profile: Profile, web: Web) -> bool:
    probe = profile.probe
    if probe is None or endpoints(profile, web.address.path) is None:
        return False
    request = Request("GET", root(profile, web.address.path) + probe.path, probe.query)
    with suppress(WebError):
        answer = web.ask(request)
        return answer.status == _OK and bool(probe.answer.search(answer.text))
    return False


def endpoints_of(profile: Profile, web: Web) -> Endpoints:
    """Where the data set at the address is written, asked and updated.

    Raises:
        UsageError: if the address cannot be one of this kind of store.
    """
    found = endpoints(profile, web.address.path)
    if found is None:
        raise UsageError(
            f"--to {web.address}: an address of {profile.title} looks like {profile.example}"
        )
    return found
