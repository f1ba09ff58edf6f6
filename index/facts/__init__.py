"""Typed statements read out of a plan's text: duties, people, indicators, deadlines, enumerations."""

from __future__ import annotations

from index.fact_types import Fact
from index.facts.aims import looks_back
from index.facts.dates import DateExpression, dates
from index.facts.sentence_traits import before_units, read_sentences, traits_of
from index.types import CleanText, Section, Table

__all__ = [
    "DateExpression",
    "before_units",
    "dates",
    "looks_back",
    "read_facts",
    "read_sentences",
    "traits_of",
]


def read_facts(clean: CleanText, root: Section, tables: tuple[Table, ...]) -> tuple[Fact, ...]:
    """All facts of one document, sorted by kind and place; what the publishing form says is known of the document itself."""
    # Imported here: who only asks would wait for the readers' patterns and use none of them.
    from index.facts.deadlines import read_deadlines
    from index.facts.duties import read_duties
    from index.facts.english import read_english
    from index.facts.grids import personal_numbers, read_table_rows, upright, without_personal_numbers
    from index.facts.indicators import read_indicators
    from index.facts.lists import read_enumerations
    from index.facts.people import read_people
    from index.reading.front.form import is_form

    tables = tuple(table for table in tables if not is_form(clean.text, table.span))
    withheld = tuple(span for table in tables for span in personal_numbers(clean, table))
    tables = tuple(without_personal_numbers(clean, table) for table in tables)
    by_thing = tuple(upright(clean, table) for table in tables)
    found: list[Fact] = [
        *read_duties(clean, root, tables),
        *read_people(clean, root, tables),
        *read_indicators(clean, root, tables),
        *read_deadlines(clean, root, tables),
        *read_enumerations(clean, root),
        *read_table_rows(root, by_thing, withheld),
        *read_english(clean, root),
    ]
    return tuple(sorted(found, key=lambda fact: (fact.kind, fact.span)))
