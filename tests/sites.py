"""Sites that the tests look at, made once a run."""

from functools import cache
from pathlib import Path

from built import SHARED, scratch, seeds
from questions_rdf.build import Options as BuildOptions
from questions_rdf.build import build
from questions_rdf.site.publishing import Options, publish

OPENDATA = SHARED / "data/opendata"


@cache
def site_of_seeds() -> Path:
    folder = scratch() / "site-of-seeds"
    publish(seeds()[0], Options(folder))
    return folder


@cache
def real_output() -> Path:
    """A build of the real records at hand, with the reference data."""
    out = scratch() / "real-site-data"
    names = ("Questions_ecrites_reconstructed.json.zip", "Questions_gouvernement_16.json.zip")
    reference = (str(OPENDATA / "AMO30_acteurs_mandats_organes_historique.json.zip"),)
    options = BuildOptions(out, reference=reference, check=False)
    build([str(OPENDATA / name) for name in names], options)
    return out


@cache
def site_of_real_records() -> Path:
    folder = scratch() / "site-of-real-records"
    publish(real_output(), Options(folder, jobs=2))
    return folder


def files_of(site: Path) -> dict[str, bytes]:
    """Every file, by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
