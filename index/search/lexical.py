"""The lexical index: which passages hold a word, a pair of characters or a person's name; BM25 over the words.

Postings lie in the database, a row for each term and block of documents, and are scored here in arrays: the ranks are
those of bm25s (Lucene's form of BM25), on SQLite and PostgreSQL alike, and adding a document touches its own terms only.
`python -m benchmarks.lexical` holds it against FTS5, PostgreSQL's full text and bm25s.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, LargeBinary, bindparam, cast, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from index.database.schema import POSTINGS, VOCABULARIES
from index.database.serialise import read_text, to_text
from index.search.live import Live

_K1, _B = 1.5, 0.75  # the common defaults (Robertson & Zaragoza 2009, section 3.4); passages are of nearly equal length
_BLOCK_DOCUMENTS = 128
"""Documents whose postings share a row: few rows to read a term of, none so long that adding to it is felt."""
_TERMS_A_QUERY = 500  # below the number of parameters that either database takes in a statement

Keys = NDArray[np.uint32]
_COUNTED = np.dtype([("key", "<u4"), ("count", "<u2")])
_MAX_COUNT = np.iinfo(np.uint16).max


class Field(StrEnum):
    """What a posting's term is."""

    WORD = "word"
    PAIR = "pair"
    NAME = "name"


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
    """Put one document into the index; gives the checksum of what was put in (see `postings_checksum`)."""
    total = 0
    for field, entries in _entries(passages):
        total += sum(_weight(field, term, blob) for term, blob in entries.items())
        rows = [
            {"field": field, "term": term, "block": no // _BLOCK_DOCUMENTS, "entries": blob}
            for term, blob in entries.items()
        ]
        if rows:
            connection.execute(_upsert(connection), rows)
        connection.execute(insert(VOCABULARIES), {"no": no, "field": field, "terms": to_text(list(entries), list[str])})
    return _hex(total)


def remove_postings(connection: Connection, no: int, first_key: int, passages: int) -> None:
    """Take one document out of the index again, given the keys of its passages."""
    block = no // _BLOCK_DOCUMENTS
    vocabularies = connection.execute(
        select(VOCABULARIES.c.field, VOCABULARIES.c.terms).where(VOCABULARIES.c.no == no)
    ).all()
    for field, terms in vocabularies:
        changed, emptied = [], []
        for term, blob in _rows_of(connection, field, read_text(list[str], terms), block):
            held = np.frombuffer(blob, _dtype(field))
            keys = _keys(held)
            kept = held[(keys < first_key) | (keys >= first_key + passages)]
            key = {"f": field, "t": term, "b": block}
            if len(kept):
                changed.append(key | {"e": kept.tobytes()})
            else:
                emptied.append(key)
        if changed:
            connection.execute(update(POSTINGS).where(*_AT).values(entries=bindparam("e")), changed)
        if emptied:
            connection.execute(delete(POSTINGS).where(*_AT), emptied)
    connection.execute(delete(VOCABULARIES).where(VOCABULARIES.c.no == no))


_AT = (
    POSTINGS.c.field == bindparam("f"),
    POSTINGS.c.term == bindparam("t"),
    POSTINGS.c.block == bindparam("b"),
)
_FIND = select(POSTINGS.c.term, POSTINGS.c.entries).where(
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


def postings_checksums(connection: Connection, starts: Sequence[int], ends: Sequence[int]) -> list[str]:
    """The checksum of each document's part of the index as it stands, given where its passages' keys start and end.

    `starts` are sorted, and no two ranges overlap. A sum of weights that a position, a term or a count changes, so that
    the parts of one row can be told apart and the order in which documents came does not matter.
    """
    totals = [0] * len(starts)
    first, last = np.array(starts, np.int64), np.array(ends, np.int64)
    for field, term, blob in connection.execute(select(POSTINGS.c.field, POSTINGS.c.term, POSTINGS.c.entries)):
        held = (
            np.frombuffer(blob, _dtype(field))
            if len(blob) % _dtype(field).itemsize == 0
            else np.empty(0, _dtype(field))
        )
        keys = _keys(held).astype(np.int64)
        at = np.searchsorted(first, keys, "right") - 1
        known = (at >= 0) & (keys < last[at])
        for place in np.unique(at[known]):
            totals[place] += _weight(field, term, held[known & (at == place)].tobytes())
    return [_hex(total) for total in totals]


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
    yield Field.WORD, {word: np.array(found, _COUNTED).tobytes() for word, found in counted.items()}
    for field, by_term in ((Field.PAIR, paired), (Field.NAME, named)):
        yield field, {term: np.array(keys, "<u4").tobytes() for term, keys in by_term.items()}


def _collected(connection: Connection, field: Field, terms: Iterable[str]) -> dict[str, NDArray[np.void]]:
    """All postings of each term that has any."""
    rows: dict[str, list[bytes]] = {}
    wanted = sorted(set(terms))
    for start in range(0, len(wanted), _TERMS_A_QUERY):
        for term, blob in connection.execute(_FIND, {"f": field, "t": wanted[start : start + _TERMS_A_QUERY]}):
            rows.setdefault(term, []).append(blob)
    return {term: np.frombuffer(b"".join(blobs), _dtype(field)) for term, blobs in rows.items()}


def _rows_of(connection: Connection, field: str, terms: Sequence[str], block: int) -> Iterator[tuple[str, bytes]]:
    for start in range(0, len(terms), _TERMS_A_QUERY):
        asked = {"f": field, "t": terms[start : start + _TERMS_A_QUERY]}
        yield from ((term, blob) for term, blob in connection.execute(_FIND.where(POSTINGS.c.block == block), asked))


def _upsert(connection: Connection) -> object:
    """Append to the row of a term, or make it."""
    is_sqlite = connection.dialect.name == "sqlite"
    statement = (sqlite if is_sqlite else postgresql).insert(POSTINGS)
    joined = POSTINGS.c.entries.op("||")(statement.excluded.entries)
    return statement.on_conflict_do_update(
        index_elements=[POSTINGS.c.field, POSTINGS.c.term, POSTINGS.c.block],
        set_={"entries": cast(joined, LargeBinary) if is_sqlite else joined},  # SQLite joins bytes to a text
    )


def _dtype(field: str) -> np.dtype[np.void]:
    return _COUNTED if field == Field.WORD else np.dtype("<u4")


def _keys(held: NDArray[np.void]) -> Keys:
    return held["key"] if held.dtype == _COUNTED else held


def _weight(field: str, term: str, entries: bytes) -> int:
    """What one term's postings of a document add to its checksum."""
    return zlib.crc32(entries, zlib.crc32(f"{field}:{term}".encode())) * (1 + zlib.adler32(entries))


def _hex(total: int) -> str:
    return f"{total % 2**64:016x}"
