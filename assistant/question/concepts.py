"""The concepts of a question: what it speaks of, in the spellings of the plans."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from assistant.question.english_forms import english_query, says_nothing, with_english
from assistant.question.said import english_count
from assistant.question.unglossed.dictionary_words import of_dictionary
from assistant.question.unglossed.names_in_pinyin import in_pinyin
from assistant.question.unglossed.signs import of_signs
from assistant.question.unknown_places import LEAST_PINYIN_CHARS
from assistant.types import Concept, Language
from index import Index, words
from index.terms.dictionary import load_dictionary
from index.terms.glossary import Entry, Glossary, english_words
from index.terms.lexicon import HAN, is_han

_CHINESE = re.compile(rf"[{HAN}]+(?:[·•][{HAN}]+)*")  # a run of it, with the parts of a name: "吾肉孜阿力·哈西哈尔巴依"
# Words that ask and say nothing of the matter.
_ASKING_ZH = re.compile(
    r"异同|侧重|区别|差异|请问|请|告诉我|我想知道|想了解|想问(?:一下)?|麻烦|帮我|说说|谈谈|介绍一下|什么时候|什么时间|"
    r"什么|列出|列举|到期|起止|事情|啥时候|啥|多少|多长|哪些|哪个|哪几|哪位|哪家|哪一|哪年|哪里|哪|谁|如何|怎么样|怎么|怎样|怎|"
    r"为何|为什么|是不是|有没有|能否|可否|"
    r"是否|吗|呢|吧|呀|几个|几位|几名|几项|几类|几种|几处|几件|属于|几年|几天|几次|几日|几小时|几个月|何时|何|分别|具体|主要|有关|关于|方面|情况|规划|方案|计划|文件|"
    r"文本|里面|里|当中|中的|提到|提出|写明|规定|明确|要求|的话|那么|那|这|此|它|他们|他|她|一下|"
    r"一共|总共|共|都|由|是|的|了|"
    r"和|与|及|或|在|对|为|要|有|应|应当|应该|需要|需|会|将|得|被|把|让|到|至|从|以|去|来|就|还|也|"
    r"又|才|再|最|更|比|按|据|向|等|其中|其|之|所|者|们|个|本|该|我市|全市|我区|全区|我州|全州|当地|"
    r"那边|这边|这个|那个|地方"
)
_WEAK_ZH = frozenset(
    (
        "目标 工作 安全 安全生产 任务 措施 单位 部门 负责 牵头 责任 指标 时间 内容 职务 担任 数量 比例 达到 "
        "完成 建设 管理 企业 全部 开展 加强 推进 实施 建立 进行 人员 领导 组织 机构 行业 领域 重点 问题 方面 "
        "期间 年底 数字 机制 制度 体系 监管 能力"
    ).split()
)
NAMING_WEIGHT, STRONG = 0.3, 0.5
"""What names the document need not stand in the answer; what weighs less than `STRONG` is no topic of its own."""
WEAK_WEIGHT = 0.3
"""Words that stand in every other sentence of such a plan tell little about which sentence is asked for."""


def concepts_of(
    text: str, language: Language, glossary: Glossary, index: Index, plans: Collection[str] = ()
) -> tuple[Concept, ...]:
    """What a question speaks of, without repeats, in the order of the text (Chinese before English).

    `plans` are those that it names by their places: what they hold is meant by a word of several senses.
    """
    found = _chinese_concepts(text, glossary, index)
    if language is Language.EN or english_count(text):
        found += _english_concepts(text, glossary, index, plans)
    merged: dict[str, Concept] = {}
    for concept in found:
        key = concept.spellings[0] if concept.spellings else concept.asked_as
        merged.setdefault(key, concept)
    weighed = tuple(_weighed(concept, index.document_frequency) for concept in merged.values())
    return with_english(weighed, glossary, index)


def without_titles(concepts: tuple[Concept, ...], titles: Collection[str]) -> tuple[Concept, ...]:
    """The concepts, those that only name the document by its title counting little; all as they are if none is left."""
    left = tuple(replace(c, weight=NAMING_WEIGHT * c.weight, firm=False) if _names(c, titles) else c for c in concepts)
    return left if any(c.weight >= STRONG and not _names(c, titles) for c in concepts) else concepts


def _names(concept: Concept, titles: Collection[str]) -> bool:
    return any(spelling in title for spelling in concept.spellings[:2] for title in titles)


def _weighed(concept: Concept, frequency: Callable[[str], float]) -> Concept:
    """A rare thing decides, a common one hardly tells: weight from the share of chunks that hold the first spelling."""
    if not concept.spellings or concept.spellings[0].isascii():
        return concept
    if concept.spellings[0] in _WEAK_ZH:
        return replace(concept, weight=WEAK_WEIGHT * concept.weight)
    share = max(frequency(s) for s in concept.spellings[:2])
    return replace(concept, weight=concept.weight * (1.0 if share < 0.04 else 0.8 if share < 0.1 else 0.55))


def _chinese_concepts(text: str, glossary: Glossary, index: Index) -> list[Concept]:
    """Words of a Chinese question, longest terms of the glossary first, without the words that only ask."""
    found: list[Concept] = []
    for run in _CHINESE.findall(text):
        if "·" in run or "•" in run:
            found.append(Concept(run, (run,), 1.0, firm=True))
            continue
        for piece in _pieces(run, glossary, index):
            entry = glossary.entry(piece)
            official = glossary.everyday.get(piece, ())
            spellings = tuple(dict.fromkeys((*official, piece, *(entry.forms if entry else ()))))
            if official and index.document_frequency(piece) > 0:
                spellings = (piece, *(s for s in spellings if s != piece))
            found.append(
                Concept(
                    piece,
                    spellings,
                    1.0,
                    firm=entry is not None and entry.kind in _FIRM_KINDS,
                    kind=entry.kind if entry else "",
                )
            )
    return found


def _pieces(run: str, glossary: Glossary, index: Index) -> list[str]:
    """Content words of a run of Chinese: glossary terms of three and more characters whole, jieba's words for the rest."""
    pieces: list[str] = []
    rest: list[str] = []
    for piece, entry in glossary.segment_question(run):
        everyday = entry is None and piece in glossary.everyday
        whole = entry is not None and len(piece) >= 3 and entry.kind not in ("connective", "time", "unit")
        # "谁管" asks for an office, whatever official words it stands for.
        if (everyday or whole) and len(_ASKING_ZH.sub("", piece)) > 1:
            pieces.append(piece)
            rest.append(" ")
        else:
            rest.append(piece)
    for part in "".join(rest).split():
        stripped = _ASKING_ZH.sub(" ", part)
        for chunk in stripped.split():
            chunk = _corrected(chunk, glossary, index)
            own = [w for w in words(chunk) if len(w) >= 2]
            longest = [w for w in own if not any(w != o and w in o for o in own)]
            pieces += longest or ([chunk] if len(chunk) >= 2 else [])
    return pieces


