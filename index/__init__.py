"""Plan files to a searchable index: `index.build` makes and changes it, `Index` answers from it.

Names are imported when they are first used, so that `python -m index --help` waits for no library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.errors import PlansError
    from index.fact_types import (
        Deadline,
        Duty,
        DutyBasis,
        Enumeration,
        Fact,
        Indicator,
        ListItem,
        Person,
        Position,
        Status,
        of_kind,
    )
    from index.facts import DateExpression, before_units, dates, looks_back, traits_of
    from index.indexed_document import IndexedDocument
    from index.like_titles import Like, Relation, alike, shown_english_titles, shown_titles
    from index.reading.front.particulars import in_force_from
    from index.reading.sentences import split_sentences
    from index.reading.structure import is_article, walk
    from index.settings import Settings, read_settings
    from index.store import Index
    from index.terms.five_years import plan_years
    from index.terms.lexicon import (
        DOCUMENT_NUMBER,
        HAN,
        YEAR,
        alternatives,
        contains,
        ends_with,
        is_han_name,
        is_office,
        is_one_of,
        listed,
        starts_with,
        without_document_numbers,
        years_in,
    )
    from index.terms.numbering import numeral_value, read_number, without_number
    from index.terms.segment import field_words, segment, words
    from index.terms.similarity import character_pairs, pair_overlap, pair_similarity, pairs_held
    from index.types import (
        PICTURE_SUFFIXES,
        Cell,
        Chunk,
        CleanText,
        Document,
        Level,
        PaperKind,
        Section,
        SectionKind,
        Sentence,
        Span,
        Table,
        Trait,
    )

__all__ = [
    "DOCUMENT_NUMBER",
    "HAN",
    "PICTURE_SUFFIXES",
    "YEAR",
    "Cell",
    "Chunk",
    "CleanText",
    "DateExpression",
    "Deadline",
    "Document",
    "Duty",
    "DutyBasis",
    "Enumeration",
    "Fact",
    "Index",
    "IndexedDocument",
    "Indicator",
    "Level",
    "Like",
    "ListItem",
    "PaperKind",
    "Person",
    "PlansError",
    "Position",
    "Relation",
    "Section",
    "SectionKind",
    "Sentence",
    "Settings",
    "Span",
    "Status",
    "Table",
    "Trait",
    "alike",
    "alternatives",
    "before_units",
    "character_pairs",
    "contains",
    "dates",
    "ends_with",
    "field_words",
    "in_force_from",
    "is_article",
    "is_han_name",
    "is_office",
    "is_one_of",
    "listed",
    "looks_back",
    "numeral_value",
    "of_kind",
    "pair_overlap",
    "pair_similarity",
    "pairs_held",
    "plan_years",
    "read_number",
    "read_settings",
    "segment",
    "shown_english_titles",
    "shown_titles",
    "split_sentences",
    "starts_with",
    "traits_of",
    "walk",
    "without_document_numbers",
    "without_number",
    "words",
    "years_in",
]

_ELSEWHERE = {
    "Deadline": "fact_types",
    "Duty": "fact_types",
    "DutyBasis": "fact_types",
    "Enumeration": "fact_types",
    "Fact": "fact_types",
    "IndexedDocument": "indexed_document",
    "Indicator": "fact_types",
    "ListItem": "fact_types",
    "Like": "like_titles",
    "Person": "fact_types",
    "Position": "fact_types",
    "Relation": "like_titles",
    "Status": "fact_types",
    "DOCUMENT_NUMBER": "terms.lexicon",
    "HAN": "terms.lexicon",
    "YEAR": "terms.lexicon",
    "DateExpression": "facts",
    "Index": "store",
    "PlansError": "errors",
    "Settings": "settings",
    "alike": "like_titles",
    "alternatives": "terms.lexicon",
    "before_units": "facts",
    "character_pairs": "terms.similarity",
    "contains": "terms.lexicon",
    "dates": "facts",
    "ends_with": "terms.lexicon",
    "field_words": "terms.segment",
    "in_force_from": "reading.front.particulars",
    "is_article": "reading.structure",
    "is_han_name": "terms.lexicon",
    "is_office": "terms.lexicon",
    "is_one_of": "terms.lexicon",
    "listed": "terms.lexicon",
    "looks_back": "facts",
    "numeral_value": "terms.numbering",
    "of_kind": "fact_types",
    "pair_overlap": "terms.similarity",
    "pair_similarity": "terms.similarity",
    "pairs_held": "terms.similarity",
    "plan_years": "terms.five_years",
    "read_number": "terms.numbering",
    "read_settings": "settings",
    "segment": "terms.segment",
    "shown_english_titles": "like_titles",
    "shown_titles": "like_titles",
    "split_sentences": "reading.sentences",
    "starts_with": "terms.lexicon",
    "traits_of": "facts",
    "walk": "reading.structure",
    "without_document_numbers": "terms.lexicon",
    "without_number": "terms.numbering",
    "words": "terms.segment",
    "years_in": "terms.lexicon",
}  # every other name is a type and comes from `index.types`


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'index' has no attribute {name!r}")
    return getattr(import_module(f"index.{_ELSEWHERE.get(name, 'types')}"), name)
