"""What a paper is asked about itself: its title, number, issuer and days, the years it is for, its chapters and annexes.

Answered from what is known of the document, and cited where its text tells it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain, pairwise

from assistant.evidence.rank import ALSO_LIKELY, beside_title
from assistant.evidence.seen import strong
from assistant.question.wants import asks_of_paper
from assistant.types import Draft, Evidence, Language, Statement, Understanding, Want
from assistant.whole.found import Found, drafted_as
from assistant.wording.letter_case import capitalised
from assistant.wording.phrases import joined, said, told
from index import Document, Index, Section, SectionKind, Span, dates
from index.translation.english_values import dates_in_english

LEAST_PAPERS, MOST_PAPERS = 2, 12
"""So many papers are told of side by side; among more one has to be named."""
MOST_PARTS = 12
"""So many chapters are named; of more only how many there are."""


def own_data(found: Found) -> Draft | None:
    """What is asked of one paper itself, or of each where none is named; None where a question asks of its matter.

    Empty where nothing is known of what is asked, so that no passage on another matter answers instead.
    """
    plan = _paper_asked(found.meant, found.index)
    if not plan:
        return None if found.meant.named_plans else own_data_of_each(found)
    return _told_of(plan, found) if not _asks_of_a_matter(found, (plan,)) else None


def own_data_of_each(found: Found) -> Draft | None:
    """What is asked of several papers themselves, each in a line: of those named, of few papers of all ("这个规划有几章").

    None where one that is named does not tell it, where their matter is asked for, or which of them came first.
    """
    named = found.meant.named_plans
    papers = named or tuple(document.id for document in found.index.documents[:MOST_PAPERS])
    ranks = found.meant.wants.kinds & {Want.EARLIER, Want.LATER}
    if len(papers) < LEAST_PAPERS or ranks or _asks_of_a_matter(found, papers if named else ()):
        return None  # words of a title mean papers of that title, and not all
    told = [draft for plan in papers if (draft := _told_of(plan, found)) and draft.statements]
    if len(told) < (len(papers) if named else LEAST_PAPERS) or (len(found.index.documents) > MOST_PAPERS and not named):
        return None
    return replace(told[0], statements=tuple(chain.from_iterable(draft.statements for draft in told)))


def _told_of(plan: str, found: Found) -> Draft | None:
    """What is asked of one paper; None where nothing is that a paper tells of itself, empty where it is not known."""
    asked = [want for want in _TELLERS if want in found.meant.wants]
    document = found.index.described(plan)
    if not asked or (Want.IN_FORCE in asked and not document.in_force and _tells_of_its_start(document, found)):
        return None
    parts = {want: _TELLERS[want](found, document) for want in asked}
    once = {statement.text: statement for statement in parts.values() if statement}
    missing = [want for want, statement in parts.items() if not statement]
    if not once and _MAY_LACK.issuperset(missing) and (day := _issued(found, document)):
        once[day.text] = day
    if missing and once:
        names = [said(found.language, f"own_name_{want.name.lower()}") for want in missing]
        words = said(found.language, "own_untold", told=joined(found.language, "list", names))
        once[words] = Statement(words, next(iter(once.values())).evidence[:1])
    return drafted_as(tuple(once.values()), found.language) if once else Draft(())


def _paper_asked(meant: Understanding, index: Index) -> str:
    """The one paper that a question means; "" where it may mean several."""
    plans = meant.plans or tuple(document.id for document in index.documents)
    likely = [plan for plan in plans if meant.document_weight(plan) >= ALSO_LIKELY]
    return likely[0] if len(likely) == 1 else ""


def _asks_of_a_matter(found: Found, papers: tuple[str, ...]) -> bool:
    """Whether a question speaks of something beside the papers: "应急预案什么时候印发" does, "方案什么时候印发" does not."""
    title = " ".join(found.index.described(plan).title for plan in papers)
    beside = (c for c in strong(beside_title(found.meant, found.index)) if not any(s in title for s in c.spellings))
    return not all(asks_of_paper(concept.asked_as) for concept in beside)


def _tells_of_its_start(document: Document, found: Found) -> bool:
    """Whether a paper says from when it holds without naming the day ("自印发之日起施行"): that sentence is the answer."""
    return any("起施行" in line.text for line in _lines(document, found))


def _title(found: Found, document: Document) -> Statement | None:
    in_english = found.language is Language.EN and document.title_en
    shown = f"{document.title_en} ({document.title})" if in_english else document.title
    return _stated(found, "own_title", _line_of(document.title, document, found), told=shown)


def _number(found: Found, document: Document) -> Statement | None:
    line = _line_of(document.number, document, found) if document.number else None
    return _stated(found, "own_number", line, told=document.number)


def _issuer(found: Found, document: Document) -> Statement | None:
    if not document.issuer:
        return None
    name = told(document.issuer, found.language, found.english)
    line = next((line for name in _signed_as(document) if (line := _line_of(name, document, found))), None)
    return _stated(found, "own_issuer", line, told=name)


def _signed_as(document: Document) -> tuple[str, ...]:
    """An issuer's name as known, and as a paper signs that leaves out its place: "自治区安全生产委员会"."""
    short = {document.issuer.removeprefix(place) for place in document.places}
    return (document.issuer, *sorted(short - {document.issuer, ""}, key=lambda name: (-len(name), name)))


