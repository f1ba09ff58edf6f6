"""The lexical index: which passages hold a word, a pair of characters or a person's name; BM25 over the words.

Postings lie in the database, a row for each term and block of documents, and are scored here in arrays: the ranks are
those of bm25s (Lucene's form of BM25), on SQLite and PostgreSQL alike, and adding a document touches its own terms only.
`python -m benchmarks.word_search` holds it against FTS5, PostgreSQL's full text and bm25s.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Executable, LargeBinary, bindparam, cast, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from index.database.schema import POSTINGS, VOCABULARIES
from index.database.serialise import read_text, to_text
from index.errors import StoreDamaged
from index.search.entries import (
    COUNTED,
    ROW_SUM,
    Entries,
    Field,
    Keys,
    Rows,
    checksums_of,
    hexadecimal,
    keys_of,
)
from index.search.live import Live

_K1, _B = 1.5, 0.75  # the common defaults (Robertson & Zaragoza 2009, section 3.4); passages are of nearly equal length
_BLOCK_DOCUMENTS = 128
"""Documents whose postings share a row: few rows to read a term of, none so long that adding to it is felt."""
_ROWS_A_TIME = 5_000
_TERMS_A_QUERY = 500  # below the number of parameters that either database takes in a statement

_MAX_COUNT = np.iinfo(np.uint16).max


@dataclass(frozen=True, slots=True)
class PassageTerms:
    """One passage as the lexical index takes it: its words in order, the text in which pairs are found, names in it."""

    key: int
    words: tuple[str, ...]
    text: str
    names: tuple[str, ...] = ()


def pairs(text: str) -> tuple[str, ...]:
    """Every two neighbouring characters of a text."""
    return tuple(one + other for one, other in pairwise(text))


def add_postings(connection: Connection, no: int, passages: Sequence[PassageTerms]) -> str:
    """Put one document into the index; gives the checksum of what was put in (see `verify_postings`)."""
    total, block = 0, block_of(no)
    for field, entries in _entries(passages):
        sums = checksums_of(field, entries)
        total += sum(sums)
        rows = [
            {"field": field, "term": term, "block": block, "entries": blob, "checked": own % ROW_SUM}
            for (term, blob), own in zip(entries.items(), sums, strict=True)
        ]
        if rows:
            connection.execute(_upsert(connection), rows)
        terms = to_text(list(entries), list[str])
        vocabulary = {"no": no, "field": field, "terms": terms, "checksum": _vocabulary_checksum(terms)}
        connection.execute(insert(VOCABULARIES), vocabulary)
    return hexadecimal(total)


def remove_postings(connection: Connection, no: int, first_key: int, passages: int) -> None:
    """Take one document out of the index again, given the keys of its passages.

    Raises:
        StoreDamaged: What stands there is not what was written.
    """
    block = block_of(no)
    if not vocabulary_is_sound(connection, no):
        raise _damaged()
    vocabularies = connection.execute(
        select(VOCABULARIES.c.field, VOCABULARIES.c.terms).where(VOCABULARIES.c.no == no)
    ).all()
    for field, terms in vocabularies:
        left: dict[str, bytes] = {}
        for term, held in _rows_of(connection, field, read_text(list[str], terms), block):
            keys = keys_of(held)
            left[term] = held[(keys < first_key) | (keys >= first_key + passages)].tobytes()
        kept = {term: blob for term, blob in left.items() if blob}
        changed = [
            {"f": field, "t": term, "b": block, "e": blob, "c": own % ROW_SUM}
            for (term, blob), own in zip(kept.items(), checksums_of(field, kept), strict=True)
        ]
        emptied = [{"f": field, "t": term, "b": block} for term in left.keys() - kept.keys()]
        if changed:
            new: dict[str, Any] = {"entries": bindparam("e"), "checked": bindparam("c")}
            connection.execute(update(POSTINGS).where(*_AT).values(new), changed)
        if emptied:
            connection.execute(delete(POSTINGS).where(*_AT), emptied)
    connection.execute(delete(VOCABULARIES).where(VOCABULARIES.c.no == no))


def vocabulary_is_sound(connection: Connection, no: int) -> bool:
    """Whether the list of a document's terms is what was written; so is one that was dropped as a whole."""
    told = connection.execute(select(VOCABULARIES).where(VOCABULARIES.c.no == no)).all()
    fields = {row.field for row in told}
    return fields in (set(), set(Field)) and all(_vocabulary_checksum(row.terms) == row.checksum for row in told)


