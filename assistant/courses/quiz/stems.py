"""Stems: what a quiz question can be made of, before its kind is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.courses.pack_phrases import plan_name
from assistant.courses.types import Matter
from assistant.types import Evidence, Language
from index import Document, Fact, IndexedDocument, Span


def _nothing(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Stem:
    """One fact to ask about: the right value, wrong ones, and how each is shown.

    `prompt` asks for the value with a gap or a question, `claim` states it with a given value, `statement` is the right
    claim in Chinese as it is held to the quote. `wrong` are values that the plan does not give, `false` those of them that
    the right one rules out: "at least 60%" is not what the plan says that wants 70%, but no untruth. `original` is the
    plan's own sentence with a gap, "" where the question is not built on one. `asks_for` is equal for stems that would ask
    the same thing, `unchecked` marks English that no person made or checked. Not `weighty` is what is guessed (that all are
    to do something) or matters little (how many there are of something). Where several are right together, each stands
    in `several`, and `others` are those that are not; `all_of_them` where the question asks for every one that there is. `said` is
    the claim without the plan's name, "" where there is none.
    """

    matter: Matter
    evidence: Evidence
    prompt: str
    claim: Callable[[str], str]
    shown: Callable[[str], str]
    statement: str
    right: str
    wrong: tuple[str, ...]
    false: tuple[str, ...]
    accepted: tuple[str, ...]
    original: str
    asks_for: str
    on_topic: bool
    unchecked: bool = False
    weighty: bool = True
    several: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    all_of_them: bool = True
    said: Callable[[str], str] = _nothing
    joint: str = "、"


def evidence_of(indexed: IndexedDocument, span: Span, path: tuple[str, ...], fact: Fact | None) -> Evidence:
    """The passage that a stem is made from."""
    return Evidence(span, indexed.clean.text[span.start : span.end], path, 1.0, 1.0, fact)


def paper_name(document: Document, language: Language) -> str:
    """A plan by place and period; a paper for no period, which may be a law, by its title."""
    if document.period:
        return plan_name(document, language)
    english = language is Language.EN and document.title_en
    return f"“{document.title_en}”" if english else f"《{document.title}》"


def opened(text: str) -> str:
    """A sentence with a capital where it opens in English."""
    return f"{text[:1].upper()}{text[1:]}"