def _issued(found: Found, document: Document) -> Statement | None:
    line = _line_of_day(document.issued, document, found)
    if line is None:
        return None
    if len(_days_in(line.text)) > 1:  # "成文日期 | 2024-03-22 | 发布日期 | 2024-04-01": which is meant is not known
        return Statement(_labelled_days(line.text, found), (line,))
    return _stated(found, "own_issued", line, told=_day(document.issued, found.language))


def _labelled_days(line: str, found: Found) -> str:
    """The days of a row, each behind the cell before it, as it is written; the row where no cell holds one alone."""
    cells = [cell.strip() for cell in line.split("|")]
    days = [
        joined(found.language, "colon", [told(label, found.language, found.english), _as_told(day.split()[0], found)])
        for label, day in pairwise(cells)
        if _days_in(day) and not _days_in(label)
    ]
    if not days:
        return told(line.strip(" |"), found.language, found.english)
    return said(found.language, "own_days", told=capitalised(joined(found.language, "clauses", days)))


def _as_told(day: str, found: Found) -> str:
    """A day of the paper as it is written there, in English in words."""
    return _day(day, found.language) if found.language is Language.EN and day.count("-") == DASHES else day


def _in_force(found: Found, document: Document) -> Statement | None:
    line = _line_of_day(document.in_force, document, found)
    return _stated(found, "own_in_force", line, told=_day(document.in_force, found.language)) if line else None


def _period(found: Found, document: Document) -> Statement | None:
    if document.period is None:
        return None
    first, last = document.period
    line = _line_of(f"{first}", document, found) or _line_of(document.title, document, found)
    return _stated(found, "own_period", line, told=f"{first}—{last}")


def _chapters(found: Found, document: Document) -> Statement | None:
    return _parts(found, document, SectionKind.CHAPTER, "own_chapters")


def _annexes(found: Found, document: Document) -> Statement | None:
    return _parts(found, document, SectionKind.ATTACHMENT, "own_annexes")


_TELLERS: dict[Want, Callable[[Found, Document], Statement | None]] = {
    Want.TITLE: _title,
    Want.DOCUMENT_NUMBER: _number,
    Want.ISSUER: _issuer,
    Want.ISSUED: _issued,
    Want.IN_FORCE: _in_force,
    Want.PLAN_PERIOD: _period,
    Want.CHAPTERS: _chapters,
    Want.ANNEXES: _annexes,
}
_MAY_LACK = frozenset({Want.DOCUMENT_NUMBER, Want.IN_FORCE})
"""What a paper may well leave out: where that alone is asked, the day of its issue is told instead."""


def _parts(found: Found, document: Document, kind: SectionKind, key: str) -> Statement | None:
    """How many parts of a kind a paper has, and their headings."""
    text = found.index.text(document.id).text
    parts = [part for part in found.index.document(document.id).root.children if part.kind is kind and part.label]
    if not parts:
        return None
    headings = [_heading(part, text) for part in parts]
    named = [told(part.label, found.language, found.english) for part in parts[:MOST_PARTS]]
    listed = joined(found.language, "clauses", named)
    words = said(found.language, key if len(parts) > 1 else f"{key}_one", count=len(parts), told=listed)
    return Statement(words, tuple(headings[:MOST_PARTS]))


def _heading(part: Section, text: str) -> Evidence:
    end = part.body_start if part.body_start > part.span.start else part.span.end
    piece = text[part.span.start : end].rstrip()
    span = Span(part.span.document_id, part.span.start, part.span.start + len(piece))
    return Evidence(span, piece, (), 1.0, 1.0)


def _stated(found: Found, key: str, line: Evidence | None, **parts: str) -> Statement | None:
    return Statement(said(found.language, key, **parts), (line,)) if line else None


def _day(day: str, language: Language) -> str:
    """A day as the language writes it: 2017年4月20日, 20 April 2017."""
    year, month, date = map(int, day.split("-"))
    written = f"{year}年{month}月{date}日"
    return written if language is Language.ZH else dates_in_english(written).strip()


def _line_of(words: str, document: Document, found: Found) -> Evidence | None:
    """The first line of a paper's front that holds some words, however they are spaced; None where none does."""
    bare = "".join(words.split())
    return next((line for line in _front_lines(document, found) if bare in "".join(line.text.split())), None)


def _line_of_day(day: str, document: Document, found: Found) -> Evidence | None:
    """The first line, of the front and then of all, that tells a day; None where none does or no day is known."""
    return next((line for line in _lines(document, found) if day and day in _days_in(line.text)), None)


def _days_in(line: str) -> set[str]:
    """The days of a line as YYYY-MM-DD, however they are written."""
    written = {word for word in line.translate(_PARTED).split() if len(word) == DAY_CHARS and word.count("-") == DASHES}
    return {date.date for date in dates(line) if date.date.count("-") == DASHES} | written


DAY_CHARS, DASHES = 10, 2
"""Of a day written as 2024-03-22."""
_PARTED = str.maketrans("|:：期", "    ")
"""What stands between a label and a day: "发布日期2022-08-25"."""


def _front_lines(document: Document, found: Found) -> tuple[Evidence, ...]:
    end = found.index.front_end(document.id)
    front = tuple(line for line in _lines(document, found) if line.span.start < end)
    return front or _lines(document, found)


def _lines(document: Document, found: Found) -> tuple[Evidence, ...]:
    """The lines of a paper as evidence, in order."""
    text, at, made = found.index.text(document.id).text, 0, []
    for line in text.split("\n"):
        if line.strip():
            made.append(Evidence(Span(document.id, at, at + len(line)), line, (document.title,), 1.0, 1.0))
        at += len(line) + 1
    return tuple(made)
