"""How alike two Chinese texts are by the pairs of characters that stand in them: no segmenter, no dictionary."""

from __future__ import annotations


def character_pairs(text: str) -> tuple[str, ...]:
    """Each character with the next; a text of one character is its own pair."""
    return tuple(text[i : i + 2] for i in range(max(len(text) - 1, min(len(text), 1))))


def pair_similarity(one: str, other: str) -> float:
    """Share of all character pairs that both texts have, 0 to 1: for names, which should be alike as a whole."""
    first, second = set(character_pairs(one)), set(character_pairs(other))
    return len(first & second) / max(len(first | second), 1)


def pair_overlap(one: str, other: str) -> float:
    """Share of the character pairs of the shorter text that the other has too, 0 to 1: for a text within another."""
    first, second = set(character_pairs(one)), set(character_pairs(other))
    return len(first & second) / max(min(len(first), len(second)), 1)


def pairs_held(term: str, *texts: str) -> float:
    """Share of the character pairs of `term` that one of the texts has, 0 to 1; a pair that comes twice counts twice."""
    pairs = character_pairs(term)
    return sum(any(pair in text for text in texts) for pair in pairs) / max(len(pairs), 1)
