"""The requirement files, pyproject.toml and the imports name the same distributions. Syntax trees, nothing is run."""

from __future__ import annotations

import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.sources import OURS, ROOT, imports, top

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = ("app", "assistant", "evals", "index")
# Required though no file of ours imports them; requirements.txt says what for.
NOT_IMPORTED = {"mcp", "psycopg", "psycopg-binary"}
# Imported by `evals.systems.bm25` alone, when it is asked; where they are not installed it says what to install.
MEASURED_AGAINST = {"bm25s", "jieba"}
NAMED = {"requirements.txt": PROJECT["dependencies"], "requirements-dev.txt": PROJECT["optional-dependencies"]["dev"]}


def lines_of(file: str) -> list[str]:
    return [line for line in (ROOT / file).read_text(encoding="utf-8").splitlines() if line and line[0] not in "#-"]


def pins(file: str) -> dict[str, str]:
    """Distribution -> pinned version."""
    return {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines_of(file))}


@cache
def distributions(*parts: str) -> set[str]:
    """What the files of some parts import, one distribution that is installed for each library."""
    known = packages_distributions()
    pinned = pins("requirements.txt") | pins("requirements-dev.txt")
    found = set()
    for module, sources in imports().items():
        if top(module) not in parts:
            continue
        for library in {top(source) for source, _ in sources} - {*OURS, *sys.stdlib_module_names}:
            names = {canonicalize_name(name) for name in known.get(library, [])}
            assert names & set(pinned), f"{module} imports {library}, which no requirement names"
            found |= names & set(pinned)
    return found


@pytest.mark.parametrize("file", NAMED)
def test_requirements_are_pinned_once(file: str) -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines_of(file))
    assert len(pins(file)) == len(lines_of(file))


@pytest.mark.parametrize("file", NAMED)
def test_pins_are_those_that_the_project_allows(file: str) -> None:
    allowed = {canonicalize_name(one.name): one.specifier for one in map(Requirement, NAMED[file])}
    pinned = pins(file)
    assert set(pinned) == set(allowed)
    assert [name for name, version in pinned.items() if version not in allowed[name]] == []


def test_requirements_name_what_the_program_imports() -> None:
    assert set(pins("requirements.txt")) == distributions(*RUNTIME) - MEASURED_AGAINST | NOT_IMPORTED
    assert set(pins("requirements-dev.txt")) >= MEASURED_AGAINST


def test_tests_and_benchmarks_import_what_is_required() -> None:
    assert distributions(*OURS) <= set(pins("requirements.txt")) | set(pins("requirements-dev.txt"))
