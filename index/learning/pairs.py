"""Training files in, pairs of texts that mean the same out; reads only.

The files are gzipped TSV and JSON Lines; the model card names them with their licences.
"""

from __future__ import annotations

import gzip
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.terms.glossary import read_entries, read_everyday_words

SOFTWARE = frozenset(
    "apisix-docs dart-docs django-docs gnome-user-docs iotdb-docs mozilla-www python-docs react-docs tensorflow-docs "
    "vue-docs".split()
)
"""Parallel files about software: most of the rows, few of this field's words; drawn less often."""
UNUSED = frozenset("flores200-devtest xquad-contexts xquad-questions".split())
"""Parallel files left out because their rows are widely used as test sets."""
READING = ("cmrc2018_dev_trial.jsonl.gz", "drcd_dev_test.jsonl.gz")
ROUNDED_TO_ZERO = 1e-12
"""A vector that is no longer than this is one of zeros, rounded."""
MAX_CHINESE_CHARS = 600
"""Nearly all articles and passages whole; as token lists are cut as well, only a bound on memory."""
MAX_ENGLISH_CHARS = 1200
"""The same in English, which takes about twice the characters."""

_BRACKETS = re.compile(r"\([^)]*\)|（[^）]*）|\[[^\]]*\]")
_FIRST_WORDS = ("to ", "a ", "an ", "the ")  # "to lead" -> "lead"; not "tomorrow"
_EXPLANATIONS = ("variant of", "see ", "surname ", "Kangxi radical", "abbr. for")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that should lie near each other: a question and its passage, or two renderings."""

    left: str
    right: str


def read_parallel(folder: Path, software: frozenset[str] | None = None) -> tuple[Pair, ...]:
    """Chinese and English renderings of one text: the named files, or with None all that are not about software."""
    pairs: list[Pair] = []
    for path in sorted((folder / "zh_en").glob("*.tsv.gz")):
        name = path.name.removesuffix(".tsv.gz")
        wanted = name not in SOFTWARE if software is None else name in software
        if wanted and name not in UNUSED:
            pairs.extend(Pair(row[0][:MAX_CHINESE_CHARS], row[1][:MAX_ENGLISH_CHARS]) for row in rows(path))
    return tuple(pairs)


def read_dictionary(folder: Path) -> tuple[Pair, ...]:
    """Chinese words with one English gloss each."""
    pairs: dict[Pair, None] = {}
    for path in sorted((folder / "zh_en_dict").glob("*.tsv.gz")):
        for row in rows(path):
            if gloss := clean_gloss(row[1]):
                pairs[Pair(row[0], gloss)] = None
    return tuple(pairs)


def clean_gloss(gloss: str) -> str:
    """A gloss without brackets and the infinitive's "to "; empty when it only explains the character."""
    text = " ".join(_BRACKETS.sub(" ", gloss).split()).strip(" ;,.")
    if text.startswith(_EXPLANATIONS):
        return ""
    return next((text.removeprefix(first) for first in _FIRST_WORDS if text.startswith(first)), text)


def read_glossary(path: Path) -> tuple[Pair, ...]:
    """The field's own terms: every Chinese form with every English one."""
    entries = read_entries(path)
    pairs = (Pair(zh, en) for entry in entries for zh in entry.forms for en in (entry.en, *entry.also_en) if en != "-")
    return tuple(dict.fromkeys(pairs))


def read_everyday(path: Path) -> tuple[Pair, ...]:
    """Everyday words with the official ones of plans."""
    return tuple(Pair(everyday, official) for everyday, own in read_everyday_words(path).items() for official in own)


def read_word_vectors(archive: Path) -> dict[str, NDArray[np.float32]]:
    """Chinese words with their vectors, rows of length 1, from the source archive of synonyms 3.10.2 (word2vec binary)."""
    with tarfile.open(archive) as files:
        member = next(m for m in files if m.name.endswith("/data/words.vector"))
        content = files.extractfile(member)
        assert content is not None
        data = content.read()
    header, _, body = data.partition(b"\n")
    count, dim = map(int, header.split())
    found: dict[str, NDArray[np.float32]] = {}
    at = 0
    for _ in range(count):
        space = body.index(b" ", at)
        word = body[at:space].decode("utf-8", "ignore").strip()
        vector = np.frombuffer(body, np.float32, dim, space + 1)
        found[word] = vector / max(float(np.linalg.norm(vector)), ROUNDED_TO_ZERO)
        at = space + 1 + 4 * dim
    return found


def read_reading_questions(folder: Path) -> tuple[Pair, ...]:
    """Chinese questions written by people over encyclopaedia passages (CMRC 2018, DRCD)."""
    return tuple(
        Pair(str(row["q"]), str(row["p"])[:MAX_CHINESE_CHARS])
        for name in READING
        for row in objects(folder / "zh_qp" / name)
    )


def read_reports(folder: Path) -> tuple[str, ...]:
    """Government work reports, whole."""
    return tuple(str(row["text"]) for row in objects(folder / "mono" / "gov_reports_zh.jsonl.gz"))


def rows(path: Path) -> Iterator[list[str]]:
    """The columns of each line of a gzipped TSV file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def objects(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
