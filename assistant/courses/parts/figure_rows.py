"""Figures as rows: what is measured, what it shall be and by when, what it was before, what that means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from assistant.courses.addressed import Address, address
from assistant.courses.gather import fact_of, facts
from assistant.courses.pack_phrases import wording
from assistant.courses.parts.chooser import Chooser, Made
from assistant.courses.parts.meanings import NOTHING, meaning
from assistant.courses.types import PackLine
from assistant.courses.values import BLANKS, SIGNS, plain
from assistant.types import Evidence, Language
from assistant.wording.in_english import in_english, is_chinese
from assistant.wording.letter_case import capitalised
from assistant.wording.phrases import joined
from assistant.wording.quoting import without_brackets
from index import Indicator, Span, Status, contains
from index.terms.lexicon import starts_with

COLUMNS = ("column_indicator", "column_target", "column_base", "column_means", "column_status")
MOST_CELLS = 2
"""Of a row that are told: its aim and by how much that is less."""
MOST_OF_AREA = 3
"""Targets of the area that a firm is shown."""
_GROUPS = ("figures_firms", "figures_aimed", "figures_area", "figures_reached")
_OF_AREA = ("事故", "执法")
_VICTIMS = ("死亡", "伤亡", "受伤")
_BINDING = {"约束": "status_binding", "预期": "status_expected"}


def figure_rows(chooser: Chooser, limit: int) -> list[Made]:
    """Targets before what was reached, later years before earlier ones; rows of tables by their last year."""
    rows: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    pieces: list[Evidence] = []
    for evidence in facts(chooser.material, Indicator):
        fact = fact_of(evidence, Indicator)
        # "坚决遏制" is a requirement and no figure.
        if fact.value in BLANKS or not (plain(fact.value) or fact.value.strip().startswith(NOTHING)):
            continue
        if fact.row:
            rows[fact.span.document_id, *fact.heading_path, fact.row].append(evidence)
        elif (piece := _piece(chooser, evidence, fact)) is not None:
            pieces.append(piece)
    tables = {row[0].span: row for row in map(_last, rows.values())}
    pieces = _latest(pieces)
    mixed = sorted((*pieces, *(row[0] for row in tables.values())), key=lambda e: (-_told_by(e), -e.score, e.span))
    if chooser.material.needs.own_only:
        mixed = _for_firms(mixed)
    every: dict[Span, list[Evidence]] = {
        row[0].span: cells for row, cells in zip(tables.values(), rows.values(), strict=True)
    }

    def word(evidence: Evidence) -> PackLine | None:
        row = tables.get(evidence.span)
        if row:
            line = chooser.scribe.stated(tuple(row))
            return line and replace(line, cells=_cells(chooser, row, every[evidence.span], line.text))
        line = chooser.scribe.said(evidence, _period(evidence))
        return line and replace(line, cells=_cells(chooser, [evidence], [], line.text))

    # The rows of a plan's table of indicators are not shared out as the sections of its text are.
    by = chooser.turn if chooser.material.topics else lambda evidence: evidence.span.document_id
    chosen = chooser.choose(mixed, limit, word, by=by)
    chosen.sort(key=lambda one: (_GROUPS.index(_group(chooser, one[0])), chooser.place(one[0])))
    language = chooser.scribe.language
    return [(evidence, replace(line, group=wording(language, _group(chooser, evidence)))) for evidence, line in chosen]


def _for_firms(ranked: list[Evidence]) -> list[Evidence]:
    """What firms answer for before a few of the area's own targets; what was reached is no matter of theirs."""
    aimed = [evidence for evidence in ranked if _is_target(evidence)]
    own = [evidence for evidence in aimed if _of_firms(evidence)]
    area = [e for e in aimed if any(word in fact_of(e, Indicator).name for word in (*_VICTIMS, "事故"))]
    return [*own, *area[:MOST_OF_AREA]]


def _of_firms(evidence: Evidence) -> bool:
    """Whether a figure is one that a firm answers for: its statement binds firms, or it is a share that no authority reaches itself."""
    fact = fact_of(evidence, Indicator)
    name = fact.row or fact.name
    if any(word in f"{name}{evidence.text}" for word in (*_VICTIMS, *_OF_AREA)) or starts_with(
        name, "levels", "no_places"
    ):
        return False
    if (
        plain(fact.value)[-1:] not in SIGNS and "次" not in fact.value
    ):  # how many firms there shall be is for others to reach
        return False
    return bool(fact.row) or address(evidence.text) >= Address.PRESSED


def _group(chooser: Chooser, evidence: Evidence) -> str:
    if not _is_target(evidence):
        return "figures_reached"
    if not chooser.material.needs.own_only:
        return "figures_aimed"
    return "figures_firms" if _of_firms(evidence) else "figures_area"


def _latest(pieces: list[Evidence]) -> list[Evidence]:
    """Of what was reached year after year the last: what is told of one name in one section is a series."""
    last: dict[tuple[str, ...], int] = {}
    for evidence in pieces:
        fact = fact_of(evidence, Indicator)
        last[_series(fact)] = max(last.get(_series(fact), 0), *fact.years, 0)
    return [
        evidence
        for evidence in pieces
        if _is_target(evidence)
        or max(fact_of(evidence, Indicator).years, default=0) == last[_series(fact_of(evidence, Indicator))]
    ]


