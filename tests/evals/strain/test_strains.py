"""What a strain is reported as."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from evals.reporting.text_tables import strain_table
from evals.strain.strains import replace_plan, strain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evals.conftest import Builder


def test_strain_holds_the_same_questions_side_by_side(make: Builder) -> None:
    before = {row.question.id: row for row in (make.right("a"), make.right("b"), make.wrong("c"), make.right("d"))}
    found = strain("slips", before, (make.right("a"), make.wrong("b"), make.right("c")))
    assert (found.before, found.under, found.kept) == (2 / 3, 2 / 3, 1 / 2)
    assert found.change.value == pytest.approx(0.0)
    assert (found.turned_wrong, found.turned_right) == (("b",), ("c",))
    assert "slips" in strain_table((found,))


def test_changed_plan_takes_its_hash_into_the_catalogue(tmp_path: Path) -> None:
    plan = tmp_path / "a.txt"
    plan.write_text("28%", encoding="utf-8")
    catalog = tmp_path / "catalog.toml"
    catalog.write_text(f'sha256 = "{sha256(b"28%").hexdigest()}"', encoding="utf-8")
    replace_plan(tmp_path, "a", "91%\r\n")
    assert plan.read_bytes() == b"91%\r\n"
    assert catalog.read_text(encoding="utf-8") == f'sha256 = "{sha256(plan.read_bytes()).hexdigest()}"'
