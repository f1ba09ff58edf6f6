"""The lexical index beside what it could have been: bm25s, SQLite's FTS5, PostgreSQL's full text, over the same words.

    python -m benchmarks.word_search [--questions 60] [--postgresql]

Over the plans that the settings name. Told are milliseconds a question and how many of the best 40 passages are those of
bm25s, which scores every passage in memory. Passages are searched without a restriction to plans, the dearest case.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

K = 40
"""Passages that retrieval takes from each searcher."""
Search = Callable[[tuple[str, ...]], list[int]]
"""Words to the places of the best passages."""
Corpus = list[tuple[str, ...]]


def main(argv: list[str] | None = None) -> int:
    """Measures and prints a table; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.word_search", description=__doc__.splitlines()[0])
    parser.add_argument("--questions", type=int, default=60, metavar="N", help="tune questions asked of each")
    parser.add_argument("--postgresql", action="store_true", help="start Debian's PostgreSQL and measure it, too")
    arguments = parser.parse_args(argv)
    from evals import Split, load_questions
    from index import Index, read_settings, words

    index = Index.open(read_settings())
    chunks = index.chunks
    places = {chunk.id: place for place, chunk in enumerate(chunks)}
    corpus = [words(chunk.searched) for chunk in chunks]
    texts = [one.question for one in load_questions(split=Split("tune")) if words(one.question)]
    texts = texts[:: -(-len(texts) // arguments.questions)]
    asked = [words(text) for text in texts]
    text_of = dict(zip(asked, texts, strict=True))

    def own(query: tuple[str, ...]) -> list[int]:
        return [places[chunk_id] for chunk_id, _ in index.search_lexical(text_of[query], K)]

    with ExitStack() as opened:
        searches: dict[str, Search] = {
            "this program": own,
            "bm25s": _bm25s(corpus),
            "SQLite FTS5": opened.enter_context(_fts5(corpus)),
        }
        if arguments.postgresql:
            searches["PostgreSQL full text"] = opened.enter_context(_postgresql(corpus))
        wanted = [set(searches["bm25s"](query)) for query in asked]
        sys.stdout.write(f"{len(chunks)} passages, {len(asked)} questions\n")
        sys.stdout.write(f"{'':<22}{'median ms':>10}{'p95 ms':>10}{'of bm25s':>10}\n")
        for name, search in searches.items():
            taken, shared = _measured(search, asked, wanted)
            row = f"{name:<22}{median(taken):>10.1f}{quantiles(taken, n=20)[-1]:>10.1f}{shared:>10.1%}\n"
            sys.stdout.write(row)
    return 0


def _measured(
    search: Search, asked: Sequence[tuple[str, ...]], wanted: Sequence[set[int]]
) -> tuple[list[float], float]:
    """Milliseconds of each question, and the share of bm25s's passages that are found."""
    search(asked[0])
    taken, shared = [], 0
    for query, best in zip(asked, wanted, strict=True):
        started = perf_counter()
        found = search(query)
        taken.append((perf_counter() - started) * 1_000)
        shared += len(best & set(found))
    return taken, shared / max(sum(map(len, wanted)), 1)


def _bm25s(corpus: Corpus) -> Search:
    import bm25s
    import numpy as np

    scorer = bm25s.BM25(k1=1.5, b=0.75, method="lucene")
    scorer.index([list(own) for own in corpus], show_progress=False)

    def search(query: tuple[str, ...]) -> list[int]:
        ids = scorer.get_tokens_ids(list(query))
        scores = scorer.get_scores_from_ids(ids) if len(ids) else np.zeros(len(corpus))
        best = np.argsort(-scores, kind="stable")[:K]
        return [int(place) for place in best if scores[place] > 0]

    return search


@contextmanager
def _fts5(corpus: Corpus) -> Iterator[Search]:
    with TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "words.db")) as connection:
        connection.execute("create virtual table passages using fts5(words, tokenize=\"unicode61 tokenchars '%.'\")")
        rows = ((place, " ".join(own)) for place, own in enumerate(corpus, start=1))
        connection.executemany("insert into passages(rowid, words) values (?, ?)", rows)
        connection.commit()
        wanted = "select rowid from passages where passages match ? order by rank limit ?"

        def search(query: tuple[str, ...]) -> list[int]:
            either = " OR ".join(f'"{word}"' for word in dict.fromkeys(query))
            return [row[0] - 1 for row in connection.execute(wanted, (either, K))]

        yield search


@contextmanager
def _postgresql(corpus: Corpus) -> Iterator[Search]:
    """PostgreSQL counts no word's worth: `ts_rank_cd` ranks by how often and how near together words stand."""
    import psycopg

    from benchmarks.servers import own_postgresql

    with own_postgresql() as server, psycopg.connect(server.url) as connection:
        connection.execute("create table passages (place int primary key, words tsvector)")
        with connection.cursor().copy("copy passages from stdin") as rows:
            for place, own in enumerate(corpus):
                rows.write_row((place, " ".join(_lexeme(word) for word in dict.fromkeys(own))))
        connection.execute("create index on passages using gin (words)")
        connection.commit()
        wanted = (
            "select place from passages, to_tsquery('simple', %s) query where words @@ query "
            "order by ts_rank_cd(words, query) desc limit %s"
        )

        def search(query: tuple[str, ...]) -> list[int]:
            either = " | ".join(_lexeme(word) for word in dict.fromkeys(query))
            return [row[0] for row in connection.execute(wanted, (either, K))]

        yield search


def _lexeme(word: str) -> str:
    return "'" + word.replace("\\", "").replace("'", "") + "'"


if __name__ == "__main__":
    sys.exit(main())
