"""Which cells of a plan's tables a question asks for: by what its words name of rows, columns and captions.

A table is asked of only where all that the question speaks of stands in it, so that no other thing's figure is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.evidence.matching import holds
from assistant.evidence.rows.other_rows import is_narrower, names_no_row
from assistant.facts.indicator import TOTAL_ROWS
from assistant.facts.magnitudes import is_blank, measure_of
from assistant.types import Concept, Understanding, Want
from assistant.wording.quoting import flat, without_brackets
from index import Index, Indicator, Status, pair_similarity
from index.terms.lexicon import contains, years_in

LEAST_WEIGHT = 0.5
"""What weighs less stands in every table."""
_SAYS_NOTHING = ("time", "verb", "general", "connective", "everyday")
_ASKS = frozenset("多少几年哪降升增减差")
"""What a word holds that only asks, where no glossary knows it: 哪一年, 多少人, 少了多少, 相差."""
_CLASS = "行业"
"""What rows are in general is no row: "which sector"."""
_COUNTED = {"起": "起数", "人": "人数"}
"""What "多少起" and "多少人" ask for, as columns and rows name it."""


@dataclass(frozen=True, slots=True)
class AskedTable:
    """The cells of one table in the rows and of the measures that a question names; all where it names none."""

    cells: tuple[Indicator, ...]
    rows: tuple[str, ...]
    """The row that it names; empty where it names none."""
    speaking: tuple[str, ...]
    """All rows that speak of what it names, that one among them."""

    @property
    def of_totals(self) -> tuple[Indicator, ...]:
        """The cells of the rows named; where none is, of the row that counts all."""
        return tuple(c for c in self.cells if (thing_of(c) in self.rows if self.rows else _is_total(c)))

    @property
    def of_parts(self) -> tuple[Indicator, ...]:
        """The cells of the rows that count no others; of several that speak of what is named, of these."""
        return tuple(c for c in self.cells if (thing_of(c) in self.speaking if self.rows else not _is_total(c)))


def asked_table(
    meant: Understanding, plan: str, index: Index, usable: Callable[[AskedTable], bool]
) -> AskedTable | None:
    """The usable table of a plan that holds all a question speaks of, the one that says most of it; None where none does."""
    tables: dict[tuple[str, ...], list[Indicator]] = {}
    for fact in index.facts(Indicator, (plan,)):
        if fact.row and not is_blank(fact):
            tables.setdefault(fact.heading_path, []).append(fact)
    found = [
        (table, score)
        for cells in tables.values()
        if (read := _read(meant, cells))
        for table, score in [read]
        if usable(table)
    ]
    return max(found, key=lambda one: one[1])[0] if found else None


def thing_of(cell: Indicator) -> str:
    """What a cell is of: its row; where rows are years, what the column counts."""
    return "" if years_in(cell.row) else "".join(without_brackets(cell.row).split())


def measure_name(cell: Indicator) -> str:
    """What a cell measures, the year aside."""
    return cell.name if years_in(cell.row) else measure_of(cell)[0]


def _is_total(cell: Indicator) -> bool:
    return thing_of(cell) in ("", *TOTAL_ROWS)


def _read(meant: Understanding, cells: list[Indicator]) -> tuple[AskedTable, float] | None:
    """What of a table is asked for, and how much of the question it says; None where it lacks something of it."""
    things, measures = dict.fromkeys(map(thing_of, cells)), dict.fromkeys(map(measure_name, cells))
    heading = " ".join(cells[0].heading_path)
    naming: list[Concept] = []
    counted = sorted((meant.wants.counters | meant.wants.units) & set(_COUNTED))
    measuring = [[name for name in measures if _COUNTED[unit] in name] for unit in counted]
    measuring = [names for names in measuring if names]
    counting = bool(measuring)
    for concept in filter(lambda concept: tells(concept, meant), meant.concepts):
        in_measures = [name for name in measures if not concept.firm and _speaks(name, concept)]
        if in_measures and not counting:
            measuring.append(in_measures)
        if not in_measures and any(_is_of(thing, concept) for thing in things):
            naming.append(concept)
        elif not in_measures and not _speaks(heading, concept):
            return None
    speaking = tuple(t for t in things if t not in ("", *TOTAL_ROWS) and all(_is_of(t, c) for c in naming))
    if naming and all(map(names_no_row, naming)):
        speaking = tuple(t for t in speaking if not is_narrower(t, meant))
        if not speaking and not any(t in TOTAL_ROWS for t in things):
            return None
    if any(concept.firm for concept in naming) and not speaking:
        return None
    rows = (_nearest(speaking, naming, meant),) if naming and speaking else ()
    if any(not any(_COUNTED[unit] in told for told in (*measures, *rows)) for unit in counted):
        return None
    kept = _both(measuring) or list(measures)
    chosen = tuple(cell for cell in cells if measure_name(cell) in kept and _fits_years(cell, meant))
    targets = any(cell.status is Status.TARGET for cell in chosen)
    score = len(naming) + len(measuring) + (0.5 if targets or set(meant.years) & _years(chosen) else 0.0)
    return (AskedTable(chosen, rows, speaking), score) if chosen else None


def _both(measuring: list[list[str]]) -> list[str]:
    """The measures that all words name that name some; where these are several things, those of each."""
    if not measuring:
        return []
    common = [name for name in measuring[0] if all(name in names for names in measuring)]
    return common or list(dict.fromkeys(name for names in measuring for name in names))


def _years(cells: Iterable[Indicator]) -> set[int]:
    return {year for cell in cells for year in cell.years}


def _fits_years(cell: Indicator, meant: Understanding) -> bool:
    """Whether a cell is of one of the years asked for, or between those of a range."""
    if not meant.years:
        return True
    span = meant.wants.year_range
    wanted = set(range(span[0], span[1] + 1)) if span else set(meant.years)
    return bool(wanted & set(cell.years))


def tells(concept: Concept, meant: Understanding) -> bool:
    """Whether a table or a sentence must hold a concept.

    Not what only asks, nor the words of rising and falling where these are asked.
    """
    if concept.weight < LEAST_WEIGHT or concept.kind in _SAYS_NOTHING or not concept.spellings:
        return False
    if not concept.kind and (concept.asked_as.isascii() or _ASKS & set(concept.asked_as)):
        return False
    changes = {Want.REDUCTION, Want.DIFFERENCE, Want.SHARE} & meant.wants.kinds
    told = " ".join(concept.spellings)
    if concept.spellings[0].startswith(_CLASS):
        return False
    return not (changes and (contains(told, "falls", "rises") or "比例" in told))


def _is_of(thing: str, concept: Concept) -> bool:
    """Whether a row speaks of a concept, or the concept of the row with what is measured behind it (道路运输事故)."""
    within = len(thing) > 1 and any(spelling.startswith(thing) for spelling in concept.spellings)
    return within or _speaks(thing, concept)


def _speaks(text: str, concept: Concept) -> bool:
    return any(holds(text, spelling) for spelling in concept.spellings)


def _nearest(rows: tuple[str, ...], naming: list[Concept], meant: Understanding) -> str:
    """The row that a question names in just these words, else the one most like it."""
    said = flat(meant.query).replace(" ", "")
    return max(rows, key=lambda row: (any(row in c.spellings for c in naming), pair_similarity(row, said)))
