"""A manifest is one of ours, or there is none."""

from pathlib import Path

import pytest

from built import seeds
from questions_rdf.manifest import Manifest


def test_the_manifest_of_a_build_is_found() -> None:
    out, manifest = seeds()
    assert Manifest.found(out / "manifest.json") == manifest


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"version": "1"}', b'{"version": "\xff"}', b'{"x": ' + b"[" * 100_000],
    ids=["empty", "cut", "list", "other", "no-text", "deep"],
)
def test_what_is_no_manifest_of_a_build_is_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    assert Manifest.found(path) is None
    path.write_bytes(content)
    assert Manifest.found(path) is None
