"""The kinds of store that ``load`` knows: a module each, found by its ``PROFILE``."""

import difflib
import importlib
import pkgutil
from functools import cache
from typing import cast

from questions_rdf.errors import UsageError
from questions_rdf.load.profile import Profile


@cache
def profiles() -> dict[str, Profile]:
    """The profiles by name; a new store is a new module beside this one."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names if name[0] != "_"]
    found = (cast("Profile", module.PROFILE) for module in modules)
    return {profile.name: profile for profile in sorted(found)}


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


def refuse_missing_graph(profile: Profile, graph: str | None) -> None:
    """A store without a default graph needs the name of one.

    Raises:
        UsageError: if it was not given.
    """
    if graph is None and profile.default_graph is None:
        raise UsageError(
            f"{profile.title} has no default graph; name one with --graph, such as "
            "--graph https://w3id.org/questions-parlementaires/"
        )
