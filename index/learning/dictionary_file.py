"""Two open dictionaries in, `index/terms/dictionary.tsv.gz` out: `python -m index.learning.dictionary_file DATA OUT`.

Of their entries those are kept by which an English word of a question may be found in a Chinese paper: one to three
English words, two Chinese characters and more, nothing archaic, no names of people. Of each English phrase the Chinese
words that both dictionaries give come first, then those that stand oftenest in laws and reports.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from index.learning.laws import read_articles
from index.learning.pairs import read_reports, rows
from index.terms.glossary import english_words, stem
from index.terms.lexicon import is_han
from index.terms.segment import words

SOURCES = ("cc-cedict.tsv.gz", "wiktionary.tsv.gz")
MOST_ENGLISH, LEAST_HAN, MOST_HAN = 3, 2, 8
"""Words of a phrase; characters of a word. A single character stands in too many other words."""
MOST_MEANINGS = 12
"""So many Chinese words of a phrase are kept: what comes behind is hardly ever the word of an official paper."""
AGREED = 2.0
"""Both dictionaries giving a word counts as much as standing about seven times as often in laws."""
UNWANTED = (
    "(old (archaic (literary (dated (slang (vulgar (dialect (name surname lit. fig. variant abbr. idiom onomat".split()
)
"""What an entry says that no official paper would be asked for by."""
LEFT_OUT = frozenset("to a an the sb sth sb's one's".split())


def main(arguments: list[str]) -> int:
    """Write the file from the folder of the training data."""
    data, out = map(Path, arguments)
    texts = (*(article.text for article in read_articles(data)), *read_reports(data))
    lines = made(
        ((word, gloss) for word, gloss in _glosses(data)), Counter(w for text in texts for w in set(words(text)))
    )
    with gzip.GzipFile(out, "wb", compresslevel=9, mtime=0) as file:
        file.write("".join(f"{line}\n" for line in lines).encode())
    return 0


def made(glosses: Iterable[tuple[str, str]], counts: Mapping[str, int]) -> Iterator[str]:
    """The lines of the file: stems of a phrase, the phrase, its Chinese words, the likeliest first."""
    given: dict[str, Counter[str]] = defaultdict(Counter)
    for word, gloss in dict.fromkeys(glosses):
        if LEAST_HAN <= len(word) <= MOST_HAN and all(map(is_han, word)):
            for phrase in phrases_of(gloss):
                given[phrase][word] += 1
    for phrase in sorted(given):
        told = given[phrase]
        best = sorted(told, key=lambda w: (-(math.log1p(counts.get(w, 0)) + AGREED * (told[w] > 1)), w))
        yield "\t".join((" ".join(map(stem, phrase.split())), phrase, "|".join(best[:MOST_MEANINGS])))


def phrases_of(gloss: str) -> Iterator[str]:
    """The English phrases of one gloss, in small letters without what stands in brackets; none of one that is unwanted."""
    lowered = gloss.lower()
    if any(mark in lowered for mark in UNWANTED) or (any(map(str.isdigit, gloss)) and "(" in gloss):
        return
    for part in lowered.split(";"):
        before, bracket, behind = part.partition("(")
        plain = english_words(f"{before} {behind.rpartition(')')[2]}" if bracket else part)
        kept = tuple(word for word in plain if word not in LEFT_OUT)
        if 1 <= len(kept) <= MOST_ENGLISH and len(kept[0]) > 1 and all(word.isascii() for word in kept):
            yield " ".join(kept)


def _glosses(data: Path) -> Iterator[tuple[str, str]]:
    for no, source in enumerate(SOURCES):
        seen: set[tuple[str, str]] = set()
        for word, gloss in rows(data / "zh_en_dict" / source):
            if (word, gloss) not in seen:
                seen.add((word, gloss))
                yield word, gloss if not no else f"{gloss} "  # apart from the same gloss of the other dictionary


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
