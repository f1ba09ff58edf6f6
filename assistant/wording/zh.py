"""Chinese wording of an answer's statements."""

from __future__ import annotations

import re

from assistant.types import Evidence, Statement, Understanding
from index import Duty, DutyBasis, Enumeration, Indicator, Person

MAX_CHARS = 220
"""A longer quotation is cut to the clauses nearest the question; the citation keeps the whole."""


def statements_zh(meant: Understanding, chosen: tuple[Evidence, ...]) -> tuple[Statement, ...]:
    """One statement for each piece of evidence; the cells of one row become one statement."""
    if all(isinstance(e.fact, Indicator) and e.fact.row for e in chosen) and len(chosen) > 1:
        return (Statement(_row(chosen), chosen),)
    return tuple(Statement(_one(meant, e), (e,)) for e in chosen)


def _one(meant: Understanding, evidence: Evidence) -> str:
    fact = evidence.fact
    if isinstance(fact, Person):
        role = f"{fact.role}：" if fact.role and fact.role != "成员" else ""
        member = "（领导小组成员）" if fact.role == "成员" else ""
        posts = f"（{fact.as_written}）" if fact.as_written else ""
        return f"{role}{fact.name}{posts}{member}。"
    if isinstance(fact, Indicator) and fact.row:
        return _row((evidence,))
    if isinstance(fact, Duty) and fact.basis is DutyBasis.TASK:
        return _task(fact, evidence)
    if isinstance(fact, Duty) and fact.basis is DutyBasis.DIVISION:
        return f"{'、'.join(fact.units)}：{_shortened(_body(fact, evidence), meant)}"
    if isinstance(fact, Enumeration):
        return _list(fact)
    return _ended(_shortened(flat(evidence.text), meant))


def _ended(text: str) -> str:
    """A clause taken out of a list ends like a sentence."""
    bare = text.rstrip(";；,，、")
    return f"{bare}。" if bare != text else text


# "(牵头单位:…)", "【责任单位:…】", "。责任单位:…", "(市公安局牵头,…负责)" at the end of a task.
_UNITS = re.compile(
    r"[(（\[【〔](?:牵头|责任|主办|承办|主管|负责)|(?:(?<=[。;；])|\s)\s*(?:牵头|责任|主办|承办|主管|负责)(?:单位|部门)\s*[:：]"
    r"|[(（][^()（）]{2,60}?(?:牵头|主办)"
)


def without_units(text: str) -> str:
    """A task's sentence without its number and the units that end it."""
    return re.sub(r"^\d{1,3}\s*[.、．]\s*", "", _UNITS.split(flat(text))[0].strip("。 "))


def flat(text: str) -> str:
    """Text on one line; cells of a table parted by spaces."""
    return re.sub(r"\s+", " ", text).strip()


def _body(fact: Duty, evidence: Evidence) -> str:
    text = flat(evidence.text)
    unit = fact.units[0] if fact.units else ""
    return text[text.find(unit) + len(unit) :].lstrip("。:：,， ") if unit in text else text


def _task(fact: Duty, evidence: Evidence) -> str:
    lead = f"{'牵头' if fact.leads else '责任'}单位：{'、'.join(fact.units)}" if fact.units else ""
    support = f"{'责任' if fact.leads else '配合'}单位：{'、'.join(fact.support)}" if fact.support else ""
    sentence = without_units(evidence.text)
    about = (
        f"（任务{fact.number.rstrip('.、．')}：{sentence[:60]}{'…' if len(sentence) > 60 else ''}）" if sentence else ""
    )
    return "；".join(part for part in (lead, support) if part) + about + "。"


def _row(cells: tuple[Evidence, ...]) -> str:
    first = cells[0].fact
    assert isinstance(first, Indicator)
    source = f"（{unnumbered(first.heading_path[-1])}）" if first.heading_path else ""
    if len(cells) == 1 and not _MEASURED.search(first.column):
        # "煤矿百万吨死亡率：下降10%（预期值；“十四五”安全生产主要指标）": what is asked stands first.
        about = "；".join(part for part in (_column(first.column), source.strip("（）")) if part)
        return f"{first.row}：{value_zh(first).strip()}（{about}）。"
    parts = []
    for cell in cells:
        fact = cell.fact
        assert isinstance(fact, Indicator)
        parts.append(f"{_column(fact.column)}{value_zh(fact)}")
    return f"{first.row}：{'，'.join(parts)}{source}。"


# A column that says what is counted stands before the number: "2018年死亡人数 108人".
_MEASURED = re.compile(r"^(?!.*目标).*(?:\d{4}|人数|起数|率|数$|降幅|平均)")
_CAPTION_NUMBER = re.compile(r"^(?:专栏\s*\d+|表\s*\d+|\d{1,2}\s*[:：])\s*")


def unnumbered(caption: str) -> str:
    """A table's or box's caption without its number."""
    return _CAPTION_NUMBER.sub("", caption)


def _column(column: str) -> str:
    """A column with its year in front: "死亡人数 2018" -> "2018年死亡人数"."""
    match = re.fullmatch(r"(.*?)\s*((?:19|20)\d{2})\s*年?", column)
    if match:
        return f"{match[2]}年{match[1]}"
    return column.replace(" ", "")


def value_zh(fact: Indicator) -> str:
    """The cell with the unit that its column names; a blank cell is said to be blank."""
    if not fact.value:
        return "（原表此格空白）"
    unit = ""
    if re.fullmatch(r"[\d.]+", fact.value):
        unit = "起" if "起数" in fact.column else "人" if "人数" in fact.column else "%" if "%" in fact.column else ""
        if not unit and re.search(r"起数$", fact.row):
            unit = "起" if "降" not in fact.column else ""
        elif not unit and re.search(r"人数$", fact.row):
            unit = "人" if "降" not in fact.column else ""
    return f" {fact.value}{unit}"


def _list(fact: Enumeration) -> str:
    items = [re.sub(r"^\d{1,2}[.、．]", "", flat(item.text)) for item in fact.items]
    limit = max(12, 620 // max(len(items), 1))
    short = [re.split(r"[。;；]", item)[0] if len(item) > limit else item for item in items]
    numbered = "；".join(f"{i}. {item[: limit + 20]}" for i, item in enumerate(short, start=1))
    return f"{fact.head}（共{len(items)}项）：{numbered}。"


def _shortened(text: str, meant: Understanding) -> str:
    """At most `MAX_CHARS`, cut at clause marks around the clauses that speak most of the question."""
    if len(text) <= MAX_CHARS:
        return text
    clauses = re.findall(r"[^,，。;；]+[,，。;；]?", text)
    spellings = [s for c in meant.concepts for s in c.spellings[:6]]
    worth = [sum(s in clause for s in spellings) + 0.01 for clause in clauses]
    best = (0.0, 0, 1)
    for i in range(len(clauses)):
        size, total = 0, 0.0
        for j in range(i, len(clauses)):
            size += len(clauses[j])
            if size > MAX_CHARS - 2:
                break
            total += worth[j]
            if total > best[0]:
                best = (total, i, j + 1)
    kept = "".join(clauses[best[1] : best[2]]).rstrip(",，;；")
    return f"{'…' if best[1] else ''}{kept}{'…' if best[2] < len(clauses) else ''}"
