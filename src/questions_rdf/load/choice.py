"""Which kind of store it is: as told, as the path of its address tells, or as it answers."""

from collections.abc import Mapping
from contextlib import suppress

from questions_rdf.errors import UsageError
from questions_rdf.load.patience import LoadError
from questions_rdf.load.profile import Endpoints, Profile, endpoints, root
from questions_rdf.load.stores import profiles
from questions_rdf.load.web import Request, UnreachableError, Web, WebError

_OK = 200


def detected(web: Web) -> Profile:
    """The kind of store at the address of ``web``.

    Raises:
        UsageError: if nothing tells.
        LoadError: if nobody is there.
    """
    by_path = [one for one in profiles().values() if _tells(one, web.address.path)]
    if len(by_path) == 1:
        return by_path[0]
    found = _by_answer(web)
    if found is None:
        names = ", ".join(profiles())
        raise UsageError(
            f"{web.address} does not say what it is; name it with --store-type: {names}"
        )
    return found


def _tells(profile: Profile, path: str) -> bool:
    return bool(profile.in_path and profile.in_path.search(path))


def _by_answer(web: Web) -> Profile | None:
    """The kind that a header of the answer, or the answer to its own question, tells."""
    headers = _headers(web)
    for profile in profiles().values():
        if profile.header and _has(headers, *profile.header):
            return profile
    return next((one for one in profiles().values() if _answers(one, web)), None)


def _headers(web: Web) -> Mapping[str, str]:
    try:
        # HEAD: a data set of Fuseki answers a GET with all that it holds.
        return web.ask(Request("HEAD", web.address.path)).headers
    except UnreachableError as error:
        raise LoadError(f"{web.address}: {error}") from error
    except WebError:
        return {}


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
