"""Everything that was written down of papers, held against what the program reads of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from evals.reading.read_files import read_files
from evals.reading.section_trees import score_section_trees
from evals.reading.tables_and_lists import score_tables_and_lists
from evals.reading.written_files import load_written

if TYPE_CHECKING:
    from evals.reading.types import Outcome
    from index import Settings

_SCORED = {"tables": score_tables_and_lists, "sections": score_section_trees}


def score_reading(settings: Settings, papers: Path | None) -> tuple[tuple[Outcome, ...], tuple[str, ...]]:
    """An outcome for each thing in each of its files, and the names of the files that lie nowhere below `papers`.

    Made-up papers are written anew; real ones are other people's and lie in a folder of your own.
    """
    written = {name: load_written(name) for name in _SCORED}
    names = {file for group in written.values() for one in group for file in one.files}
    read = read_files(names, papers, settings)
    outcomes = tuple(outcome for name, score in _SCORED.items() for outcome in score(written[name], read))
    return outcomes, tuple(sorted(names - read.keys()))
