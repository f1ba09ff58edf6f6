"""The fixed set under strain: questions asked otherwise, plans of other cities beside, figures changed in the plans.

Each set is made by script from the fixed one, and scored beside the same questions as they were.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evals.scoring.intervals import bootstrap_interval
from evals.strain.counterfactual import counterfactual
from evals.strain.distractors import distractor_plans
from evals.strain.perturb import changed, perturbations
from evals.systems.asked import local_system
from evals.systems.plain import read_texts
from evals.systems.run import run
from evals.types import EvalQuestion, Row, Strain, System

if TYPE_CHECKING:
    from index import Settings

DISTRACTORS = 40
"""Eight times the shipped plans."""
_CATALOG = "catalog.toml"

Say = Callable[[str], None]


def strains(questions: Sequence[EvalQuestion], settings: Settings, say: Say) -> tuple[Strain, ...]:
    """Every strain in turn; `say` is told what is being done."""
    say("the fixed set as it is\n")
    system = _searchless(settings)
    plain = {row.question.id: row for row in run(questions, system)}
    found = []
    for name, change in perturbations(questions).items():
        say(f"{name}\n")
        if others := changed(questions, change):
            found.append(strain(name, plain, run(others, system)))
    say(f"{DISTRACTORS} plans of other cities\n")
    found.append(strain("distractor plans", plain, _beside_distractors(questions, settings)))
    say("figures changed in the plans\n")
    found.append(strain("changed figures", plain, _on_changed_plans(questions, settings)))
    return tuple(found)


def strain(name: str, before: Mapping[str, Row], rows: Sequence[Row]) -> Strain:
    """What a strain did to the questions of `rows`, which stand in `before` by id."""
    pairs = [(before[row.question.id].correct, row.correct, row.question.id) for row in rows]
    were_right = [right for was_right, right, _ in pairs if was_right]
    return Strain(
        name=name,
        before=len(were_right) / len(pairs),
        under=sum(right for _, right, _ in pairs) / len(pairs),
        change=bootstrap_interval([float(right) - float(was_right) for was_right, right, _ in pairs]),
        kept=sum(were_right) / len(were_right) if were_right else 0.0,
        turned_wrong=tuple(question_id for was_right, right, question_id in pairs if was_right and not right),
        turned_right=tuple(question_id for was_right, right, question_id in pairs if right and not was_right),
    )


def _searchless(settings: Settings) -> System:
    from assistant import Assistant

    return replace(local_system(Assistant(settings), settings), search=None)


def _beside_distractors(questions: Sequence[EvalQuestion], settings: Settings) -> tuple[Row, ...]:
    with TemporaryDirectory() as folder:
        moved = _moved(settings, Path(folder))
        for city, text in distractor_plans(DISTRACTORS, questions).items():
            (moved.documents_dir / f"{city}.txt").write_text(text, encoding="utf-8")
        return run(questions, _searchless(moved))


def _on_changed_plans(questions: Sequence[EvalQuestion], settings: Settings) -> tuple[Row, ...]:
    with TemporaryDirectory() as folder:
        moved = _moved(settings, Path(folder))
        copies = counterfactual(questions, read_texts(settings.documents_dir))
        for plan, text in copies.texts.items():
            replace_plan(moved.documents_dir, plan, text)
        return run(copies.questions, _searchless(moved))


def _moved(settings: Settings, folder: Path) -> Settings:
    """Settings with documents and index of their own under `folder`."""
    documents_dir = folder / "documents"
    shutil.copytree(settings.documents_dir, documents_dir)
    return settings.model_copy(update={"documents_dir": documents_dir, "data_dir": folder / "data"})


def replace_plan(documents_dir: Path, plan: str, text: str) -> None:
    """Puts a changed copy in the plan's place, and its hash into the catalogue."""
    path = documents_dir / f"{plan}.txt"
    old_hash = sha256(path.read_bytes()).hexdigest()
    path.write_text(text, encoding="utf-8", newline="")
    catalog = documents_dir / _CATALOG
    new_hash = sha256(path.read_bytes()).hexdigest()
    catalog.write_text(catalog.read_text(encoding="utf-8").replace(old_hash, new_hash), encoding="utf-8")
