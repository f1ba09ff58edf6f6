"""Counted words in, a bilingual tokenizer out.

A Unigram model (Kudo 2018, arXiv:1804.10959) whose pieces are Chinese words with the log-probabilities of a word
count, so that it segments as a dictionary-based segmenter does, and whole English words over word pieces. Chinese,
Latin and digit runs are parted first, so the three never share a piece and their probabilities need not be comparable.
Punctuation is dropped.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.resources import files

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from index.learning.mixture import TrainingText
from index.learning.rendering import HAN_RUN
from index.terms.segment import segment

UNKNOWN = "[UNK]"
WORD_MARK = "▁"
CHINESE_WORDS = 56_000
"""With 36,000 there was no row for many everyday words (`docs/model-recipes.md`); each row takes 260 bytes."""
ENGLISH_WORDS = 23_000
ENGLISH_PIECES = 6_000
MIN_ENGLISH_COUNT = 3
"""Rarer words are left to pieces: they are mostly names and slips."""
MAX_WORD_CHARS = 4
"""Longer Chinese terms are left to their words, which they then share with other terms."""
COMMON_COUNT = 30
"""From this count in jieba's dictionary a word is common: 66,675 of its 349,045 words are."""
GENERAL_WEIGHT = 1 / 60
"""jieba's dictionary counts 60 million words, over ten times our own texts."""
FLOOR_COUNT = 0.1
"""A character that stands alone nowhere still needs a probability."""
INSIDE_SHARE = 0.02
"""What each occurrence of a word adds to the count of its characters, which must stay the last resort."""
NUMBER_SCORE = -6.0
YEAR_SCORE = -8.0
"""Above the 4 x -6 of its digits, so that a year is one token."""
YEARS = range(1990, 2051)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LETTER_SCORE = -14.0
"""Below every word and piece (the rarest word has -13.5), so that letters are the last resort."""

_LATIN_RUN = re.compile(r"[a-z]+")

Counts = Counter[str]


def learn_tokenizer(material: TrainingText) -> Tokenizer:
    """A tokenizer over the words of the training texts; the plans and the glossary weigh most."""
    chinese, english = _chinese_counts(material), _english_counts(material)
    general = general_counts()
    known = {pair.left for pair in material.dictionary} | material.words.keys()
    for word, count in general.items():
        if count >= COMMON_COUNT and word in known:
            chinese[word] += count * GENERAL_WEIGHT  # type: ignore[assignment]
    kept = (pair.left for pair in material.glossary + material.everyday)
    words = choose_words(chinese, kept, CHINESE_WORDS)
    characters: Counter[str] = Counter()
    for word, count in chinese.items():
        for char in word:
            characters[char] += count * (INSIDE_SHARE if len(word) > 1 else 1)  # type: ignore[assignment]
    frequent = {word: count for word, count in english.most_common(ENGLISH_WORDS) if count >= MIN_ENGLISH_COUNT}
    return build_tokenizer(words, characters, frequent)


def general_counts() -> dict[str, int]:
    """Word counts of general Chinese, from the dictionary file that comes with jieba (MIT licence)."""
    columns = (line.split() for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines())
    return {parts[0]: int(parts[1]) for parts in columns if len(parts) > 1}


def count_chinese(texts: Iterable[str]) -> Counts:
    """Words of the Chinese runs in texts."""
    counts: Counts = Counter()
    for text in texts:
        for run in HAN_RUN.findall(text):
            counts.update(segment(run))
    return counts


def count_english(texts: Iterable[str]) -> Counts:
    """Lower-cased words of the Latin runs in texts."""
    counts: Counts = Counter()
    for text in texts:
        counts.update(_LATIN_RUN.findall(text.lower()))
    return counts


def choose_words(counts: Mapping[str, float], keep: Iterable[str], size: int) -> dict[str, float]:
    """The ``size`` most frequent words of two to four characters, with all of ``keep`` among them."""
    kept = {word for word in keep if _is_word(word)}
    chosen = {word: max(float(counts.get(word, 0)), 1.0) for word in sorted(kept)}
    for word, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        if len(chosen) >= size:
            break
        if _is_word(word):
            chosen.setdefault(word, float(count))
    return chosen