def _corrected(text: str, glossary: Glossary, index: Index) -> str:
    """A run in which no plan's word is met, with the term that sounds the same put in its place (卫建委 -> 卫健委)."""
    met: list[tuple[int, int]] = []  # what stands in a plan, and so everything inside it
    for size in range(min(len(text), MOST_CORRECTED), LEAST_CORRECTED - 1, -1):
        for start in range(len(text) - size + 1):
            end = start + size
            if any(first <= start and end <= last for first, last in met):
                continue
            if index.document_frequency(text[start:end]) > 0:
                met.append((start, end))
            elif term := glossary.sounding_like(text[start:end]):
                return f"{text[:start]} {term} {text[end:]}"
    return text


LEAST_CORRECTED, MOST_CORRECTED = 3, 8
"""So many characters have the terms that are put in the place of others that sound alike."""


_FIRM_KINDS = frozenset({"sector", "hazard", "equipment", "place", "office", "body"})
"""What a figure must be of: another sector's or office's number is no answer."""
_KIND_WEIGHT = {"connective": 0.0, "unit": 0.0, "time": 0.0, "verb": 0.4, "general": 0.5, "action": 0.6, "post": 0.9}


_NUMERALS = {
    "two": "两 二", "three": "三", "four": "四", "five": "五", "six": "六", "seven": "七", "eight": "八", "nine": "九",
    "ten": "十", "eleven": "十一", "twelve": "十二",
}  # fmt: skip
_COUNTED = ("大", "类", "项", "个", "种", "支", "方面")


