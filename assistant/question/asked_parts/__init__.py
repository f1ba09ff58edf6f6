"""The parts of a question that asks for several things, each as a question of its own."""

from __future__ import annotations

from dataclasses import replace

from assistant.question.asked_parts.clauses import clauses_of
from assistant.question.concepts import STRONG
from assistant.question.understand import understand
from assistant.types import Asked, Understanding
from index import Index
from index.terms.glossary import Glossary


def clauses_asked(meant: Understanding, index: Index, glossary: Glossary) -> tuple[Understanding, ...]:
    """Each clause of a question that asks, with what it leaves out taken from the one that names the topic; else nothing.

    A comparison is left to itself.
    """
    texts = clauses_of(meant.question.text, meant.language)
    if len(texts) == 1 or meant.asked is Asked.COMPARE:
        return ()
    first = _of_clause(texts[0], "", meant, index, glossary)
    named = any(concept.weight >= STRONG and concept.spellings for concept in first.concepts)
    head = texts[0] if named else max(texts[1:], key=len)
    others = (_of_clause(text, "" if text == head else head, meant, index, glossary) for text in texts[named:])
    return (first, *others) if named else tuple(others)


def _of_clause(text: str, head: str, meant: Understanding, index: Index, glossary: Glossary) -> Understanding:
    """One clause, of the plans that the whole question means where it names none itself."""
    question = meant.question
    history = (*question.history, head) if head else question.history
    own = understand(replace(question, text=text, history=history), index, glossary)
    own = replace(own, language=meant.language)
    if own.named_plans == meant.named_plans:
        return own
    return replace(own, plans=meant.plans, named_plans=meant.named_plans, documents=meant.documents)


def of_document(meant: Understanding, document: str) -> Understanding:
    """A part as it concerns the one document from which the part before it is answered, which need not be named again."""
    return replace(meant, question=replace(meant.question, plans=(document,)), plans=(document,))