def build_tokenizer(
    chinese: Mapping[str, float], characters: Mapping[str, float], english: Mapping[str, float]
) -> Tokenizer:
    """A tokenizer over these Chinese words and characters, these English words, and digits."""
    singles = {char: max(count, FLOOR_COUNT) for char, count in characters.items() if HAN_RUN.fullmatch(char)}
    table = {UNKNOWN: 0.0, **_log_probabilities({**singles, **chinese}), **_english_pieces(english)}
    table.update(dict.fromkeys("0123456789", NUMBER_SCORE))
    table.update({str(year): YEAR_SCORE for year in YEARS})
    tokenizer = Tokenizer(models.Unigram(list(table.items()), unk_id=0, byte_fallback=False))
    tokenizer.normalizer = _normalizer()
    tokenizer.pre_tokenizer = _pre_tokenizer()
    return tokenizer


def is_english(piece: str) -> bool:
    """Whether a piece of the vocabulary is an English word or a part of one; the mark of a word alone is none."""
    word = piece.removeprefix(WORD_MARK)
    return word.isascii() and word.isalpha()


def _chinese_counts(material: TrainingText) -> Counts:
    allowed = [article for article in material.articles if article.law not in material.held_back]
    weighted: tuple[tuple[Iterable[str], float], ...] = (
        ((article.text for article in allowed if article.is_safety), 3),
        ([article.text for article in allowed if not article.is_safety][::4], 1),
        (material.reports, 2),
        ((pair.left for pair in material.parallel + material.software[::3]), 0.5),
        ((chunk.searched for chunk in material.chunks), 10),
        ((pair.left for pair in material.reading), 1),
    )
    return _weighted_sum((count_chinese(texts), weight) for texts, weight in weighted)


def _english_counts(material: TrainingText) -> Counts:
    weighted = (
        (material.parallel, 3.0),
        (material.software, 0.3),
        (material.dictionary, 1.0),
        (material.glossary, 20.0),
    )
    return _weighted_sum((count_english(pair.right for pair in pairs), weight) for pairs, weight in weighted)


def _weighted_sum(parts: Iterable[tuple[Counts, float]]) -> Counts:
    total: Counts = Counter()
    for counts, weight in parts:
        for word, count in counts.items():
            total[word] += count * weight  # type: ignore[assignment]
    return total


def _is_word(word: str) -> bool:
    return 2 <= len(word) <= MAX_WORD_CHARS and HAN_RUN.fullmatch(word) is not None


def _normalizer() -> normalizers.Normalizer:
    return normalizers.Sequence(
        [
            normalizers.NFKD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            # A line broken inside a sentence: 安全\n生产 is one run; "gas safety" stays two words.
            normalizers.Replace(Regex(r"(?<=\p{Han})\s+(?=\p{Han})"), ""),
            normalizers.Replace(Regex(r"['’]s\b"), " "),
            normalizers.Replace(Regex(r"[^\p{Han}a-z0-9]+"), " "),
            normalizers.Replace(Regex(r"(?<![a-z])(?=[a-z])"), WORD_MARK),  # "gas leak" -> "▁gas ▁leak"
        ]
    )


def _pre_tokenizer() -> pre_tokenizers.PreTokenizer:
    return pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r" +"), behavior="removed"),
            pre_tokenizers.Split(Regex(r"\p{Han}+|▁[a-z]+|[0-9]+"), behavior="isolated"),
        ]
    )


def _log_probabilities(counts: Mapping[str, float]) -> dict[str, float]:
    total = sum(counts.values())
    return {word: math.log(count / total) for word, count in counts.items()}


def _english_pieces(words: Mapping[str, float]) -> dict[str, float]:
    """Whole words by their count, and the pieces that a Unigram trainer finds in them."""
    learner = Tokenizer(models.Unigram())
    trainer = trainers.UnigramTrainer(vocab_size=ENGLISH_PIECES, initial_alphabet=list(LETTERS), show_progress=False)
    repeated = (WORD_MARK + word for word, count in sorted(words.items()) for _ in range(1 + int(math.log2(count))))
    learner.train_from_iterator(repeated, trainer)
    learnt = json.loads(learner.to_str())["model"]["vocab"]
    table = {piece: float(score) for piece, score in learnt if is_english(piece)}
    table.update({letter: min(table.get(letter, LETTER_SCORE), LETTER_SCORE) for letter in LETTERS})
    table[WORD_MARK] = LETTER_SCORE
    table.update(_log_probabilities({WORD_MARK + word: count for word, count in words.items()}))
    return table