def _vocabulary_checksum(terms: object) -> str:
    return hexadecimal(zlib.crc32(str(terms).encode()))


_AT = (
    POSTINGS.c.field == bindparam("f"),
    POSTINGS.c.term == bindparam("t"),
    POSTINGS.c.block == bindparam("b"),
)
_FIND = select(POSTINGS.c.term, POSTINGS.c.entries, POSTINGS.c.checked).where(
    POSTINGS.c.field == bindparam("f"), POSTINGS.c.term.in_(bindparam("t", expanding=True))
)


def best(
    connection: Connection, words: Sequence[str], live: Live, within: Collection[int] | None = None
) -> tuple[Keys, NDArray[np.float32]]:
    """The passages that hold one of the words, with their BM25 scores, in no order.

    `within` restricts the result to documents by their numbers; what a word is worth is counted over all documents. A word
    given twice counts twice.
    """
    asked = Counter(words)
    if not asked or not live.passages:
        return np.empty(0, np.uint32), np.empty(0, np.float32)
    scores = np.zeros(len(live.owner), np.float32)
    allowed = None if within is None else live.mask(within)
    found = _collected(connection, Field.WORD, asked)
    for word in sorted(found):  # in one order, so that sums are rounded alike
        held = found[word]
        held = held[live.is_live(held["key"])]
        frequency = len(held)
        if allowed is not None:
            held = held[allowed[held["key"]]]
        if not len(held):
            continue
        worth = math.log(1.0 + (live.passages - frequency + 0.5) / (frequency + 0.5))
        counts, lengths = held["count"].astype(np.float32), live.lengths[held["key"]]
        saturated = counts / (counts + _K1 * (1.0 - _B + _B * lengths / live.mean_length))
        scores[held["key"]] += np.float32(asked[word] * worth) * saturated
    keys = np.flatnonzero(scores).astype(np.uint32)
    return keys, scores[keys]


def keys_with_pairs(connection: Connection, texts: Collection[str], live: Live) -> dict[str, Keys]:
    """For each single character or pair of characters the live passages that hold it, sorted."""
    found = _collected(connection, Field.PAIR, texts)
    empty = np.empty(0, np.uint32)
    return {
        text: np.sort(keys[live.is_live(keys)]) if (keys := found.get(text)) is not None else empty for text in texts
    }


def keys_with_names(connection: Connection, names: Collection[str], live: Live) -> dict[str, Keys]:
    """For each of the names that is met at all, the live passages in which persons of that name stand."""
    found = _collected(connection, Field.NAME, names)
    kept = {name: keys[live.is_live(keys)] for name, keys in found.items()}
    return {name: keys for name, keys in kept.items() if len(keys)}


def terms_held(connection: Connection, field: Field, terms: Collection[str]) -> frozenset[str]:
    """Those of the terms that have postings, be it of documents that have left."""
    wanted, held = sorted(set(terms)), set[str]()
    find = (
        select(POSTINGS.c.term)
        .distinct()
        .where(POSTINGS.c.field == field, POSTINGS.c.term.in_(bindparam("t", expanding=True)))
    )
    for start in range(0, len(wanted), _TERMS_A_QUERY):
        held.update(connection.scalars(find, {"t": wanted[start : start + _TERMS_A_QUERY]}))
    return frozenset(held)


