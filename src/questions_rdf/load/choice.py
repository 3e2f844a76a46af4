"""Which kind of store it is: as told, as the path of its address tells, or as it answers."""

import difflib
from contextlib import suppress

from questions_rdf.errors import UsageError
from questions_rdf.load.patience import LoadError
from questions_rdf.load.stores import profiles
from questions_rdf.load.stores._profile import Endpoints, Profile, endpoints
from questions_rdf.load.web import Request, UnreachableError, Web, WebError

_OK = 200


def named(name: str) -> Profile:
    """The profile of that name.

    Raises:
        UsageError: if there is none, with the one that was perhaps meant.
    """
    known = profiles()
    if name.lower() in known:
        return known[name.lower()]
    near = difflib.get_close_matches(name.lower(), known, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise UsageError(f"--store-type: no {name!r}; {hint}there are {', '.join(known)}")


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
        raise UsageError(f"{web.address} does not say what it is; name it with --store-type: {names}")
    return found


def _tells(profile: Profile, path: str) -> bool:
    return bool(profile.in_path and profile.in_path.search(path))


def _by_answer(web: Web) -> Profile | None:
    try:
        said = web.ask(Request("GET", web.address.path)).headers.get("server", "")
    except UnreachableError as error:
        raise LoadError(f"{web.address}: {error}") from error
    except WebError:
        said = ""
    for profile in profiles().values():
        if profile.server and said.startswith(profile.server):
            return profile
    return next((one for one in profiles().values() if _answers(one, web)), None)


def _answers(profile: Profile, web: Web) -> bool:
    if profile.probe is None:
        return False
    found = endpoints(profile, web.address.path)
    base = profile.probe.path if found is None else found.query + profile.probe.path
    path, _, query = base.partition("?")
    parameters = dict([query.split("=", 1)]) if query else {}
    with suppress(WebError):
        answer = web.ask(Request("GET", path, parameters))
        return answer.status == _OK and bool(profile.probe.answer.search(answer.text))
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
