"""Duties in running text: clauses whose subject is an office, and clauses that say by whom something is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.facts.cutting import CLAUSE_MARKS, after_last, case_before, first_mark, last_mark, without_lead
from index.facts.offices import OFFICE_END, speaks_to_others
from index.terms.lexicon import HAN, alternatives, contains, is_office, is_one_of
from index.types import CleanText, Span

_MUST = alternatives("must")
_VERB = alternatives("must", "undertakes")
# "…整治|由县住建局牵头", "…|由县公安局统一销毁"; not "由于", "理由".
_BY = re.compile(
    rf"(?<![理自])由(?!于)(?P<who>[^,，。;；由\n]{{2,40}}?(?:{OFFICE_END}|街道|乡镇))(?P<verb>统一|联合|主管|实施|{_VERB}|(?![{HAN}]{{0,3}}任)[{HAN}]{{2,3}}(?=[。;；]))"
)
# "…,市科技局要加强…", "各县(市)也要成立…"; a firm or an institution has a duty only where the plan says that it must.
_SUBJECT = re.compile(
    rf"(?:^|(?<=[,，。;；:：\s])|(?<=\d[.．、])|(?<=[\d一二三四五六七八九十][)）条]))(?P<who>[{HAN}()（）、][{HAN}\w()（）、]*?"
    rf"(?:(?:{OFFICE_END}|机关|部队)(?=也?{_VERB})|(?:{alternatives('actor_endings')}|各县[(（]市[)）])(?=也?{_MUST})))(?P<verb>也?{_VERB})"
)
# "会同|县公安局、县商务局", ",|县财政局等|配合"; of "会同市委宣传部" the whole, not "市委".
_OFFICES = rf"(?:[{HAN}()（）]{{2,18}}?{OFFICE_END}、)*[{HAN}()（）]{{2,18}}?{OFFICE_END}(?![{HAN}]{{0,4}}(?:部(?!门)|[局厅会室队]))"
_HELPERS = re.compile(
    rf"会同(?P<joint>{_OFFICES})|[,，](?P<helpers>{_OFFICES})等?(?:共同|协同|协助)?{alternatives('helping')}"
)
# "领导小组办公室设在市应急管理局,…"; not "办公地点设在三楼".
_SEATED = re.compile(
    rf"[^,，。;；\n]{{2,20}}(?:办公室|办)设在(?P<seat>[^,，。;；\n]{{2,24}}?{OFFICE_END})(?=[,，。;；\n]|$)"
)
MOST_SUBJECT_CHARS = 60
"""What is longer is a clause, not a list of offices."""
MIN_WHAT_CHARS = 5
"""A shorter rest ("要加强") says nothing to do."""
MOST_HEAD_CHARS = 26
"""A longer line before its colon is a sentence."""
# What may stand before a subject: "三是|市公安局…", "其中|,…".
_LEADS = (
    *(f"{n}{mark}" for n in "一二三四五六七八九十" for mark in "是要"),
    "其中",
    "同时",
    "并",
    "但",
    "力争",
    "请",
    "特别是",
    "尤其是",
    "事故发生后",
    "险情发生后",
)
# ",监管部门|要对此进行年度监督检查", ",海上执法|由市海洋综合执法支队统一实施": from here on another unit is spoken of; not ",并|开展检查".
_OTHER_ACTOR = rf"[{HAN}()（）、]{{2,14}}?(?:{alternatives('office_endings', 'actor_endings')}|人员)"
_OTHERS = re.compile(rf"[,，](?={_OTHER_ACTOR}[^,，。;；]{{0,14}}?{_MUST}|[^,，。;；]{{2,14}}{_BY.pattern})")
MOST_LEAD_IN_CHARS = 14
"""A longer clause with "下列" says itself what is to be done."""
_OWN_VERBS = ("必须", "应当", "不得", "须经", "报请")
_NOBODY = ("党中央", "国务院")
_VAGUE = ("", "下列", "以下", "相关", "有关", "行业", "主管", "监管", "牵头", "责任")
Clause = tuple[Span, str, str, str]
"""Where, who leads, who helps, what."""


def tells_duty(text: str) -> bool:
    """Whether a text says that something is to be done or watched over."""
    return contains(text, "acts", "undertakes") or any(word in text for word in ("监管", "管理", "职责", "重点突出"))


def read_clauses(clean: CleanText, left: int, right: int) -> list[Clause]:
    """The duties of one sentence in their order, none of them over another."""
    heads = [head for m in _SUBJECT.finditer(clean.text, left, right) if (head := _head(clean.text, m))]
    found = [
        *_run_in(clean, left),
        *_by(clean, left, right, heads),
        *_subjects(clean, left, right, heads),
        *_seated(clean, left, right),
    ]
    kept: list[Clause] = []
    for clause in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
        if not kept or clause[0].start >= kept[-1][0].end:
            kept.append(clause)
    return kept


def _run_in(clean: CleanText, left: int) -> Iterator[Clause]:
    """A unit and what it does, "县住建局:负责…", as a paragraph of its own."""
    text = clean.text
    at = first_mark(text, ":：。\n", left, min(left + MOST_HEAD_CHARS + 1, len(text)))
    opens = (not left or text[left - 1] == "\n") and text[at : at + 1] in tuple(":：。")
    if not opens or not is_office(who := text[left:at]):
        return
    end = first_mark(text, "\n", at, len(text))
    rest = text[at + 1 : end]
    if rest.strip() and not rest[0].isspace() and (tells_duty(rest) or _is_run_in(text, end + 1)):
        yield Span(clean.document_id, left, end), who, "", rest.strip()


def _is_run_in(text: str, start: int) -> bool:
    """Whether the line at `start` opens with a unit and a colon, too: a list of units tells the duty of each."""
    at = first_mark(text, ":：。\n", start, min(start + MOST_HEAD_CHARS + 1, len(text)))
    return text[at : at + 1] in tuple(":：") and is_office(text[start:at].strip())


def _by(clean: CleanText, left: int, right: int, heads: list[tuple[int, int]]) -> Iterator[Clause]:
    """Clauses that say by whom, each up to the next one or to a subject that answers for its own part."""
    text = clean.text
    matches = [
        m
        for m in _BY.finditer(text, left, right)
        if not _is_nobody(m["who"]) and not any(word in m["who"] for word in _OWN_VERBS)
    ]
    starts = [right - len(after_last(text[left : m.start()], CLAUSE_MARKS)) - (right - m.start()) for m in matches]
    for i, match in enumerate(matches):
        first = starts[i]
        stop = first_mark(text, "。;；\n", match.end(), right)
        others = [*(at for at in starts[i + 1 :]), *(at for at, verb in heads if text.startswith("负责", verb))]
        stop = min([stop, *(at - 1 for at in others if at > match.end())])
        what, rest = text[first : match.start()].strip(), text[match.end() : stop].strip(" ,，")
        if not what and _tells_nothing(rest):
            continue
        if not what and not rest:
            first = _clause_before(text, left, first)
        end = stop - (len(text[first:stop]) - len(text[first:stop].rstrip(" ,，")))
        first += len(text[first:end]) - len(text[first:end].lstrip())
        helpers = _helpers(text, match.end() - len(match["verb"]), end)
        told = what if helpers and "会同" not in text[match.start() : end] and what else text[first:end]
        yield Span(clean.document_id, first, end), match["who"], helpers, told


def _helpers(text: str, start: int, end: int) -> str:
    """Who helps: who stands behind 会同, or behind the comma and before 配合."""
    found = _HELPERS.search(text, start, end + MOST_SUBJECT_CHARS)
    helpers = (found["joint"] or found["helpers"]) if found and found.start() <= end else ""
    return "" if _is_nobody(helpers) else helpers


def _clause_before(text: str, left: int, at: int) -> int:
    """Where the clause before a bare "由县文旅局牵头" begins, which says what; `at` itself where none is."""
    before = text[left:at].rstrip(" ,，")
    clause = after_last(before, CLAUSE_MARKS).strip() if before != text[left:at] else ""
    return left + before.rindex(clause) if clause else at


def _is_nobody(who: str) -> bool:
    """Whether a subject names no office in particular ("有关部门", "监管单位") or one above all plans."""
    kind = next((noun for noun in ("部门", "单位", "政府", "企业") if who.endswith(noun)), "")
    which = who.removesuffix(kind)
    return who in _NOBODY or (bool(kind) and which in _VAGUE)


def _subjects(clean: CleanText, left: int, right: int, heads: list[tuple[int, int]]) -> Iterator[Clause]:
    """Clauses whose subject is an office; each reaches to the next such clause or to the end of its member of the list."""
    text = clean.text
    for i, (first, verb_at) in enumerate(heads):
        stop = heads[i + 1][0] if i + 1 < len(heads) else right
        end = first_mark(text, "。;；\n", verb_at, stop)
        other = _OTHERS.search(text, verb_at, end)
        what = text[verb_at : other.start() if other else end].rstrip(" ,，:：")
        who = text[first:verb_at]
        if len(what) >= MIN_WHAT_CHARS and not _is_nobody(who) and not _tells_nothing(what):
            helpers = _helpers(text, verb_at, verb_at + len(what))
            # Behind the first duty of a sentence a case opens a member of its own.
            opens = last_mark(text, ";；:：", heads[i - 1][1], first) + 1 or first if i else left
            case = case_before(text, opens, first)
            told = f"{text[case:first].strip(' ,，')} {what}" if case < first else what
            yield Span(clean.document_id, case, verb_at + len(what)), who.strip(" ,，;；"), helpers, told


def _tells_nothing(what: str) -> bool:
    """Whether nothing to do is told: that something follows ("应当遵守下列规定"), a case, or what the paper itself is."""
    if what.endswith("的") or "制定本" in what:
        return True
    return len(what) <= MOST_LEAD_IN_CHARS and any(word in what for word in ("下列", "以下", "如下"))


def _head(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where a subject and its verb begin; None where the words only look like one."""
    who = without_lead(match["who"], _LEADS)
    first = match.start("verb") - len(who)
    # "总体应急预案是人民政府|组织应对…" says what something is.
    own_verb = "是" in who or any(word in who for word in _OWN_VERBS) or _BY_WORD.search(who)
    # "新建学校、医院按照…要求建设" tells how to build; "新建化工企业必须…" whom it binds.
    to_build = who.startswith(("新建", "改建", "扩建")) and not is_one_of(match["verb"].removeprefix("也"), "must")
    if not who or len(who) > MOST_SUBJECT_CHARS or speaks_to_others(who) or own_verb or to_build:
        return None
    return _with_offices_before(text, first), match.start("verb")


_BY_WORD = re.compile(r"(?<![理自])由(?!于)")  # "由"; not "理由", "自由", "由于"


def _with_offices_before(text: str, first: int) -> int:
    """Where a subject begins that a comma or a stray semicolon parts ("各级…主管部门,及有关部门要…")."""
    if text[first - 1 : first] not in tuple(",，;；"):
        return first
    start = max(0, first - MOST_SUBJECT_CHARS)
    before = after_last(text[start : first - 1], "。\n" + CLAUSE_MARKS)
    binds = contains(before, "must") or "负责" in before or speaks_to_others(before)
    return first - 1 - len(before) if before and not binds and is_office(before.rsplit("、", 1)[-1]) else first


def _seated(clean: CleanText, left: int, right: int) -> Iterator[Clause]:
    for match in _SEATED.finditer(clean.text, left, right):
        end = first_mark(clean.text, "。\n", match.end(), right)
        yield Span(clean.document_id, match.start(), end), match["seat"], "", clean.text[match.start() : end]