def verify_postings(connection: Connection, starts: Sequence[int], ends: Sequence[int]) -> tuple[list[str], set[int]]:
    """The checksum of each document's part of the index as it stands, and the blocks in which a row is damaged.

    Documents are given by where their passages' keys start and end; `starts` are sorted, and no two ranges overlap.
    """
    first, last = np.array(starts, np.int64), np.array(ends, np.int64)
    totals, damaged = np.zeros(len(starts), np.uint64), set[int]()
    everything = select(POSTINGS.c.term, POSTINGS.c.entries, POSTINGS.c.checked, POSTINGS.c.block)
    for field in Field:
        found = connection.execution_options(yield_per=_ROWS_A_TIME).execute(
            everything.where(POSTINGS.c.field == field)
        )
        for part in found.partitions():
            rows = Rows.of(field, [tuple(row[:3]) for row in part])
            damaged |= {row.block for row, sound in zip(part, rows.sound, strict=True) if not sound}
            at = np.searchsorted(first, rows.keys, "right") - 1
            own = at >= 0
            own[own] = rows.keys[own] < last[at[own]]
            np.add.at(totals, at[own], rows.weights[own])
    return [hexadecimal(int(total)) for total in totals], damaged


def drop_block(connection: Connection, block: int) -> None:
    """Take out all documents of a block, so that they can be put in again."""
    first = block * _BLOCK_DOCUMENTS
    connection.execute(delete(POSTINGS).where(POSTINGS.c.block == block))
    connection.execute(delete(VOCABULARIES).where(VOCABULARIES.c.no.between(first, first + _BLOCK_DOCUMENTS - 1)))


def block_of(no: int) -> int:
    """The block in which a document's postings stand."""
    return no // _BLOCK_DOCUMENTS


def _entries(passages: Sequence[PassageTerms]) -> Iterator[tuple[Field, dict[str, bytes]]]:
    """Each field's terms with the bytes of their postings."""
    counted: dict[str, list[tuple[int, int]]] = {}
    paired: dict[str, list[int]] = {}
    named: dict[str, list[int]] = {}
    for passage in passages:
        for word, count in Counter(passage.words).items():
            counted.setdefault(word, []).append((passage.key, min(count, _MAX_COUNT)))
        for pair in dict.fromkeys((*passage.text, *pairs(passage.text))):
            paired.setdefault(pair, []).append(passage.key)
        for name in dict.fromkeys(passage.names):
            named.setdefault(name, []).append(passage.key)
    yield Field.WORD, {word: np.array(found, COUNTED).tobytes() for word, found in counted.items()}
    for field, by_term in ((Field.PAIR, paired), (Field.NAME, named)):
        yield field, {term: np.array(keys, "<u4").tobytes() for term, keys in by_term.items()}


def _collected(connection: Connection, field: Field, terms: Iterable[str]) -> dict[str, Entries]:
    """All postings of each term that has any."""
    found: dict[str, list[Entries]] = {}
    for term, held in _rows_of(connection, field, sorted(set(terms))):
        found.setdefault(term, []).append(held)
    return {term: np.concatenate(parts) if len(parts) > 1 else parts[0] for term, parts in found.items()}


def _rows_of(
    connection: Connection, field: str, terms: Sequence[str], block: int | None = None
) -> Iterator[tuple[str, Entries]]:
    """Each term with its entries in a block, of all blocks where none is given; held to their checksums."""
    find = _FIND if block is None else _FIND.where(POSTINGS.c.block == block)
    for start in range(0, len(terms), _TERMS_A_QUERY):
        found = connection.execute(find, {"f": field, "t": terms[start : start + _TERMS_A_QUERY]}).all()
        rows = Rows.of(field, found)
        if not rows.sound.all():
            raise _damaged()
        for at, (term, _, _) in enumerate(found):
            yield term, rows.held[rows.bounds[at] : rows.bounds[at + 1]]


def _damaged() -> StoreDamaged:
    return StoreDamaged("the word index is damaged; run `python -m index check --repair`")


def _upsert(connection: Connection) -> Executable:
    """Append to the row of a term, or make it."""
    is_sqlite = connection.dialect.name == "sqlite"
    statement = (sqlite if is_sqlite else postgresql).insert(POSTINGS)
    joined = POSTINGS.c.entries.op("||")(statement.excluded.entries)
    appended: Executable = statement.on_conflict_do_update(
        index_elements=[POSTINGS.c.field, POSTINGS.c.term, POSTINGS.c.block],
        set_={
            "entries": cast(joined, LargeBinary) if is_sqlite else joined,  # SQLite joins bytes to a text
            "checked": POSTINGS.c.checked + statement.excluded.checked,
        },
    )
    return appended
