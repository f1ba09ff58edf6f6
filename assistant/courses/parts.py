"""The parts of a pack: which passages become its lines, without repeating each other, in an order one can follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import zip_longest

from assistant.courses.gather import Material, aims, cases, fact_of, facts, requirements
from assistant.courses.pack_lines import DIVIDED, Scribe
from assistant.courses.pack_phrases import wording
from assistant.courses.pieces import alike, best_piece
from assistant.courses.types import Audience, PackLine, Part
from assistant.courses.values import BLANKS, SIGNS, plain
from assistant.evidence.units import office_key
from assistant.facts import view_of
from assistant.types import Evidence, Language
from index import Deadline, Duty, DutyBasis, Indicator, Person, Span, Status, of_kind, years_in

SAME = 0.6
"""Two lines that share this much of the shorter one say the same."""
PEOPLE_SHARE = 0.4
"""How much of the part on duties may go to the people who hold the offices."""
LEAST_DONE_CHARS = 8
"""A date with fewer characters beside it does not say what is due."""
Wording = Callable[[Evidence], PackLine | None]


class Chooser:
    """Chooses lines part by part and remembers what has been said."""

    def __init__(self, material: Material, scribe: Scribe, audience: Audience) -> None:
        self.material, self.scribe, self.audience = material, scribe, audience
        self.told: list[str] = []
        self.evidence: dict[str, Evidence] = {}
        """What each line was made from, by the line's id."""

    def lines(self, part: Part, limit: int) -> tuple[PackLine, ...]:
        """Up to `limit` lines of a part."""
        makers: dict[Part, Callable[[int], list[tuple[Evidence, PackLine]]]] = {
            Part.AIMS: lambda n: self._choose(aims(self.material), n, self.scribe.said),
            Part.POINTS: lambda n: self._choose(requirements(self.material), n, self.scribe.said),
            Part.DUTIES: self._duties,
            Part.FIGURES: self._figures,
            Part.DEADLINES: self._deadlines,
            Part.CASES: self._cases,
        }
        chosen = makers[part](limit)
        self.evidence.update({line.id: evidence for evidence, line in chosen})
        return tuple(line for _, line in self._ordered(part, chosen))

    def discussion(self, parts: dict[Part, tuple[PackLine, ...]], limit: int) -> tuple[PackLine, ...]:
        """Questions about passages that the pack already holds: problems, points, dates and duties by turns."""
        sources = (Part.POINTS, Part.CASES, Part.DEADLINES, Part.DUTIES)
        turns = zip_longest(*([(part, line) for line in parts.get(part, ())] for part in sources))
        made: list[PackLine] = []
        points = 0
        for part, line in (one for turn in turns for one in turn if one is not None):
            evidence = self.evidence[line.id]
            if len(made) == limit or view_of(evidence.fact).person:
                continue
            own = f"ask_{part}_{self.audience}_{points % 2}" if part is Part.POINTS else f"ask_{part}"
            question = self.scribe.asked(line, evidence, part, wording(self.scribe.language, own))
            if question is not None:
                points += part is Part.POINTS
                made.append(question)
        return tuple(made)

    def _choose(self, ranked: Iterable[Evidence], limit: int, word: Wording) -> list[tuple[Evidence, PackLine]]:
        """The best by turns of plan and topic, so that none goes short, without what has been said."""
        queues: dict[tuple[str, str], list[Evidence]] = {}
        for evidence in ranked:
            queues.setdefault((evidence.span.document_id, self._topic(evidence)), []).append(evidence)
        chosen: list[tuple[Evidence, PackLine]] = []
        for turn in zip_longest(*queues.values()):
            for evidence in filter(None, turn):
                if len(chosen) == limit:
                    return chosen
                if self._said(evidence):
                    continue
                line = word(evidence)
                # In English the whole sentence is told, of which another line may have told before.
                quoted = evidence if line is None or self.scribe.language is Language.ZH else _quoted(evidence, line)
                if line is not None and not self._said(quoted):
                    self.told.append(quoted.text)
                    chosen.append((evidence, line))
        return chosen

    def _said(self, evidence: Evidence) -> bool:
        """Whether a line says so already; what an office or a task is for may be said again beside its units."""
        view = view_of(evidence.fact)
        # The cells of a row hold too few letters to be compared as sentences are.
        if view.basis in DIVIDED or view.cell:
            return False
        return any(alike(evidence.text, told) >= SAME for told in self.told)

    def _topic(self, evidence: Evidence) -> str:
        heading = evidence.heading_path[-1] if evidence.heading_path else ""
        texts = (evidence.text, heading)
        return next((t.named for text in texts for t in self.material.topics if t.told_in(text)), "")

    def _ordered(self, part: Part, chosen: list[tuple[Evidence, PackLine]]) -> list[tuple[Evidence, PackLine]]:
        """Plan by plan and topic by topic as the plan has it; deadlines by date, duties as chosen."""
        if part is Part.DUTIES:
            return chosen
        plans = [indexed.document.id for indexed in self.material.documents]
        topics = [topic.named for topic in self.material.topics]

        def place(one: tuple[Evidence, PackLine]) -> tuple[object, ...]:
            evidence, _ = one
            named = self._topic(evidence)
            date = fact_of(evidence, Deadline).date or "9999" if part is Part.DEADLINES else ""
            at = topics.index(named) if named in topics else len(topics)
            plan = plans.index(evidence.span.document_id)
            return (plan, date, at, evidence.span.start)

        return sorted(chosen, key=place)

    def _duties(self, limit: int) -> list[tuple[Evidence, PackLine]]:
        ranked = sorted(facts(self.material, Duty), key=lambda e: (-e.score - _basis(e), e.span))
        people_at_most = max(1, round(limit * PEOPLE_SHARE))
        before = len(self.told)
        duties = self._choose(ranked, limit, self.scribe.duty)
        people = self._people([fact_of(e, Duty) for e, _ in duties])
        kept = people[:people_at_most]
        duties = duties[: limit - len(kept)]
        # A task is told by its units; what it requires may still be a key point.
        clauses = [e.text for e, _ in duties if view_of(e.fact).basis is DutyBasis.CLAUSE]
        self.told[before:] = clauses
        return duties + kept

    def _people(self, duties: list[Duty]) -> list[tuple[Evidence, PackLine]]:
        """Those who hold the offices that lead; for heads of Party and government first the head of the body."""
        offices = [
            (d.span.document_id, office_key(unit))
            for d in duties
            if d.basis is not DutyBasis.CLAUSE
            for unit in d.units
        ]
        ranked: list[tuple[int, Span, Person]] = []
        for indexed in self.material.documents:
            for fact in of_kind(Person, indexed.facts):
                held = [(fact.span.document_id, office_key(p.office)) for p in fact.positions if p.office]
                at = min((offices.index(office) for office in held if office in offices), default=None)
                leads = self.audience in (Audience.PARTY_HEAD, Audience.DEPUTY_HEAD) and fact.role == "组长"
                if leads or at is not None:
                    ranked.append((-1 if leads or at is None else at, fact.span, fact))
        made: list[tuple[Evidence, PackLine]] = []
        seen: set[str] = set()
        for _, span, fact in sorted(ranked, key=lambda one: (one[0], one[1])):
            evidence = self._evidence(span, fact)
            line = self.scribe.stated((evidence,)) if (fact.name or fact.as_written) not in seen else None
            if line is not None:
                seen.add(fact.name or fact.as_written)
                made.append((evidence, line))
        return made

    def _evidence(self, span: Span, fact: Person) -> Evidence:
        text = self.material.index.document(span.document_id).clean.text[span.start : span.end]
        return Evidence(span, text, (fact.body,) if fact.body else (), 1.0, 1.0, fact)

    def _figures(self, limit: int) -> list[tuple[Evidence, PackLine]]:
        ranked = sorted(facts(self.material, Indicator), key=lambda e: (-_told_by(e), -e.score, e.span))
        rows: dict[tuple[str, ...], tuple[Evidence, ...]] = {}
        pieces: list[Evidence] = []
        for evidence in ranked:
            fact = fact_of(evidence, Indicator)
            if fact.value in BLANKS:
                continue
            if fact.row:
                key = (fact.span.document_id, *fact.heading_path, fact.row, str(max(fact.years, default=0)))
                rows[key] = (*rows.get(key, ()), evidence)
            elif (piece := self._figure_piece(evidence, fact)) is not None:
                pieces.append(piece)
        cells = {row[0].span: row for row in self._latest(rows)}
        mixed = sorted((*pieces, *(row[0] for row in cells.values())), key=lambda e: (-_told_by(e), -e.score, e.span))

        def word(evidence: Evidence) -> PackLine | None:
            row = cells.get(evidence.span)
            return self.scribe.stated(row) if row else self.scribe.said(evidence, self._period(evidence))

        return self._choose(mixed, limit, word)

    def _latest(self, rows: dict[tuple[str, ...], tuple[Evidence, ...]]) -> list[tuple[Evidence, ...]]:
        """Of each row the cells of its last year, two at most: a history fills no slide."""
        last: dict[tuple[str, ...], tuple[str, tuple[Evidence, ...]]] = {}
        for key, cells in rows.items():
            if key[:-1] not in last or key[-1] > last[key[:-1]][0]:
                last[key[:-1]] = (key[-1], cells)
        return [cells[:2] for _, cells in last.values()]

    def _figure_piece(self, evidence: Evidence, fact: Indicator) -> Evidence | None:
        number = plain(fact.value).rstrip(SIGNS)
        # The last letters of what is measured: the name as a whole is put together from several places.
        needed = (number, fact.name.rstrip("率数")[-4:]) if number else ()
        return self._piece(evidence, needed) if number else None

    def _piece(self, evidence: Evidence, needed: tuple[str, ...]) -> Evidence | None:
        """The short piece of a fact's sentence that holds all that is needed, if there is one."""
        text = self.material.index.document(evidence.span.document_id).clean.text

        def worth(piece: str) -> float:
            return 2.0 * sum(part in piece for part in needed) + self.scribe.worth(piece) + 0.5 * bool(years_in(piece))

        span = best_piece(text, evidence.span.start, evidence.span.end, worth)
        if span is None or not all(part in text[span[0] : span[1]] for part in needed):
            return None
        return replace(evidence, span=Span(evidence.span.document_id, *span), text=text[span[0] : span[1]])

    def _period(self, evidence: Evidence) -> str:
        """The time of a figure that its piece does not name itself; "" where it does or the plan names none."""
        fact = fact_of(evidence, Indicator)
        named = [str(year) for year in fact.years[-1:]] + [fact.period]
        return "" if not fact.period or any(name in evidence.text for name in named) else fact.period

    def _deadlines(self, limit: int) -> list[tuple[Evidence, PackLine]]:
        pieces = []
        for evidence in facts(self.material, Deadline):
            fact = fact_of(evidence, Deadline)
            piece = self._piece(evidence, (fact.when,))
            if piece is not None and len(piece.text) - len(fact.when) >= LEAST_DONE_CHARS:
                pieces.append(piece)
        return self._choose(pieces, limit, self.scribe.said)

    def _cases(self, limit: int) -> list[tuple[Evidence, PackLine]]:
        ranked = cases(self.material)
        near = [evidence for evidence in ranked if evidence.score >= 1.0] or list(ranked)
        return self._choose(near, limit, self.scribe.said)


def _quoted(evidence: Evidence, line: PackLine) -> Evidence:
    """The evidence with all that a line quotes."""
    return replace(evidence, text=line.citations[0].quote)


def _basis(evidence: Evidence) -> float:
    """A division of duty says most plainly who answers; then tasks with their leads."""
    return {DutyBasis.DIVISION: 1.0, DutyBasis.TASK: 0.5}.get(fact_of(evidence, Duty).basis, 0.0)


def _told_by(evidence: Evidence) -> float:
    """Targets before what was reached, later years before earlier ones."""
    fact = fact_of(evidence, Indicator)
    return (10_000 if fact.status is Status.TARGET else 0) + max(fact.years, default=0)
