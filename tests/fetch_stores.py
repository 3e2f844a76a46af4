"""Fetches the stores that Maven Central has into ``.stores/``, for the tests of ``load``.

What cannot be had is said, and the tests that need it are skipped. Virtuoso is a package of the
system: ``apt-get install virtuoso-opensource-7-bin``.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[1] / ".stores"
_PATIENCE = 150


class Artifact(NamedTuple):
    """A file of Maven Central, and what it has to be."""

    coordinates: str
    file: str
    sha256: str


FUSEKI = Artifact(
    "org.apache.jena:jena-fuseki-server:5.6.0:jar",
    "jena-fuseki-server-5.6.0.jar",
    "d28c1eaf703122ee628895a460c20fa4aa60a892f435d403ea8c036f241da1f8",
)
RDF4J = Artifact(  # the last one that is published there as a server
    "org.eclipse.rdf4j:rdf4j-http-server:4.1.3:war",
    "rdf4j-http-server-4.1.3.war",
    "7cee02ac474451a09d8e012af9807aaa71e6e44c6380dc7f1a7e892fc8f629b3",
)
JETTY = Artifact(
    "org.eclipse.jetty:jetty-runner:9.4.57.v20241219:jar",
    "jetty-runner-9.4.57.v20241219.jar",
    "f63fbee00a06f04a3f715267d5d53ba4389b5b3e9ecc6168d8b73d81243a883f",
)


def is_there(artifact: Artifact) -> bool:
    """Whether the file is there, and what it has to be."""
    path = FOLDER / artifact.file
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == artifact.sha256


def fetch(artifact: Artifact) -> str | None:
    """Bring the file; why it cannot be had, if it cannot."""
    command = ("mvn", "--batch-mode", "--quiet", "dependency:copy", "-Dmdep.useBaseVersion=true")
    options = (f"-Dartifact={artifact.coordinates}", f"-DoutputDirectory={FOLDER}")
    try:
        subprocess.run(
            (*command, *options), check=True, capture_output=True, cwd=FOLDER, timeout=_PATIENCE
        )
    except FileNotFoundError:
        return "there is no mvn (Debian: apt-get install maven)"
    except subprocess.TimeoutExpired:
        return f"Maven took longer than {_PATIENCE} s"
    except subprocess.CalledProcessError as error:
        lines = error.stdout.decode("utf-8", "replace").splitlines()
        return next((line for line in lines if "ERROR" in line), "Maven failed")
    if not is_there(artifact):
        (FOLDER / artifact.file).unlink(missing_ok=True)
        return "it is not the file that it should be (SHA-256)"
    return None


def main() -> None:
    """Fetch what is missing."""
    FOLDER.mkdir(exist_ok=True)
    for artifact in (FUSEKI, RDF4J, JETTY):
        reason = None if is_there(artifact) else fetch(artifact)
        print(f"{artifact.file}: {reason or 'there'}", file=sys.stderr)  # noqa: T201
    virtuoso = shutil.which("virtuoso-t")
    hint = "there" if virtuoso else "missing (Debian: apt-get install virtuoso-opensource-7-bin)"
    print(f"virtuoso-t: {hint}", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()
