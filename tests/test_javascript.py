"""A JavaScript processor (jsonld.js) reads the JSON-LD as the same graph."""

import subprocess

import pyoxigraph as ox

import npm
from built import seeds, triples


def test_jsonld_js_reads_the_same_graph() -> None:
    out, _ = seeds()
    command = ["node", str(npm.installed() / "to-nquads.mjs"), str(out / "questions.jsonld")]
    result = subprocess.run(command, capture_output=True, check=True)
    found = {str(quad) for quad in ox.parse(result.stdout, format=ox.RdfFormat.N_QUADS)}
    assert found == triples(out / "questions.nt")
