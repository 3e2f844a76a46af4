"""The kinds of store that ``load`` knows: a module each, found by its ``PROFILE``."""

import importlib
import pkgutil
from functools import cache
from typing import cast

from questions_rdf.load.stores._profile import Profile


@cache
def profiles() -> dict[str, Profile]:
    """The profiles by name; a new store is a new module beside this one."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names if name[0] != "_"]
    found = (cast("Profile", module.PROFILE) for module in modules)
    return {profile.name: profile for profile in sorted(found)}
