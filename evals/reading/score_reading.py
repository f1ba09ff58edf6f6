"""Everything that was written down of papers, held against what the program reads of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evals.reading.facts_told import draw_facts, score_facts_told
from evals.reading.made_papers import write_papers
from evals.reading.read_files import read_files
from evals.reading.section_trees import score_section_trees
from evals.reading.tables_and_lists import score_tables_and_lists
from evals.reading.written_files import load_written

if TYPE_CHECKING:
    from evals.reading.types import Outcome
    from index import Settings

_SCORED = {"tables": score_tables_and_lists, "sections": score_section_trees, "facts": score_facts_told}


@dataclass(frozen=True, slots=True)
class ReadingScores:
    """An outcome for each thing in each of its files, a sample of facts as judged, and files that lie nowhere."""

    outcomes: tuple[Outcome, ...]
    judged: Mapping[str, bool | None]
    absent: tuple[str, ...]


def score_reading(settings: Settings, papers: Path | None) -> ReadingScores:
    """Made-up papers are written anew; real ones are other people's and are looked for below `papers`.

    Raises:
        EvalsError: something written down cannot be understood, or LibreOffice does not print the made-up papers.
    """
    written = {name: load_written(name) for name in _SCORED}
    names = {file for group in written.values() for one in group for file in one.files}
    with TemporaryDirectory() as made:
        paths = [*write_papers(Path(made)), *(path for path in (papers.rglob("*") if papers else ()) if path.is_file())]
        read = read_files(names, paths, settings)
    outcomes = tuple(outcome for name, score in _SCORED.items() for outcome in score(written[name], read))
    return ReadingScores(outcomes, draw_facts(written["facts"], read), tuple(sorted(names - read.keys())))