def _series(fact: Indicator) -> tuple[str, ...]:
    return (fact.span.document_id, *fact.heading_path, fact.name)


def _is_target(evidence: Evidence) -> bool:
    return fact_of(evidence, Indicator).status is not Status.ACHIEVED


def _last(cells: list[Evidence]) -> list[Evidence]:
    """Of a row the cells of its last year: a history fills no slide."""
    last = max(max(fact_of(e, Indicator).years, default=0) for e in cells)
    told = [e for e in cells if max(fact_of(e, Indicator).years, default=0) == last]
    return sorted(told, key=lambda e: -_is_target(e))[:MOST_CELLS]


def _cells(chooser: Chooser, row: list[Evidence], every: list[Evidence], told: str) -> tuple[str, ...]:
    """What stands below the columns; `every` are all cells of the row, `told` is the sentence that says the same."""
    language, english = chooser.scribe.language, chooser.scribe.english
    fact = fact_of(row[0], Indicator)
    base = _base(fact, every)
    values = "；".join(_as_headed(fact_of(e, Indicator)) for e in row)
    # What a column is compared with holds for its changes, not for the shares that stand among them.
    compared = fact.baseline if contains(fact.value, "falls", "rises") else ""
    before = f"{base.value}（{base.period}）" if base else compared
    victims = any(word in fact.name for word in _VICTIMS)
    cut = next((e for e in row if "%" in fact_of(e, Indicator).column), None) if len(row) > 1 else None
    wanted = _is_target(row[0])
    means = meaning(fact.value, base.value if base else "", language, counts_people=victims, wanted=wanted)
    if not means and cut is not None:
        means = meaning(_value(fact_of(cut, Indicator)), "", language, counts_people=victims, wanted=wanted)
    if wanted and fact.years and max(fact.years) < chooser.day.year:
        means = joined(language, "clauses", list(filter(None, (means, wording(language, "means_over")))))
    period = fact.period if fact.period and fact.period not in values else ""
    target = f"{values}（{period}）" if period else values
    status = wording(language, _status(fact))
    if language is Language.ZH:
        return fact.row or fact.name, target, before, means, status
    name = chooser.scribe.heading(fact.row or fact.name)
    parts = [in_english(_value(fact_of(e, Indicator)), english) for e in row]
    parts += [in_english(period, english)] if period else []
    said = before and in_english(before.replace("（", "(").replace("）", ")"), english)
    if is_chinese(name):
        name = told.rstrip(".")
    return capitalised(name), "; ".join(parts), said, means, status


def _value(fact: Indicator) -> str:
    """A value as it is read; a bare number below a head that counts percent is a cut or a share."""
    if "%" not in fact.column or not fact.value.replace(".", "").isdigit():
        return fact.value
    falls = any(word in fact.column for word in ("降", "减"))
    return f"下降{fact.value}%" if falls else f"{fact.value}%"


def _as_headed(fact: Indicator) -> str:
    """A value as the plan has it; a bare percentage behind its head, which tells of what it is."""
    if _value(fact) == fact.value:
        return fact.value
    return f"{without_brackets(fact.column).replace(' ', '')}{fact.value}%"


def _base(fact: Indicator, every: list[Evidence]) -> Indicator | None:
    """The last figure before that was reached, in the same measure; None where the row has none."""
    year = max(fact.years, default=0)
    earlier = [
        cell
        for cell in (fact_of(e, Indicator) for e in every)
        if cell.status is Status.ACHIEVED
        and len(cell.years) == 1
        and max(cell.years) < year
        and "%" not in cell.column + cell.value
        and plain(cell.value)
    ]
    return max(earlier, key=lambda cell: max(cell.years)) if earlier and "%" not in fact.column else None


def _status(fact: Indicator) -> str:
    """What the plan says of a target's force; else whether it is aimed at, was reached or is laid down."""
    places = " ".join((fact.row, fact.column, *fact.heading_path[-1:]))
    return next((key for word, key in _BINDING.items() if word in places), f"status_{fact.status}")


def _piece(chooser: Chooser, evidence: Evidence, fact: Indicator) -> Evidence | None:
    number = plain(fact.value).rstrip(SIGNS)
    # The last letters of what is measured: the name as a whole is put together from several places.
    needed = (number, fact.name.rstrip("率数")[-4:]) if number else ()
    return chooser.piece(evidence, needed) if number else None


def _period(evidence: Evidence) -> str:
    """The time of a figure that its piece does not name itself; "" where it does or the plan names none."""
    fact = fact_of(evidence, Indicator)
    named = [str(year) for year in fact.years[-1:]] + [fact.period]
    return "" if not fact.period or any(name in evidence.text for name in named) else fact.period


def _told_by(evidence: Evidence) -> float:
    """Targets before what was reached, later years before earlier ones."""
    fact = fact_of(evidence, Indicator)
    return (10_000 if fact.status is Status.TARGET else 0) + max(fact.years, default=0)