def _counted(numeral: str) -> tuple[str, ...]:
    """How plans write "eight": 八大, 八类, 八项 …; the bare numeral stands in too many other words."""
    return tuple(f"{written}{unit}" for unit in _COUNTED for written in _NUMERALS[numeral].split())


def _english_concepts(text: str, glossary: Glossary, index: Index, plans: Collection[str]) -> list[Concept]:
    """The terms of the glossary, then names in pinyin and words of the general dictionary, then words that nothing holds."""
    tokens = english_words(text)
    names = frozenset(token for token in tokens if _is_name(token, text))
    found: dict[tuple[int, int], Concept] = {}
    left = {at for at, token in enumerate(tokens) if not says_nothing(token)}
    as_written = names | frozenset(token for token in tokens if load_dictionary().meanings((token,)))
    for match in glossary.match_english(tokens, as_written):
        phrase = " ".join(tokens[match.start : match.end])
        alone = tokens[match.start] if match.end - match.start == 1 else ""
        if says_nothing(alone) or alone in _NUMERALS:
            continue
        left.difference_update(range(match.start, match.end))
        entries = sorted(match.entries, key=lambda e: -_KIND_WEIGHT.get(e.kind, 1.0))
        weight = _KIND_WEIGHT.get(entries[0].kind, 1.0)
        if weight == 0.0:
            continue
        found[match.start, match.end] = Concept(
            phrase,
            _spellings(entries),
            weight,
            firm=all(e.kind in _FIRM_KINDS for e in entries),
            kind=entries[0].kind,
        )
    left -= _covered(signs := of_signs(tokens, left, text, index))
    found |= signs
    open_words = {at for at in left if not tokens[at].isdigit() and tokens[at] not in _NUMERALS}
    spoken = {at for at in open_words if tokens[at] in names or _sounds_foreign(tokens[at])}
    called = in_pinyin(tokens, spoken, found, index, plans)
    found |= called
    told = of_dictionary(tokens, open_words - _covered(called), found, index, plans)
    found |= told
    left -= _covered(called) | _covered(told)
    for i in sorted(left):
        token = tokens[i]
        if token in _NUMERALS and i + 1 < len(tokens):
            found[i, i + 1] = Concept(token, _counted(token), 0.6)
        elif not token.isdigit() and len(token) > 2:
            found[i, i + 1] = Concept(token, (token,), 1.0 if token in names else 0.35)
    return list(found.values())


def _covered(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _sounds_foreign(word: str) -> bool:
    """Whether a word in small letters may be a name in pinyin: long enough to be none by chance, and no English word."""
    return len(word) >= LEAST_PINYIN_CHARS and not load_dictionary().meanings((word,))


def _is_name(word: str, text: str) -> bool:
    """Whether a word has a capital inside the text: "Haijiang" of "what does Wang Haijiang do"."""
    return word.capitalize() in text and not text.startswith(word.capitalize())


def _spellings(entries: list[Entry]) -> tuple[str, ...]:
    first = [entry.zh for entry in entries]
    return tuple(dict.fromkeys([*first, *(form for entry in entries for form in entry.also_zh)]))


MOST_QUERIED = 3
"""So many spellings of a concept are looked for in the lexical index; the others are rare."""


def query_of(concepts: tuple[Concept, ...], text: str) -> str:
    """The words for the lexical index: each concept's first spellings, the question's own Chinese and English."""
    own = own_words(text)
    told = (s for c in concepts for s in c.spellings[:MOST_QUERIED] if s not in own)
    return " ".join(filter(None, [own, *told, english_query(concepts, MOST_QUERIED)]))


def own_words(text: str) -> str:
    """The Chinese and the numbers of a question itself, without the words that only ask."""
    return _ASKING_ZH.sub(" ", "".join(c for c in text if is_han(c) or c.isdigit() or c.isspace() or c in ".%"))
