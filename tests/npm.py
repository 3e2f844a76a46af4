"""Packages of npm that tests check our output with, installed once a run."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from built import ROOT, scratch


@cache
def installed(part: str = "") -> Path:
    """A folder with the files of ``tests/javascript``, or of a part of it, and their packages.

    Without npm, or without a registry outside of CI, the test is skipped, and says so.
    """
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: nothing is checked with packages of JavaScript")
    folder = scratch() / f"javascript-{part}"
    shutil.copytree(ROOT / "tests/javascript" / part, folder)
    command = [npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]
    made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if made.returncode and not os.environ.get("CI"):
        shutil.rmtree(folder)
        pytest.skip(f"npm cannot install packages here: {made.stderr.strip()[:200]}")
    assert made.returncode == 0, made.stderr
    return folder
