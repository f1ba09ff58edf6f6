"""Question and given answer -> scores by metric name. Pure functions; a metric that does not apply is left out.

The rules are those of the question schema:
accuracy            1 where every nugget stands in the answer's head, nothing forbidden does, and it was not refused;
                    for a question that the plans do not answer: where it was refused
nugget_recall       the share of nuggets in the head (0 where refused)
citation_recall     1 where some quote of a plan that answers overlaps an evidence span
citation_precision  the share of quotes that overlap an evidence span or hold a nugget; for answers given
wrong_document      over answers given: 1 where something is cited out of a document that does not answer
language            1 where the letters are mostly of the question's language
refusal_precision   over refusals: 1 where the plans do not answer; refusal_recall over what the plans do not answer
answer_chars        the answer's length without marks
"""

from __future__ import annotations

from evals.scoring.spelling import answer_head, overlaps, states, without_marks, written_in
from evals.types import Cited, EvalQuestion, Given


def score(question: EvalQuestion, given: Given) -> dict[str, float]:
    """Every metric that applies to this question and answer."""
    scores = {
        "accuracy": float(is_correct(question, given)),
        "language": float(written_in(given.answer, question.lang)),
        "answer_chars": float(len(without_marks(given.answer))),
    }
    if given.refused:
        scores["refusal_precision"] = float(not question.answerable)
    if not question.answerable:
        scores["refusal_recall"] = float(given.refused)
        return scores
    scores["nugget_recall"] = nugget_recall(question, given)
    scores["citation_recall"] = float(citation_recall(question, given.citations))
    if given.citations and not given.refused:
        scores["citation_precision"] = citation_precision(question, given.citations)
        scores["wrong_document"] = float(any(cited.document not in question.plans for cited in given.citations))
    return scores


def is_correct(question: EvalQuestion, given: Given) -> bool:
    """Whether the answer counts as right."""
    if given.error or given.refused or not question.answerable:
        return given.refused and not question.answerable and not given.error
    head = answer_head(given.answer, question.lang, question.kind)
    stated = all(states(head, spellings) for spellings in question.nuggets)
    return stated and not (question.forbidden and states(head, question.forbidden))


def nugget_recall(question: EvalQuestion, given: Given) -> float:
    """The share of the question's nuggets that the answer's head states."""
    if given.refused or not question.nuggets:
        return 0.0
    head = answer_head(given.answer, question.lang, question.kind)
    return sum(states(head, spellings) for spellings in question.nuggets) / len(question.nuggets)


def citation_recall(question: EvalQuestion, citations: tuple[Cited, ...]) -> bool:
    """Whether some quote overlaps an evidence span."""
    return any(_overlaps_evidence(question, cited) for cited in citations)


def citation_precision(question: EvalQuestion, citations: tuple[Cited, ...]) -> float:
    """The share of quotes that overlap an evidence span or hold a nugget."""
    return sum(_supports(question, cited) for cited in citations) / len(citations)


def _supports(question: EvalQuestion, cited: Cited) -> bool:
    return _overlaps_evidence(question, cited) or any(states(cited.quote, nugget) for nugget in question.nuggets)


def _overlaps_evidence(question: EvalQuestion, cited: Cited) -> bool:
    return cited.document in question.plans and any(overlaps(span, cited.quote) for span in question.evidence)
