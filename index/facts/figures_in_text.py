"""Indicators in running text: what each value of a sentence measures, for when, and compared with what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.fact_types import Indicator, Status
from index.facts.aims import looks_back
from index.facts.cutting import before_on_line, opened, own_prose
from index.facts.dates import periods
from index.facts.naming import Told, full_name, named, says_enough, topic_of
from index.facts.quantities import BLANK, NUMBER, UNIT, Quantity, quantities
from index.facts.rules import tells_fine, time_limits
from index.reading.sentences import split_sentences
from index.terms.lexicon import YEAR, alternatives, contains, ends_with
from index.types import CleanText, Section, Span

# "较2010年的4.2下降48.8%", "与2016年相比", "比“十三五”期末下降15%"; not "同比下降63%", "比例", "较大事故".
BASELINE = re.compile(
    r"(?:与|(?<!同)比(?![例率重不])|较(?![大多小高低长强为])|同(?!比|时))(?P<base>[^,，。;；]{2,14}?)"
    rf"(?:(?P<same>同期)?相比|(?:的(?P<value>\d+(?:\.\d+)?%?))?(?=(?:分别)?{alternatives('falls', 'rises')}))"
)
# Where a clause ends: also before the year of "…12%,2025年…" that lost its comma, or "起、2020年…"; not "3、5年".
_CLAUSE_END = re.compile(rf"[,，;；。:：]|、(?={YEAR}年\D)|(?<=[%‰])(?={YEAR}年)")
# The words between a verb of place and a date blanked out: "应于|2025年", "在|2020年"; not "现在完成".
_LEADS_TO_DATE = re.compile(rf"(?:要|应当?|须)?[在于](?={BLANK})")
_NUMBER_OF = re.compile(rf"(?<=的){NUMBER}(?:{UNIT})?")  # "从2015年的|0.1|下降到…"; not "下降15%"
MOST_HEAD_CHARS = 20
"""A longer clause before a colon is a sentence, not the head of a list."""
MOST_SURE_CHARS = 8
"""How far apart "达到" and "以上" of one bound stand."""
MOST_CONDITION_CHARS = 16
"""How far the second of two conditions reaches."""
_AREAS = ("m2", "㎡", "平方米")
_TOLD_PAST = ("目前", "累计", "已建", "已完", "已查", "已有", "已经", "截至", "截止")
_TELLS_AIM = ("力争", "控制在", "目标", "要求", "确保")


def read_statements(clean: CleanText, section: Section, path: tuple[str, ...]) -> Iterator[Indicator]:
    """Every figure in a section's own text, in its order; fines and time limits are read apart."""
    start, end = own_prose(clean.text, section)
    lists_aims = section.title.endswith(("指标", "目标"))
    reached = looks_back(path)
    for left, right in split_sentences(clean.text, start, end):
        sentence = clean.text[left:right]
        if tells_fine(sentence) or _is_case(sentence):
            continue
        limits = [limit.written for limit in time_limits(sentence, 0, len(sentence))]
        for found in _in_sentence(sentence, before_on_line(clean.text, left)):
            # "应当在…内备案" is due within a time; "消防力量到场10分钟内" measures something.
            if contains(found.name, "must") and any(limit.endswith(found.value) for limit in limits):
                continue
            done = reached or (not lists_aims and _says_reached(sentence, found, path))
            status = Status.ACHIEVED if done else Status.TARGET
            yield replace(found, span=Span(clean.document_id, left, right), status=status, heading_path=path)


def _is_case(sentence: str) -> bool:
    """Whether a sentence is an item that tells a case of a rule: "三个月内两次发现隐患仍然生产的;"."""
    return sentence.rstrip("。;；").endswith("的")


def _in_sentence(sentence: str, earlier: str) -> Iterator[Indicator]:
    told = Told()
    bounds = list(_clauses(sentence))
    for i, (a, b) in enumerate(bounds):
        clause = sentence[a:b]
        following = sentence[bounds[i + 1][0] : bounds[i + 1][1]] if i + 1 < len(bounds) else ""
        compared = BASELINE.search(clause)
        blanked = _blank(clause, told, compared)
        if compared and compared["value"]:
            yield _indicator(told.topic, compared["value"], replace_period(told, compared["base"]), "")
        values = quantities(blanked)
        if not values:
            told.topic = topic_of(blanked) or told.topic
            told.head = told.topic if sentence[b : b + 1] in (":", "：") and b - a <= MOST_HEAD_CHARS else told.head
            continue
        for value, name in named(blanked, values):
            full = full_name(name, value, told, (earlier + sentence[:a], following))
            if not says_enough(full):
                continue
            told.names.append(full)
            told.topic = full if full == name or not told.topic else told.topic
            yield from _changes(full, value, clause, told)


