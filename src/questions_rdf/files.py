"""Where the project's data files live: beside the code in a wheel, at the top in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def data_folder(name: str) -> Path:
    """The folder ``name`` (``ontology``, ``shapes``, ``queries``) that travels with the code.

    A wheel carries the folders inside the package (see ``pyproject.toml``); a checkout, and an
    editable install of one, has them at its top.

    Raises:
        FileNotFoundError: if neither place has the folder (a broken install).
    """
    for parent in (_PACKAGE / "data", _CHECKOUT):
        folder = parent / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the folder {name!r} is missing from this installation")
