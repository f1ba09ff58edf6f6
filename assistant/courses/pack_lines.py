"""Lines of a pack: evidence put into the words of the material and held to its quote.

A Chinese line is the plan's own words or a typed fact; an English line is a typed fact, the translation of the whole clauses
around the plan's words, or, where no person translated it, made by a machine and marked as that. What its quote does not
support is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.courses.gather import Material, fact_of
from assistant.courses.pack_phrases import wording
from assistant.courses.pieces import best_piece, list_cut, shortest_clause, whole_statement
from assistant.courses.types import PackLine
from assistant.courses.whole_clauses import CUT, WholeClauses, whole_clauses
from assistant.evidence.verify import verify
from assistant.facts.statements import statements
from assistant.question.understand import understand
from assistant.types import Citation, Draft, Evidence, Language, Question, Statement, Understanding
from assistant.wording.in_english import as_sentence, beside, bilingual, clauses_joined, english_list, in_english
from assistant.wording.letter_case import capitalised, lowered
from assistant.wording.quoting import unnumbered
from index import Duty, DutyBasis, Span, Table
from index.terms.numbering import without_number
from index.translation.aligned import told_by_machine
from index.translation.english import English

DUTY_CHARS, TASK_CHARS, SAID_CHARS = 78, 40, 48
"""Two lines of a slide for a field; a task or a quotation stands beside units or a question, which take the rest."""
DIVIDED = (DutyBasis.DIVISION, DutyBasis.TASK)
"""Duties that name their units and what these answer for; a clause tells both in one."""
INNER_QUOTES = str.maketrans("“”", "‘’")
"""Quotes inside quotes."""
BELOW = " › "
"""Between a heading and the one below it."""
MOST_LINE_CHARS = 600
"""A longer English line, of a cell of many things, can be read on no slide."""
MOST_BEFORE_CHARS = 200
"""A period named further before a figure is not taken for its own."""


@dataclass(slots=True)
class Scribe:
    """Words evidence in one language and numbers its citations; stays open while a pack is made."""

    material: Material
    english: English
    language: Language
    meant: Understanding
    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, material: Material, english: English, language: Language) -> Scribe:
        """A scribe for one pack."""
        named = " ".join(topic.named for topic in material.topics) or material.needs.query
        return cls(material, english, language, understand(Question(named), material.index, english.glossary))

    def said(self, evidence: Evidence, period: str = "") -> PackLine | None:
        """The plan's own words; with `period` the time they hold for, which stands before them in the plan."""
        cited = self._widened(evidence, period) if period else evidence
        if cited is None:
            return None
        if self.language is Language.ZH:
            return self._line(f"{period}：{evidence.text}。" if period else f"{evidence.text}。", (cited,))
        whole = self.translated(evidence.span)
        if whole and len(whole.en) > MOST_LINE_CHARS:
            return None
        told = as_sentence(whole.en) if whole else self.sentence(evidence.text)
        if period and in_english(period, self.english) not in told:
            told = f"{self.sentence(period)[:-1]}: {lowered(told, self.english.memory)}"
        return self._line(told, (self._holding(cited, whole),), unchecked=whole is None)

    def translated(self, span: Span) -> WholeClauses | None:
        """The whole clauses around a passage in English; None where the pack is Chinese or they were not translated."""
        if self.language is Language.ZH:
            return None
        return whole_clauses(self._text(span.document_id), span, self.english.memory)

    def _holding(self, evidence: Evidence, whole: WholeClauses | None) -> Evidence:
        """Evidence whose quote holds all that is told of it."""
        if whole is None:
            return evidence
        start, end = min(evidence.span.start, whole.span.start), max(evidence.span.end, whole.span.end)
        text = self._text(whole.span.document_id)
        return replace(evidence, span=replace(whole.span, start=start, end=end), text=text[start:end])

    def _text(self, document_id: str) -> str:
        return self.material.index.document(document_id).clean.text

    def _widened(self, evidence: Evidence, period: str) -> Evidence | None:
        """The evidence with its quote begun at the last place before it that names `period`."""
        text, span = self._text(evidence.span.document_id), evidence.span
        at = text.rfind(period, max(0, span.start - MOST_BEFORE_CHARS), span.start)
        if at < 0:
            return None
        return replace(evidence, span=replace(span, start=at), text=text[at : span.end])

    def stated(self, cells: tuple[Evidence, ...]) -> PackLine | None:
        """A typed fact, or cells of one row, as answers word them."""
        told = statements(cells, self.meant.concepts, self.language, self.english)
        return self._line(told[0].text, cells)

    def duty(self, evidence: Evidence) -> PackLine | None:
        """Who answers for what: a task with its lead, an office with its field, or the plan's own clause."""
        fact = fact_of(evidence, Duty)
        if fact.basis is DutyBasis.CLAUSE:
            whole, unit = evidence.text, fact.units[0]
            piece = whole_statement(whole, 0, len(whole), lambda one: 2.0 * (unit in one) + self.worth(one))
            if piece is None or unit not in whole[piece[0] : piece[1]]:
                return None
            text, start = whole[piece[0] : piece[1]], evidence.span.start
            if self.language is Language.ZH:
                return self._line(f"{text}。", (evidence,))
            span = replace(evidence.span, start=start + piece[0], end=start + piece[1])
            return self.said(replace(evidence, span=span, text=text))
        limit = TASK_CHARS if fact.basis is DutyBasis.TASK else DUTY_CHARS
        what = self.shortened(fact.what, limit)
        if not what:
            return None
        text = self._task(fact, what) if fact.basis is DutyBasis.TASK else self._division(fact, what)
        return self._line(f"{text}。" if self.language is Language.ZH else as_sentence(text), (evidence,))

    def sentence(self, zh: str) -> str:
        """A clause in English, as a sentence."""
        return as_sentence(in_english(zh, self.english))

    def matter(self, fact: Duty, zh: str) -> str:
        """What a duty is for, or the part of it that is told, within a sentence."""
        if self.language is Language.ZH:
            return zh
        whole = self._clauses_of(fact, zh)
        return lowered(whole.en, self.english.memory) if whole else beside(zh, self.english)

    def _clauses_of(self, fact: Duty, zh: str) -> WholeClauses | None:
        """The translated clauses around what a duty is for."""
        span = fact.span
        at = self._text(span.document_id).find(zh, span.start, span.end)
        return self.translated(Span(span.document_id, at, at + len(zh))) if at >= 0 else None

    def _holds_drafts(self, fact: Duty, what: str) -> bool:
        """Whether the clauses that tell what an office is for tell its sub-plan too."""
        whole = self._clauses_of(fact, what)
        return (
            whole is not None and fact.drafts in self._text(whole.span.document_id)[whole.span.start : whole.span.end]
        )

    def name(self, zh: str) -> str:
        """An office or a term: as it is in Chinese, with its Chinese in brackets in English."""
        return zh if self.language is Language.ZH else bilingual(zh, self.english)

    def names(self, zh: Sequence[str]) -> str:
        """Several offices in one phrase."""
        return "、".join(zh) if self.language is Language.ZH else english_list([self.name(one) for one in zh])

    def shortened(self, text: str, limit: int) -> str:
        """The piece of a clause that speaks most of the topics; "" where none can stand alone."""
        bare = without_number(text).strip("。;； ")
        span = best_piece(bare, 0, len(bare), self.worth, limit)
        best = bare[span[0] : span[1]] if span else ""
        if best and self.worth(best) >= self.worth(bare):
            return best
        clause = shortest_clause(bare, self.worth)
        if 0 < len(clause) <= 2 * limit and self.worth(clause) > self.worth(best):
            return clause
        if self.worth(best):
            return best
        return clause if 0 < len(clause) <= 2 * limit else list_cut(bare, self.worth, limit) or clause

    def worth(self, piece: str) -> float:
        """How much of the topics a piece speaks of."""
        return float(sum(topic.worth(piece) for topic in self.material.topics))

    def topic_names(self) -> dict[str, str]:
        """The topics in the language of the pack, however they were typed, by what was typed."""
        english = self.language is Language.EN
        return {
            topic.named: topic.named
            if topic.named.isascii() is english
            else bilingual(topic.named, self.english)
            if english
            else topic.things[0][0]
            for topic in self.material.topics
        }

    def cited(self, citation: Citation) -> Citation:
        """The citation with its number in the pack, the headings above it in the pack's language."""
        key = (citation.document, citation.start, citation.end)
        number = self.numbers.setdefault(key, len(self.numbers) + 1)
        return replace(citation, number=number, section=self._headings(citation.section))

    def _headings(self, section: str) -> str:
        if self.language is Language.ZH:
            return section
        return BELOW.join(map(self.heading, section.split(BELOW)))

    def heading(self, heading: str) -> str:
        """A heading in the language of the pack; as the plan has it where it was not translated."""
        if self.language is Language.ZH:
            return heading
        rendering = self.english.render(heading)
        told = capitalised(clauses_joined(rendering.pieces)) if rendering.is_translation else ""
        return told or heading

    def supported(self, text: str, evidence: tuple[Evidence, ...]) -> tuple[Citation, ...]:
        """The citations of a statement, not yet numbered for the pack; none where the quotes do not support it."""
        return verify(Draft((Statement(text, evidence),)), self.material.index)[1]

    def _line(self, text: str, evidence: tuple[Evidence, ...], *, unchecked: bool = False) -> PackLine | None:
        citations = self.supported(text, evidence)
        if not citations:
            return None
        first = citations[0]
        marked = unchecked or any(map(self.told_by_machine, citations))
        return PackLine(f"{first.document}-{first.start}-{first.end}", text, citations, marked)

    def told_by_machine(self, citation: Citation) -> bool:
        """Whether a machine made the English that is told of a quote."""
        if self.language is Language.ZH:
            return False
        return told_by_machine(self._text(citation.document), self.english.memory, citation.start, citation.end)

    def _division(self, fact: Duty, what: str) -> str:
        told = self.matter(fact, what)
        says_drafts = 0 < len(fact.drafts) <= DUTY_CHARS and not self._holds_drafts(fact, what)
        told = told.removesuffix(CUT) if says_drafts else told
        text = wording(self.language, "answers_for", units=self.names(fact.units), what=told)
        if says_drafts:
            drafts = fact.drafts if self.language is Language.ZH else beside(fact.drafts, self.english)
            text += wording(self.language, "also_drafts", drafts=drafts)
        return text

    def task_name(self, fact: Duty, what: str) -> str:
        """A task by its number and what it is about; with its table's caption where it stands in one."""
        told = self.matter(fact, what).translate(INNER_QUOTES)
        number = fact.number.strip(".、．() （）")
        if not number.isdecimal():
            return wording(self.language, "task_unnumbered", what=told)
        table = self._table_of(fact)
        if table is None or not table.caption:
            return wording(self.language, "task", number=number, what=told)
        caption = unnumbered(table.caption)
        zh = self.language is Language.ZH
        named = caption.translate(INNER_QUOTES) if zh else beside(caption, self.english)
        return wording(self.language, "task_in_table", caption=named, number=number, what=told)

    def _table_of(self, fact: Duty) -> Table | None:
        tables = self.material.index.document(fact.span.document_id).tables
        return next((table for table in tables if table.span.contains(fact.span)), None)

    def _task(self, fact: Duty, what: str) -> str:
        roles = [wording(self.language, role(fact), units=self.names(fact.units))] if fact.units else []
        roles += [wording(self.language, "support", units=self.names(fact.support))] if fact.support else []
        joined = ("；" if self.language is Language.ZH else "; ").join(roles)
        task = self.task_name(fact, what)
        return wording(self.language, "led", task=capitalised(task), units=joined)


def role(fact: Duty) -> str:
    """What the plan calls the first units of a task: "lead", or "support" where it names responsible ones only."""
    return "lead" if fact.leads else "support"