def replace_period(told: Told, period: str) -> Told:
    """The same for another period."""
    found = periods(period)
    return replace(told, period=period, years=found[-1].years if found else (), names=[])


def _indicator(name: str, value: str, told: Told, baseline: str) -> Indicator:
    return Indicator(Span("", 0, 0), name, value, told.period, told.years, baseline, Status.TARGET, "", "", ())


def _changes(name: str, value: Quantity, clause: str, told: Told) -> Iterator[Indicator]:
    """A change between two dated values is the two values; anything else is one."""
    ends = periods(clause[value.start : value.end])
    numbers = _NUMBER_OF.findall(clause[value.start : value.end])
    if value.text[:1] in ("从", "由") and len(ends) == len(numbers) == len(("from", "to")):
        for date, number in zip(ends, numbers, strict=True):
            yield _indicator(name, number, replace_period(told, date.written.lstrip("到至")), "")
        told.period, told.years = ends[1].written.lstrip("到至"), ends[1].years
        return
    yield _indicator(name, value.text, told, told.baseline if contains(value.verb, "falls", "rises") else "")


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence; a comma inside a number, brackets or two parallel conditions parts none."""
    at = told = depth = 0
    for match in _CLAUSE_END.finditer(sentence):
        depth += opened(sentence[told : match.start()])
        told = match.start()
        before = sentence[max(0, match.start() - MOST_CONDITION_CHARS) : match.start()]
        after = sentence[match.end() : match.end() + MOST_CONDITION_CHARS]
        groups_digits = before[-1:].isdigit() and after[:3].isdigit() and not after[3:4].isdigit()
        # "建筑面积4000m2,占地面积10000m2以上的工地" has two conditions.
        conditions = before.endswith(_AREAS) and "以上的" in after
        if (match.group() in tuple(",，") and (groups_digits or conditions)) or depth > 0:
            continue
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(sentence):
        yield at, len(sentence)


def _blank(clause: str, told: Told, compared: re.Match[str] | None) -> str:
    """The clause with dates and baseline blanked out; period and baseline are remembered."""
    chars = list(clause)
    if compared:
        told.baseline = compared["base"].strip("的") + (compared["same"] or "")
        chars[compared.start() : compared.end()] = BLANK * (compared.end() - compared.start())
    for date in periods("".join(chars)):
        if "《" in clause[: date.start].rsplit("》", 1)[-1]:
            continue
        if date.years and not _between(clause, date.start):
            told.period, told.years = date.written.lstrip("(（"), date.years
        elif not date.years and not date.written.startswith("每"):
            told.period, told.years = date.written, ()
        chars[date.start : date.end] = BLANK * (date.end - date.start)
    return _LEADS_TO_DATE.sub(lambda m: BLANK * len(m.group()), "".join(chars))


def _between(clause: str, at: int) -> bool:
    """Whether a date is one end of a change ("从2015年的0.1下降到2020年的0.037")."""
    return clause[:at].endswith(("从", "由")) or ends_with(clause[:at], "falls", "rises")


def _says_reached(sentence: str, found: Indicator, path: tuple[str, ...]) -> bool:
    """Outside a review: whether the words tell a result; without headings, whether they set no aim."""
    before = sentence[: max(sentence.find(found.value), 0)]
    if any(word in before for word in _TOLD_PAST):
        return True
    if path:
        return False
    bounded = contains(sentence, "at_least", "at_most") or sentence.rstrip("。").endswith(("以上", "以下"))
    reach = sentence.find("达到")
    sure = reach >= 0 and "以上" in sentence[reach : reach + len("达到以上") + MOST_SURE_CHARS]
    dated = found.period.startswith(("到", "力争")) or found.period.endswith("前")
    return not (dated or bounded or sure or any(word in sentence for word in _TELLS_AIM))
