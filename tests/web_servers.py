"""Apache and nginx as hosts have them, on this machine, for as long as a test takes."""

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

_MODULES = (Path("/usr/lib/apache2/modules"), Path("/usr/lib64/httpd/modules"))
_APACHE_MODULES = (
    "mpm_event authz_core authz_host unixd mime dir alias autoindex negotiation headers rewrite"
).split()
_APACHE = """
ServerRoot "{folder}"
ServerName 127.0.0.1
DefaultRuntimeDir "{folder}"
PidFile "{folder}/pid"
ErrorLog "{folder}/errors"
Mutex file:{folder}
Listen 127.0.0.1:{port}
{modules}
{user}
TypesConfig "{folder}/mime.types"
AddType application/x-gzip .gz
DocumentRoot "{folder}/www"
<Directory "{folder}/www">
Options Indexes FollowSymLinks MultiViews
AllowOverride All
Require all granted
</Directory>
"""
_LOADED = """<IfModule !{name}_module>
LoadModule {name}_module {folder}/mod_{name}.so
</IfModule>"""  # some are built in, here or there
_NGINX = """
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{}}
http {{
client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
access_log off;
{snippet}
}}
"""
_PATIENCE = 20
CONTENT_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "rq": "application/sparql-query",
    "atom": "application/atom+xml",
    "xml": "application/xml",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "svg": "image/svg+xml",
    "png": "image/png",
    "wasm": "application/wasm",
    "parquet": "application/vnd.apache.parquet",
    "bin": "application/octet-stream",
    "gz": "application/gzip",
    "zst": "application/zstd",
}
"""What each server says of a file of a site, by what its name ends with.

Only ``text/…`` has a charset: by their registrations, JSON-LD, N-Triples, SPARQL and RDF in XML have none
or need none.
"""


class Answer(NamedTuple):
    """A status, the path and fragment that it leads to, the headers in lower case, the content."""

    status: int
    location: str
    headers: dict[str, str]
    content: bytes


class WebServer:
    """A server that runs: its address, and what it answers."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}/"

    def get(self, path: str, accept: str | None = None, language: str | None = None) -> Answer:
        """What it answers to a request with just these headers; locations without the host."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            wanted = {"Accept": accept, "Accept-Language": language}
            headers = {name: value for name, value in wanted.items() if value is not None}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            given = {name.lower(): value for name, value in answer.getheaders()}
            location = given.get("location", "").removeprefix(self.url.removesuffix("/"))
            return Answer(answer.status, location, given, answer.read())
        finally:
            connection.close()


@contextmanager
def apache(fill: Callable[[Path, str], None]) -> Iterator[WebServer]:
    """Apache over a folder that ``fill`` fills, given the folder and the server's address.

    Without Apache the test is skipped, and says so.
    """
    programme = _found("apache2") or _found("httpd")
    modules = next((one for one in _MODULES if one.is_dir()), None)
    if programme is None or modules is None:
        pytest.skip("Apache is not installed: its settings are not tried")
    with _folder() as folder:
        port = _free_port()
        fill(folder / "www", f"http://127.0.0.1:{port}/")
        (folder / "mime.types").write_text("text/html html\napplication/xml xml\n")
        loaded = [_LOADED.format(name=one, folder=modules) for one in _APACHE_MODULES]
        user = "User nobody\nGroup nogroup" if os.getuid() == 0 else ""
        conf = folder / "apache.conf"
        conf.write_text(
            _APACHE.format(folder=folder, port=port, modules="\n".join(loaded), user=user)
        )
        with _running([programme, "-D", "FOREGROUND", "-f", str(conf)], folder, port) as server:
            yield server


@contextmanager
def nginx(
    fill: Callable[[Path, str], None], snippet: Callable[[int, Path], str]
) -> Iterator[WebServer]:
    """The same with nginx; ``snippet`` gives what stands in ``http``, for a port and a folder."""
    programme = _found("nginx")
    if programme is None:
        pytest.skip("nginx is not installed: its settings are not tried")
    with _folder() as folder:
        port = _free_port()
        fill(folder / "www", f"http://127.0.0.1:{port}/")
        conf = folder / "nginx.conf"
        conf.write_text(_NGINX.format(folder=folder, snippet=snippet(port, folder / "www")))
        command = [programme, "-c", str(conf), "-p", str(folder), "-e", str(folder / "errors")]
        with _running(command, folder, port) as server:
            yield server


def _found(programme: str) -> str | None:
    return shutil.which(programme) or shutil.which(f"/usr/sbin/{programme}")


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that a server may read which gave up being root."""
    with tempfile.TemporaryDirectory(prefix="questions-rdf-web-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "www").mkdir()
        yield folder


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[WebServer]:
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            _wait(process, folder, port)
            yield WebServer(port)
        finally:
            process.terminate()
            process.communicate(timeout=_PATIENCE)


def _wait(process: subprocess.Popen[bytes], folder: Path, port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            errors = folder / "errors"
            said = (process.stdout.read() if process.stdout else b"").decode()
            raise AssertionError(said + (errors.read_text() if errors.exists() else ""))
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("the server does not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
