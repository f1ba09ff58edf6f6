"""People in English: "Head: Alan Whitfield, County Governor.", "headed by Marta Olsen, Deputy Governor".

A line may name only the post: "Commander: the county governor".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.fact_types import Person, Position
from index.facts.english.english_words import Word, offices_in, one_of
from index.types import Span

MOST_ROLE_WORDS = 5
"""A longer text before a colon is no role."""
MOST_NAME_WORDS, LEAST_NAME_WORDS = 4, 2


def people_on(text: str, words: Sequence[Word], span: Span, body: str) -> Iterator[Person]:
    """The people of a sentence or a line: a role with a colon, or a name that heads something or serves as something."""
    colon = next((i for i, word in enumerate(words[: MOST_ROLE_WORDS + 1]) if word.text == ":"), None)
    if colon and _is_role(words[:colon]):
        role = text[words[0].start : words[colon - 1].end]
        for first, last in _members(words, colon + 1):
            yield from _person(text, words[first:last], span, role, body)
        return
    headed = _headed_by(words)
    if headed:
        yield from _person(text, words[headed:], span, "head", _body(text, words, body))


def _is_role(words: Sequence[Word]) -> bool:
    """Whether words name a role in a body: "Head", "Deputy commander-in-chief", "Members"."""
    return any(one_of(word, "english_roles") for word in words) and all(
        one_of(word, "english_roles") or one_of(word, "english_role_words") for word in words
    )


def _members(words: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """Those whom a line names, parted by semicolons."""
    first = start
    for at in range(start, len(words) + 1):
        if at == len(words) or words[at].text == ";":
            if at > first:
                yield first, at
            first = at + 1


def _person(text: str, words: Sequence[Word], span: Span, role: str, body: str) -> Iterator[Person]:
    """Somebody with the posts behind the name, or whoever holds the post where no name stands before it."""
    stop = next(
        (i for i, word in enumerate(words) if word.text in (".", ";", ":") or (i and word.text == "The")), len(words)
    )
    words = words[:stop]
    comma = next((i for i, word in enumerate(words) if word.text in (",", "(", "-", "–")), len(words))
    name, posts = words[:comma], [word for word in words[comma + 1 :] if word.text != ")"]
    if not _is_name(name):
        name, posts = [], list(words)
    if (posts and not any(one_of(word, "english_posts") for word in posts)) or not (name or posts):
        return
    written = text[posts[0].start : posts[-1].end] if posts else ""
    called = text[name[0].start : name[-1].end] if name else ""
    yield Person(span, called, _positions(text, posts), role, body, written, called.lower())


def _is_name(words: Sequence[Word]) -> bool:
    """Whether words are the name of somebody: two to four with capitals, no post or office among them."""
    named = LEAST_NAME_WORDS <= len(words) <= MOST_NAME_WORDS and all(word.is_name for word in words)
    return named and not any(one_of(word, "english_posts") or one_of(word, "english_offices") for word in words)


def _positions(text: str, posts: Sequence[Word]) -> tuple[Position, ...]:
    """The posts with their offices: "Director of the County Emergency Management Bureau"."""
    if not posts:
        return ()
    office = next((one for one in offices_in(text, posts)), None)
    of = next((i for i, word in enumerate(posts) if word.small == "of"), None)
    if of and office and office.first > of:
        return (Position(office.text, text[posts[0].start : posts[of - 1].end]),)
    return (Position("", text[posts[0].start : posts[-1].end]),)


def _headed_by(words: Sequence[Word]) -> int | None:
    """Where those begin by whom a body is headed; None where no sentence tells it."""
    for at in range(2, len(words)):
        if words[at - 1].small == "by" and words[at - 2].small in ("headed", "led", "chaired"):
            return at + 1 if words[at].small == "the" else at
    return None


def _body(text: str, words: Sequence[Word], held: str) -> str:
    """The body that a sentence opens with; else the heading above it."""
    office = next(offices_in(text, words), None)
    return office.text if office else held
