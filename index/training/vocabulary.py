"""Counted words in, a bilingual tokenizer out.

A Unigram model (Kudo 2018, arXiv:1804.10959) whose pieces are Chinese words with the
log-probabilities of a word count, so that it segments as a dictionary-based segmenter does, and
whole English words over word pieces. Chinese, Latin and digit runs are parted first, so the three
never share a piece and their probabilities need not be comparable. Punctuation is dropped.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable

import jieba
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "[UNK]"
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z]+")
_PIECE = re.compile(r"▁?[a-z]+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LETTER_SCORE = -14.0
WORD_MARK = "▁"
MAX_WORD_CHARS = 4
"""Longer Chinese terms are left to their words, which they then share with other terms."""
YEARS = range(1990, 2051)
FLOOR_COUNT = 0.1
"""What a piece that never occurred counts as: single characters and letters as the last resort."""


def count_chinese(texts: Iterable[str]) -> Counter[str]:
    """Words of the Chinese runs in texts, as jieba cuts them."""
    counts: Counter[str] = Counter()
    for text in texts:
        for run in _HAN.findall(text):
            counts.update(jieba.cut(run))
    return counts


def count_english(texts: Iterable[str]) -> Counter[str]:
    """Lower-cased words of the Latin runs in texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_LATIN.findall(text.lower()))
    return counts


def choose_words(counts: Counter[str], keep: Iterable[str], size: int) -> dict[str, float]:
    """The ``size`` most frequent words of two to four characters, with all of ``keep`` among them."""
    kept = {word for word in keep if 2 <= len(word) <= MAX_WORD_CHARS and _HAN.fullmatch(word)}
    chosen = {word: max(float(counts[word]), 1.0) for word in sorted(kept)}
    for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        if len(chosen) >= size:
            break
        if 2 <= len(word) <= MAX_WORD_CHARS:
            chosen.setdefault(word, float(count))
    return chosen


def build_tokenizer(chinese: dict[str, float], characters: Counter[str], english: Counter[str], pieces: int) -> Tokenizer:
    """A tokenizer over these Chinese words and characters, these English words, and digits."""
    table = {UNKNOWN: 0.0}
    table.update(_log_probabilities({**{char: max(count, FLOOR_COUNT) for char, count in characters.items()}, **chinese}))
    table.update(_english_pieces(english, pieces))
    table.update({digit: -6.0 for digit in "0123456789"})
    table.update({str(year): -8.0 for year in YEARS})
    tokenizer = Tokenizer(models.Unigram(list(table.items()), unk_id=0, byte_fallback=False))
    tokenizer.normalizer = _normalizer()
    tokenizer.pre_tokenizer = _pre_tokenizer()
    return tokenizer


def _normalizer() -> normalizers.Normalizer:
    return normalizers.Sequence([
        normalizers.NFKD(),
        normalizers.StripAccents(),
        normalizers.Lowercase(),
        # A line broken inside a sentence: 安全\n生产 is one run; "gas safety" stays two words.
        normalizers.Replace(Regex(r"(?<=\p{Han})\s+(?=\p{Han})"), ""),
        normalizers.Replace(Regex(r"['’]s\b"), " "),
        normalizers.Replace(Regex(r"[^\p{Han}a-z0-9]+"), " "),
        normalizers.Replace(Regex(r"(?<![a-z])(?=[a-z])"), WORD_MARK),  # "gas leak" -> "▁gas ▁leak"
    ])  # fmt: skip


def _pre_tokenizer() -> pre_tokenizers.PreTokenizer:
    runs = Regex(r"\p{Han}+|▁[a-z]+|[0-9]+")
    return pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(r" +"), behavior="removed"),
        pre_tokenizers.Split(runs, behavior="isolated"),
    ])  # fmt: skip


def _log_probabilities(counts: dict[str, float]) -> dict[str, float]:
    total = sum(counts.values())
    return {word: math.log(count / total) for word, count in counts.items()}


def _english_pieces(words: Counter[str], pieces: int) -> dict[str, float]:
    """Whole words by their count, and the pieces that a Unigram trainer finds in them."""
    learner = Tokenizer(models.Unigram())
    trainer = trainers.UnigramTrainer(vocab_size=pieces, initial_alphabet=list(LETTERS), show_progress=False)
    repeated = (WORD_MARK + word for word, count in sorted(words.items()) for _ in range(1 + int(math.log2(count))))
    learner.train_from_iterator(repeated, trainer)
    table = {piece: score for piece, score in json.loads(learner.to_str())["model"]["vocab"] if _PIECE.fullmatch(piece)}
    table.update({letter: min(table.get(letter, LETTER_SCORE), LETTER_SCORE) for letter in LETTERS})
    table[WORD_MARK] = LETTER_SCORE
    table.update(_log_probabilities({WORD_MARK + word: float(count) for word, count in words.items()}))
    return table
