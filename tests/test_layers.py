"""What the layers of pyproject.toml cannot say. `lint-imports` holds the rest; syntax trees only, nothing is run."""

from __future__ import annotations

import sys
import tomllib

from tests.sources import OURS, PRODUCT, ROOT, imports, top


def test_the_starter_imports_the_page_what_it_is_sent_and_the_index_only() -> None:
    ours = {source for source, _ in imports()["app"] if top(source) in OURS}
    assert ours == {"assistant.server.incoming", "assistant.ui.serve", "index"}


def test_underscore_never_crosses_a_module() -> None:
    wrong = [
        f"{module} imports {source}.{name}"
        for module, found in imports().items()
        for source, name in found
        if top(source) in OURS and name.startswith("_") and not name.startswith("__")
    ]
    assert not wrong


def test_every_library_has_its_door() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    doors = {
        library for contract in contracts for library in contract.get("protected_modules", ()) if "." not in library
    }
    used = {top(source) for module, found in imports().items() if top(module) in PRODUCT for source, _ in found}
    assert used - set(OURS) - sys.stdlib_module_names == doors
