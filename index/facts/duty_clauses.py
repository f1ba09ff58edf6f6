"""Duties in running text: clauses whose subject is an office, and clauses that say by whom something is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.facts.offices import OFFICE, OFFICE_END, OFFICES, SPEAKS_TO_OTHERS
from index.types import CleanText, Span

DUTY_MARK = re.compile(r"负责|重点突出|职责|监管|管理|承担|组织|指导|督促|牵头|落实|做好|开展|加强")
# "…整治由县住建局牵头,县公安局、县商务局配合", "…由县公安局统一销毁"; not "由于", "理由".
_BY = re.compile(
    rf"(?P<what>[^,，。;；:：\n]*)(?<![理自])由(?!于)(?P<who>[^,，。;；由\n]{{2,40}}?(?:{OFFICE_END}|街道|乡镇))(?P<verb>牵头|负责|会同|组织|承担|统筹|联合|具体|主管|制定|实施|统一|根据)"
    rf"(?P<rest>(?:(?![,，][^,，。;；\n]{{0,20}}(?<![理自])由(?!于)[^,，。;；由\n]{{2,40}}?(?:{OFFICE_END}|街道|乡镇)(?:牵头|负责|组织|承担|统一|会同)|"
    rf"[,，][\u4e00-\u9fff()（）、]{{2,20}}?(?:{OFFICE_END})负责)[^。;；\n])*)"
)
_HELPED = re.compile(r"^(?:负责)?[,，](?P<helpers>[^,，。;；]{2,60}?)(?:等)?(?:共同|协同|协助)?(?:配合|参与|参加)")
_GENERIC = re.compile(r"^(?:(?:牵头|相关|有关|行业|主管|责任|监管|购买)?(?:部门|单位|政府|企业)|党中央|国务院)$")
_MODAL = "要|应当|应该|应(?![急建保])|必须|须"
_VERB = (
    rf"负责(?!人|同志)|牵头|承担|{_MODAL}|会同|统筹(?!发展)|督促|指导|具体|配合|组织(?!部)|切实|定期|依法|将|按照|按|对|充分|协助|主动|加强|提供|依托|制定|建立|"
    "履行|结合|根据"
)
# "…,市科技局要加强…", "州安委会将把…", "各县(市)也要成立…"; a firm or an institution has a duty only where the plan says that it must.
_SUBJECT = re.compile(
    rf"(?:^|(?<=[,，。;；:：\s])|(?<=\d[.．、]))(?P<who>(?:[\u4e00-\u9fff]|[()（）、])(?:[\u4e00-\u9fff\w]|[()（）、])*?"
    rf"(?:(?P<office>{OFFICE_END}|管委会主要负责同志|机关|部队)也?(?:{_VERB})|(?:负责人|责任人|机构|企业|媒体|领导|同志|学校|各县[(（]市[)）]|指挥部)也?(?:{_MODAL})))"
)
_VERB_AT_END = re.compile(rf"也?(?:{_VERB})$")
MOST_SUBJECT_CHARS = 60
_SEATED = re.compile(
    r"(?P<who>[^,，。;；\n]{2,20}(?:办公室|办))设在(?P<seat>[^,，。;；\n]{2,24}?(?:局|委|厅|办|部|会|支队))(?=[,，。;；\n]|$)"
    r"[,，]?(?P<rest>[^。\n]*)"
)
# "监测监控率达到100%" under an office's name is a figure, not a duty.
_FIGURE = re.compile(r"(?:达到|为|≥|>|不低于|不少于)\s*\d+(?:\.\d+)?%?(?:以上)?$")
Clause = tuple[Span, str, str, str]
"""Where, who leads, who helps, what."""


def read_clauses(clean: CleanText, left: int, right: int) -> list[Clause]:
    """The duties of one sentence in their order, none of them over another."""
    found = [
        *_run_in(clean, left),
        *_by(clean, left, right),
        *_subjects(clean, left, right),
        *_seated(clean, left, right),
    ]
    kept: list[Clause] = []
    for clause in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
        if not any(clause[0].overlaps(other[0]) for other in kept):
            kept.append(clause)
    return kept


# "县住建局:负责…" as a paragraph of its own.
_RUN_IN = re.compile(rf"(?P<who>[\u4e00-\u9fff()（）、]{{2,26}}?(?:{OFFICE_END}))[:：。](?P<rest>\S[^\n]*)")


def _run_in(clean: CleanText, left: int) -> Iterator[Clause]:
    if left and clean.text[left - 1] != "\n":
        return
    line_end = clean.text.find("\n", left)
    match = _RUN_IN.match(clean.text, left, line_end if line_end > 0 else len(clean.text))
    if match and OFFICE.match(match["who"]) and DUTY_MARK.search(match["rest"]):
        yield Span(clean.document_id, left, match.end()), match["who"], "", match["rest"].strip()


def _by(clean: CleanText, left: int, right: int) -> Iterator[Clause]:
    for match in _BY.finditer(clean.text, left, right):
        who = match["who"]
        if _GENERIC.match(who) or re.search(r"负责(?:人|同志)", match["verb"] + match["rest"][:2]):
            continue
        helped = _HELPED.match(match["rest"])
        joint = _TOGETHER.match(clean.text, match.start("verb"), match.end())
        first = match.start() + len(match.group()) - len(match.group().lstrip())
        if not match["what"].strip() and not match["rest"].strip() and match["verb"] in ("牵头", "负责", "主管"):
            first = _clause_before(clean.text, left, first)
        what = match["what"].strip() if helped and match["what"].strip() else clean.text[first : match.end()].strip()
        yield (
            Span(clean.document_id, first, match.end()),
            who,
            helped["helpers"] if helped else joint["helpers"] if joint else "",
            what,
        )


def _clause_before(text: str, left: int, at: int) -> int:
    """Where the clause before a bare "由县文旅局牵头" begins, which says what; `at` itself where none is."""
    before = text[left:at].rstrip(" ,，")
    clause = re.split(r"[,，。;；:：]", before)[-1].strip() if before != text[left:at] else ""
    return left + before.rindex(clause) if clause else at


def _subjects(clean: CleanText, left: int, right: int) -> Iterator[Clause]:
    """Clauses whose subject is an office; each reaches to the next such clause or to the end of its member of the list."""
    text = clean.text
    heads = [head for m in _SUBJECT.finditer(text, left, right) if (head := _head(text, m))]
    for i, (first, verb_at) in enumerate(heads):
        stop = heads[i + 1][0] if i + 1 < len(heads) else right
        ends = [at for mark in "。;；\n" if (at := text.find(mark, verb_at, stop)) >= 0]
        end = min(ends, default=stop)
        other = _OTHERS.search(text, verb_at, end)
        end = other.start() if other else end
        what = text[verb_at:end].rstrip(" ,，")
        who = text[first:verb_at]
        if len(what) >= MIN_WHAT_CHARS and not _GENERIC.match(who) and not _FIGURE.search(what):
            joint = _TOGETHER.match(what) or _HELPING.match(text, verb_at + len(what))
            yield (
                Span(clean.document_id, first, verb_at + len(what)),
                who.strip(" ,，;；"),
                joint["helpers"] if joint else "",
                what,
            )


MIN_WHAT_CHARS = 5
# "市场监管局|会同工信局对特种设备开展…": who stands behind 会同 helps.
_HELPING = re.compile(rf"[,，](?P<helpers>{OFFICES})(?:等)?(?:配合|参与|协助)(?=[,，。;；\n])")
_TOGETHER = re.compile(rf"会同(?P<helpers>{OFFICES})")
# ",监管部门要对此进行年度监督检查", ",海上执法由市海洋综合执法支队统一实施": from here on another unit is spoken of.
_OTHERS = re.compile(
    rf"[,，](?=[\u4e00-\u9fff()（）、]{{2,14}}?(?:部门|单位|企业|委员会|[局厅]|机构|人员)[^,，。;；]{{0,14}}?(?:{_MODAL}|于\d)|[^,，。;；]{{2,14}}由[^,，]{{2,20}}?(?:{OFFICE_END})(?:统一|牵头|负责))"
)


# "索道等项目开业前必须通过县文旅局组织的…": what stands before the office is a sentence of its own.
_OWN_VERB = re.compile(r"必须|应当|不得|须经|(?<![理自])由(?!于)")

# "新建学校、医院按照…要求建设" tells how to build; "新建化工企业必须…" whom it binds.
_TO_BUILD = re.compile("新建|改建|扩建")


def _head(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where a subject and its verb begin; None where the words only look like one."""
    verb = _VERB_AT_END.search(match.group())
    who = match["who"][: verb.start()] if verb else match["who"]
    lead = re.match(
        r"(?:[一二三四五六七八九十][是要]|其中|同时|并|但|特别是|尤其是|力争|请|其他|(?:事故|险情|灾害)发生后)?", who
    )
    first = match.start("who") + (lead.end() if lead and lead.group() != "其他" else 0)
    who = text[first : match.start("who") + len(who)]
    if _TO_BUILD.match(who) and not (verb and re.fullmatch(f"也?(?:{_MODAL})", verb.group())):
        return None
    if not who or len(who) > MOST_SUBJECT_CHARS or SPEAKS_TO_OTHERS.match(who) or _OWN_VERB.search(who):
        return None
    return _with_offices_before(text, first), first + len(who)


def _with_offices_before(text: str, first: int) -> int:
    """Where a subject begins that a comma or a stray semicolon parts ("各级…主管部门,及有关部门要…")."""
    before = _OFFICES_BEFORE.search(text[max(0, first - MOST_SUBJECT_CHARS) : first])
    if not before or re.search(rf"{_MODAL}|负责|的$", before[1]) or SPEAKS_TO_OTHERS.match(before[1]):
        return first
    return first - len(before[1]) - 1 if OFFICE.match(before[1].rsplit("、", 1)[-1]) else first


_OFFICES_BEFORE = re.compile(rf"(?:^|[。\n,，;；])([\u4e00-\u9fff()（）、]{{2,60}}(?:{OFFICE_END}))[,，;；]$")


def _seated(clean: CleanText, left: int, right: int) -> Iterator[Clause]:
    for match in _SEATED.finditer(clean.text, left, right):
        yield Span(clean.document_id, match.start(), match.end()), match["seat"], "", match.group()
