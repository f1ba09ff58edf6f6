"""An English–Chinese dictionary of general words, for what neither glossary nor everyday words hold.

`dictionary.tsv.gz` is made out of CC-CEDICT and the English Wiktionary (`dictionary.NOTICE`) by
`index.learning.dictionary_file`: stems of a phrase, the phrase, its Chinese words, the likeliest first. It is read when
the first English question holds an unknown word, which takes a tenth of a second and 20 MB.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.terms.glossary import stem

_FILE = Path(__file__).with_name("dictionary.tsv.gz")
LONGEST = 3
"""Words of the longest phrase."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """English phrases with the Chinese words that they may be; read once, never changed."""

    by_stems: Mapping[str, str]
    """The stems of a phrase -> the rest of its line; of several lines, one behind the other."""

    def meanings(self, words: Sequence[str]) -> tuple[str, ...]:
        """The Chinese words for a phrase in small letters, those of the very words before those of their other forms."""
        lines = self.by_stems.get(" ".join(map(stem, words)), "").splitlines()
        told = [line.partition("\t") for line in lines]
        asked = " ".join(words)
        told.sort(key=lambda parts: parts[0].removesuffix("s") != asked.removesuffix("s"))
        return tuple(dict.fromkeys(word for _, _, meant in told for word in meant.split("|")))

    def phrases(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Every phrase of the dictionary in `words` by first word, end and meanings, longest first."""
        for size in range(min(LONGEST, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                if meant := self.meanings(words[start : start + size]):
                    yield start, start + size, meant


@cache
def load_dictionary() -> Dictionary:
    """The dictionary."""
    by_stems: dict[str, str] = {}
    for line in gzip.decompress(_FILE.read_bytes()).decode().splitlines():
        stems, _, told = line.partition("\t")
        by_stems[stems] = f"{by_stems[stems]}\n{told}" if stems in by_stems else told
    return Dictionary(by_stems)
