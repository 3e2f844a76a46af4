"""The output folder: written beside, renamed at the end, never half there."""

import glob
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from questions_rdf.errors import OutputError, UsageError

MANIFEST = "manifest.json"
DESCRIPTION = "dataset.ttl"
"""What a build says of its data set."""


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A folder beside ``out`` that takes its place when the block ends without an error.

    The former output stays whole until then, and if the block fails. Files in ``out`` that no build
    wrote are carried over.

    Raises:
        UsageError: if ``out`` is no output folder but holds something: it would be replaced.
        OutputError: if the folder cannot be written.
    """
    out = out.absolute()
    _refuse_foreign(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(out)
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-{os.getpid()}-", dir=out.parent))
    except OSError as error:
        raise OutputError(f"cannot write in {out.parent}: {error.strerror}") from error
    try:
        yield folder
        _replace(out, folder)
    except OSError as error:
        raise OutputError(f"cannot write {out}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_abandoned(out: Path) -> None:
    """The folders that killed builds left beside ``out``; those of running ones stay."""
    for path in out.parent.glob(f".{glob.escape(out.name)}-*"):
        match = re.fullmatch(rf"\.{re.escape(out.name)}-(\d+)-\w+", path.name)
        if match and not _is_running(int(match[1])):
            shutil.rmtree(path, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _refuse_foreign(out: Path) -> None:
    if not out.exists() and not out.is_symlink():
        return
    if out.is_symlink():
        raise UsageError(f"{out} is a symbolic link; name the folder itself with --out")
    if not out.is_dir():
        raise UsageError(f"{out} is not a folder; name another one with --out")
    if any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise UsageError(
            f"{out} is not empty and has no {MANIFEST} of a build; name another folder with --out"
        )


def _replace(out: Path, folder: Path) -> None:
    """Put ``folder`` in the place of ``out``; mkdtemp's private mode becomes an ordinary one."""
    mask = os.umask(0)
    os.umask(mask)
    folder.chmod(0o777 & ~mask)
    if not out.exists():
        folder.rename(out)
        return
    # Not a name that _remove_abandoned matches: what a build killed between the two renames leaves
    # here is the former output, and there is no other copy.
    former = Path(tempfile.mkdtemp(prefix=f".{out.name}-former-", dir=out.parent))
    try:
        out.rename(former / out.name)
        folder.rename(out)
    except BaseException:  # an interruption too
        if not out.exists():
            (former / out.name).rename(out)
        former.rmdir()
        raise
    _carry_over(former / out.name, out)
    shutil.rmtree(former, ignore_errors=True)


def _carry_over(former: Path, out: Path) -> None:
    """Move what people put beside the output; what a build wrote is replaced or gone."""
    written = {MANIFEST, *_files_of(former / MANIFEST)}
    for path in former.iterdir():
        if path.name not in written and not (out / path.name).exists():
            path.rename(out / path.name)


def _files_of(manifest: Path) -> list[str]:
    try:
        return list(json.loads(manifest.read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return []
