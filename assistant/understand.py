"""Understanding a question: its language, places and plans, years, what kind of thing it asks and what of.

Rules only, each one readable: an official can be told why a question was taken as it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from opencc import OpenCC

from assistant.glossary import Entry, Glossary, english_words, stem
from assistant.places import Places, find_places
from assistant.types import Asked, Concept, Language, Question, Understanding
from index import Index, plan_years, words

_CJK = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")

# --- what kind of thing is asked --------------------------------------------------------------------------------------

_POSTS = "组长|书记|局长|主任|州长|市长|县长|区长|厅长|支队长|成员|站长|主席|部长|科长|领导班子|召集人|总指挥|秘书长|行长|联络员"
# Tried in order; the first that matches decides. Each line: kind, Chinese pattern, English pattern.
_KINDS: tuple[tuple[Asked, str, str], ...] = (
    (
        Asked.PERSON,
        rf"(?:{_POSTS})(?:的)?(?:姓名|名字)?(?:是|为|叫|由)?(?:谁|哪位|哪个人|哪一位|何人)|谁(?:是|任|担任|当|兼任|来当).{{0,24}}(?:{_POSTS}|负责人|领导|头头|一把手)|(?:{_POSTS}).{{0,6}}谁|"
        r"(?:什么|哪些|何|啥)(?:职务|职位|身份|角色|官|头衔|岗位)|(?:担任|任|兼任)(?:了)?(?:什么|哪些|何|啥)|谁代表|代表.{0,14}(?:是谁|谁)|哪位(?:领导|同志|负责人)|是(?:什么|啥)人|哪个单位的|"
        r"派(?:的|了|出)?(?:是)?谁|谁(?:挂帅|带队|出面|出任|坐镇|兼着|兼|领头|带头|出席|做代表|参加|在里面|是(?:头|老大))|(?:主人|头头|老总|掌门|当家的?).{0,4}谁|叫(?:什么|啥)(?:名字|名)?|姓名|名字|(?:一把手|头儿|老大|负责人|带头人).{0,6}(?:谁|哪位)",
        r"\b(?:who(?: is|'s| are| was)(?! (?:on the hook|in charge|responsible|to |supposed|meant|told|required|obliged|tasked|made|expected|charged|answerable|accountable))|who represents?|who speaks for|who sits|who serves?|who holds?|who chairs?|who heads?(?! up)|who runs|name of the)\b|"
        r"\bwhat (?:is|are|other |else |)?.{0,24}\b(?:posts?|positions?|roles?|titles?|jobs?|rank)\b|\bboss of\b|\bwhich (?:person|official|leader|member|deputy)\b|\bwho\b.{0,30}\b(?:member|deputy head|group leader|leading group|party secretary|director|governor|chief|commander|chairman|stationmaster)\b",
    ),
    (
        Asked.DUTY,
        r"谁|牵头|责任单位|责任部门|主管部门|(?:哪|什么|何)(?:个|家|些|几个|几家|级)?(?:部门|单位|机构|机关|局|委|办|组织|政府)|归.{0,6}管|找(?:哪|谁)|由.{0,8}(?:负责|管|牵头|承担)|分工|(?:负责|管|承担)(?:什么|哪些|啥)|职责|管(?:些)?(?:什么|啥)|哪家|归口",
        r"\bwho\b|\bwhose\b|\bwhich (?:\w+ ){0,3}?(?:office|offices|bureau|bureaus|department|departments|unit|units|body|bodies|agency|agencies|authority|authorities|organisation|organization|committee|party|level)\b|"
        r"\bwhat (?:office|bureau|department|body|agency|unit)\b|\bresponsib\w+|\bin charge\b|\btakes? the lead\b|\bresponsible for\b|\bwhat (?:does|must|should|is) the .{0,60}(?:bureau|office|brigade|commission|department|committee|station)\b.{0,40}(?:do|handle|duties|cover|draft|focus|responsible)|\bduties of\b",
    ),
    (
        Asked.DEADLINE,
        r"什么时候|何时|哪一?年|哪个月|几月|多久|时间节点|截止|期限|时限|最迟|最晚|什么时间|啥时候|几号|哪天|时间表|(?:时间|日期)(?:是|要求|安排)|起止|什么年份|何年|到哪一年|分几步|啥时",
        r"^(?:and |so |then )?(?:by |since |until )?when\b(?! (?:a|an|the|somebody|someone|people|an?y|firms|companies)\b)|\b(?:by|since|until) when\b|[,:;] when\b|\bwhen (?:is|are|was|were|does|do|did|must|should|will|has|have|can|shall)\b|\bby what (?:date|year|time|month|day)\b|\bdeadline|(?<!-)(?<!five )(?<!three )\byear\b(?=[^0-9]*$)|\bwhat year|\bwhich year|\bby which (?:year|date|time|month)|\bhow soon|\bwhat date|\bdue (?:by|date|when)\b|\bhow long\b|\bwhat month|\btime ?limit|\btime ?frame|\bwhat time",
    ),
    (
        Asked.LIST,
        r"哪些|哪几|列出|列举|(?:都)?有什么|包括什么|分别是什么|分别(?:是|指)|是指什么|指的是什么|哪[两三四五六七八九十]|几(?:个|项|类|种|方面|大).{0,12}(?:是什么|是哪|分别)|包含|都有(?:谁|啥)|[两三四五六七八九十](?:个|项|类|种|大|化|到位|方面).{0,8}(?:是什么|指什么|内容)|什么内容|是哪",
        r"\bwhat are the\b|\blist\b|\bname the\b|\bwhich (?:\w+ ){0,4}?(?:sectors|kinds|types|areas|industries|projects|measures|phases|stages|tasks|items|things|steps|fields|places|topics|principles|systems|functions|plans|documents|regulations|laws|methods|people|groups|categories)\b|\bwhat (?:\w+ ){0,3}?(?:kinds|types|sorts|stages|phases|steps|projects|principles|elements|aspects|parts|items|categories|dimensions|things|challenges|problems|opportunities)\b|\bwhat .{0,30}include",
    ),
    (
        Asked.FIGURE,
        r"多少|几(?:个|人|起|家|座|处|次|项|台|辆|名|支|年|种|类|所|元|万|成|倍|轮|套|公里|分钟|场)|百分之|比例|占比|率(?:是|为|要|目标|达|控制|下降|多|到|的|$|[\s,，?？0-9])|指标|目标值|数量|总数|人数|起数|金额|投入.{0,6}(?:钱|资金)|降幅|增幅|%|几何|多高|多大|多长|数是|数字|规模",
        r"\bhow (?:many|much|often|far|large|big|high|long|wide|frequently)\b|\bpercent|\bpercentage|\bshare\b|\brates?\b|\bratio|\bnumber of|\bfigure|\btarget|\bcost|\bbudget|\bproportion|\bwhat number|\bdeath toll|\btotal\b|\bcount\b|\bcap\b|\bceiling\b|\blimit\b|\bthreshold\b|\bquota|\bby what percent",
    ),
)
_COMPARE_ZH = re.compile(r"比较|对比|各(?:个)?(?:规划|地|市|方案|计划)|(?:两|三|四|五|几|所有|哪[个些])(?:个|份|部|地|市)?(?:规划|方案|计划|地方|城市|地区)|有(?:何|什么|啥)(?:不同|区别|差别|差异|异同)|分别|谁(?:更|的.{0,12}更)|哪(?:个|一个|边|地|里).{0,16}更|异同|不一样")
_COMPARE_EN = re.compile(r"\bcompar|\bdiffer|\bversus\b|\bvs\.?\b|\bboth\b|\ball (?:the )?(?:five )?plans|\bwhich (?:plan|plans|city|place|of the|one)\b|\beach plan|\beach of|\brespectively|\bbetween\b|\bthan\b|\bfive plans|\bacross\b|\bsame\b|\beach\b", re.IGNORECASE)

# --- words that ask and say nothing of the matter ---------------------------------------------------------------------

_ASKING_ZH = re.compile(
    r"请问|请|告诉我|我想知道|想了解|想问(?:一下)?|麻烦|帮我|说说|谈谈|介绍一下|什么时候|什么时间|什么|啥时候|啥|多少|哪些|哪个|哪几|哪位|哪家|哪一|哪年|哪里|哪|谁|如何|怎么样|怎么|怎样|怎|为何|为什么|是不是|有没有|能否|可否|"
    r"是否|吗|呢|吧|呀|几个|几项|几类|何时|何|分别|具体|主要|有关|关于|方面|情况|规划|方案|计划|文件|文本|里面|里|当中|中的|提到|提出|写明|规定|明确|要求|的话|那么|那|这|此|它|他们|他|她|一下|一共|总共|共|都|由|是|的|了|"
    r"和|与|及|或|在|对|为|要|有|应|应当|应该|需要|需|会|将|得|被|把|让|到|至|从|以|去|来|就|还|也|又|才|再|最|更|比|按|据|向|等|其中|其|之|所|者|们|个|本|该|我市|全市|我区|全区|我州|全州|当地|那边|这边|这个|那个|地方"
)
_ASKING_EN = frozenset(
    stem(w)
    for w in (
        "the a an of in on to and or is are was were be been by at as it its for with from that this these those what which who whom whose when where how why do does did must should shall will would "
        "can could may might have has had there their them they he she his her you your me my i we our us please tell know say says said about into under than then so if any some each every all both "
        "plan plans according document require required requires requirement set sets out up get gets give given make made need needs needed much many long far often name named called mention mentioned state states stated "
        "list kind kinds type types thing things part parts period also not no yes more most only just such between within during per via over after before while during one ones look looks looking takes take handles handle "
        "charge supposed expected happen happens there's what's who's whats people person city prefecture region autonomous province"
    ).split()
)
_WEAK_ZH = {"目标", "工作", "安全", "安全生产", "任务", "措施", "单位", "部门", "负责", "牵头", "责任", "指标", "时间", "内容", "职务", "担任", "数量", "比例", "达到", "完成", "建设", "管理", "企业", "全部", "开展", "加强", "推进", "实施", "建立", "进行", "人员", "领导", "组织", "机构", "行业", "领域", "重点", "问题", "方面", "期间", "年底", "数字", "机制", "制度", "体系", "监管", "能力"}
WEAK_WEIGHT = 0.3
"""Words that stand in every other sentence of such a plan tell little about which sentence is asked for."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_PLAN_NAME = re.compile(r"[“\"]?([一二三四五六七八九十]{1,3})五[”\"]?(?=规划|计划|期间|时期|末|以来|的|[^\u4e00-\u9fff]|$)")
# How questions name the plan itself: "安全生产“十三五”规划", "the 14th Five-Year work safety plan"; not what they ask of it.
_PLAN_TITLE = re.compile(
    r"(?:安全生产)?[“\"]?十[一二三四五六]五[”\"]?(?:安全生产)?(?:发展)?(?:规划|计划)|安全生产(?:“?十[一二三四五六]五”?)?(?:发展)?(?:规划|计划)(?!目标)|(?:治本攻坚)?三年行动(?:实施)?(?:方案|计划)|"
    r"\b(?:the )?(?:1\dth|thirteenth|fourteenth|fifteenth)(?: (?:five|5)[- ]year)?(?: work[- ]safety)? plan(?:'s)?\b|\bwork[- ]safety plan(?:'s)?\b|\bthree[- ]year (?:action )?plan\b",
    re.IGNORECASE,
)
_PLAN_NAME_EN = re.compile(r"\b(1[0-9])(?:th)?[- ](?:five|5)[- ]year|\b(tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth)\b", re.IGNORECASE)
_ORDINALS = {"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15}


def language_of(text: str) -> Language:
    """Chinese when at least as many words of the text are Chinese (two characters a word) as are English."""
    return Language.ZH if len(_CJK.findall(text)) / 2 >= max(len(_LATIN_WORD.findall(text)), 0.5) else Language.EN


def understand(question: Question, index: Index, glossary: Glossary) -> Understanding:
    """What `question` means; a follow-up is completed from its history (place, kind and topic that it leaves out)."""
    text = normalised(question.text)
    meant = replace(_read(text, index, glossary), question=replace(question, text=text))
    for earlier in reversed(question.history):
        if not _is_elliptical(meant, text):
            break
        meant = _completed(meant, _read(normalised(earlier), index, glossary), text)
    plans = meant.plans or meant.named_plans
    if question.plans:
        plans = tuple(p for p in question.plans if not meant.named_plans or p in meant.named_plans) or question.plans
    return replace(meant, plans=plans, query=_query(meant.concepts, text))


def normalised(text: str) -> str:
    """A question in the form that plans are written in: NFKC (full-width letters and digits), simplified characters."""
    return _simplified().convert(unicodedata.normalize("NFKC", text))


@cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


def _read(text: str, index: Index, glossary: Glossary) -> Understanding:
    language = language_of(text)
    documents = index.documents
    places = find_places(text, documents, (index.document(d.id).clean.text for d in documents))
    plans = _by_period(places, text, index)
    asked = _asked(text, language, plans, places)
    years = tuple(int(y) for y in _YEAR.findall(_DOCUMENT_NUMBER.sub(" ", text)))
    concepts = _concepts(_PLAN_TITLE.sub(" ", places.rest), language, glossary, index)
    return Understanding(Question(text), language, asked, plans, places.plans, places.unknown, years, concepts, "")


def _by_period(places: Places, text: str, index: Index) -> tuple[str, ...]:
    """Narrow the named plans by the five-year plan that the question names, where that leaves one."""
    number = next((m[1] for m in _PLAN_NAME.finditer(text)), None)
    english = _PLAN_NAME_EN.search(text)
    years = plan_years(number) if number else None
    if english:
        first = 2001 + (int(english[1] or _ORDINALS[english[2].lower()]) - 10) * 5
        years = (first, first + 4)
    if years is None or len(places.plans) == 1:
        return places.plans
    fitting = tuple(d.id for d in index.documents if d.period == years and (not places.plans or d.id in places.plans))
    return fitting or places.plans


def _asked(text: str, language: Language, plans: tuple[str, ...], places: Places) -> Asked:
    compare = (_COMPARE_ZH if language is Language.ZH else _COMPARE_EN).search(text)
    if len(places.plans) > 1 or (compare and not places.plans and re.search(r"(?:各|所有|哪些|哪几|几)(?:个|份|部)?(?:规划|方案|计划|地|市)|[哪五这](?:一)?[个份部](?:规划|方案|计划|地|市)|all (?:the |five )*plans|which (?:of the )?(?:\w+ )?plans?|each plan|five plans|across", text)):
        return Asked.COMPARE
    return kind_of(text, language)


def kind_of(text: str, language: Language) -> Asked:
    """What kind of thing a question asks, apart from whether it compares plans."""
    for kind, zh, en in _KINDS:
        if re.search(zh, text) if language is Language.ZH else re.search(en, text, re.IGNORECASE):
            return kind
    return Asked.MEASURE


_DOCUMENT_NUMBER = re.compile(r"(?:按照?|根据|依据)?[\u4e00-\u9fff]{1,12}[〔\[(（]\d{4}[〕\])）]\s*\d+\s*号(?:文件?)?")


def for_plan(meant: Understanding, plan: str, index: Index, glossary: Glossary) -> Understanding:
    """A comparison's question as it concerns one plan: the clauses that name it, and those that name no plan.

    "宁夏推广什么工艺,中卫重点打击什么?" asks two things of two plans; "比较宁夏和中卫的死亡率目标" one thing of both.
    """
    clauses = [c for c in re.split(r"[,，;；。?？:：]|\band what\b", meant.question.text) if c.strip()]
    own: list[str] = []
    for clause in clauses:
        named = find_places(clause, index.documents, ()).plans
        if not named or plan in named:
            own.append(clause)
    text = "，".join(own) if own else meant.question.text
    asked = _read(text, index, glossary)
    known = {c.spellings[0] for c in asked.concepts if c.spellings}
    carried = tuple(replace(c, weight=0.3 * c.weight) for c in meant.concepts if c.spellings and c.spellings[0] not in known)
    concepts = asked.concepts + carried if asked.concepts else meant.concepts
    kind = kind_of(text, meant.language)
    return replace(meant, plans=(plan,), asked=kind, concepts=concepts, years=asked.years, query=_query(asked.concepts or meant.concepts, text))


# --- what the question speaks of --------------------------------------------------------------------------------------


def _concepts(text: str, language: Language, glossary: Glossary, index: Index) -> tuple[Concept, ...]:
    found = _chinese_concepts(text, glossary, index) if _CJK.search(text) else []
    if language is Language.EN or _LATIN_WORD.search(text):
        found += _english_concepts(text, glossary)
    merged: dict[str, Concept] = {}
    for concept in found:
        key = concept.spellings[0] if concept.spellings else concept.asked_as
        merged.setdefault(key, concept)
    return tuple(_weighed(concept, index.document_frequency) for concept in merged.values())


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
    for run in re.findall(r"[\u4e00-\u9fff]+(?:[·•][\u4e00-\u9fff]+)*|\d+(?:\.\d+)?(?:%|‰)?", _YEAR.sub(" ", text)):
        if run[0].isdigit():
            continue
        if "·" in run or "•" in run:
            found.append(Concept(run, (run,), 1.0, firm=True))
            continue
        for piece in _pieces(run, glossary, index):
            entry = glossary.entry(piece)
            official = glossary.everyday.get(piece, ())
            spellings = tuple(dict.fromkeys((*official, piece, *(entry.forms if entry else ()))))
            if official and index.document_frequency(piece) > 0:
                spellings = (piece, *(s for s in spellings if s != piece))
            found.append(Concept(piece, spellings, 1.0, firm=entry is not None and entry.kind in _FIRM_KINDS, kind=entry.kind if entry else ""))
    return found


def _pieces(run: str, glossary: Glossary, index: Index) -> list[str]:
    """Content words of a run of Chinese: glossary terms of three and more characters whole, jieba's words for the rest."""
    pieces: list[str] = []
    rest: list[str] = []
    for piece, entry in glossary.segment_question(run):
        everyday = entry is None and piece in glossary.everyday
        whole = entry is not None and len(piece) >= 3 and entry.kind not in ("connective", "time", "unit")
        if (everyday or whole) and not _ASKING_ZH.fullmatch(piece):
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
    for size in range(min(len(text), 8), 2, -1):
        for start in range(len(text) - size + 1):
            piece = text[start : start + size]
            if index.document_frequency(piece) == 0 and (term := glossary.sounding_like(piece)):
                return f"{text[:start]} {term} {text[start + size :]}"
    return text


_FIRM_KINDS = frozenset({"sector", "hazard", "equipment", "place", "office", "body"})
"""What a figure must be of: another sector's or office's number is no answer."""
_KIND_WEIGHT = {"connective": 0.0, "unit": 0.0, "time": 0.0, "verb": 0.4, "general": 0.5, "action": 0.6, "post": 0.9}


def _english_concepts(text: str, glossary: Glossary) -> list[Concept]:
    tokens = english_words(text)
    found: list[Concept] = []
    taken: set[int] = set()
    for match in glossary.match_english(tokens):
        phrase = " ".join(tokens[match.start : match.end])
        if match.end - match.start == 1 and stem(tokens[match.start]) in _ASKING_EN:
            continue
        taken.update(range(match.start, match.end))
        entries = sorted(match.entries, key=lambda e: -_KIND_WEIGHT.get(e.kind, 1.0))
        weight = _KIND_WEIGHT.get(entries[0].kind, 1.0)
        if weight == 0.0:
            continue
        found.append(Concept(phrase, _spellings(entries), weight, firm=all(e.kind in _FIRM_KINDS for e in entries), kind=entries[0].kind))
    for i, token in enumerate(tokens):
        if i not in taken and stem(token) not in _ASKING_EN and not token.isdigit() and len(token) > 2:
            name = token.capitalize() in text and not text.startswith(token.capitalize())
            found.append(Concept(token, (token,), 1.0 if name else 0.35))
    return found


def _spellings(entries: list[Entry]) -> tuple[str, ...]:
    first = [entry.zh for entry in entries]
    return tuple(dict.fromkeys([*first, *(form for entry in entries for form in entry.also_zh)]))


def _query(concepts: tuple[Concept, ...], text: str) -> str:
    """The words for the lexical index: each concept's first spellings, and Chinese of the question itself."""
    own = _ASKING_ZH.sub(" ", "".join(re.findall(r"[\u4e00-\u9fff\d.%]+|\s", text)))
    return " ".join([own, *(s for c in concepts for s in c.spellings[:3] if s not in own)])


# --- follow-ups -------------------------------------------------------------------------------------------------------

_ELLIPTICAL_ZH = re.compile(r"^(?:那|那么|它|他|她|这|该|其|呢|再|还有|另外|分别|具体|然后|上述|前者|后者|同一)|呢[?？]?$|^.{1,9}[?？]?$|(?:这个|那个|这些|该)(?:指标|任务|单位|部门|项|数|系统|工程|人|机构|行动|要求)")
_ELLIPTICAL_EN = re.compile(r"^(?:and|what about|how about|then|so|but|who else|why|which one|by when|since when|when|also)\b|\b(?:it|its|that|this|they|them|their|those|these|he|she|his|her|there|same|one)\b", re.IGNORECASE)


def _is_elliptical(meant: Understanding, text: str) -> bool:
    pattern = _ELLIPTICAL_ZH if meant.language is Language.ZH else _ELLIPTICAL_EN
    strong = [c for c in meant.concepts if c.weight >= 0.5 and c.spellings]
    return bool(pattern.search(text)) or not meant.named_plans or not strong


def _completed(own: Understanding, earlier: Understanding, text: str) -> Understanding:
    """`own` with what it leaves out taken from the question before it."""
    strong = [c for c in own.concepts if c.weight >= 0.5 and c.spellings]
    new_place_only = bool(own.named_plans) and not strong
    pattern = _ELLIPTICAL_ZH if own.language is Language.ZH else _ELLIPTICAL_EN
    needs_topic = not strong or bool(pattern.search(text))
    carried = tuple(replace(c, weight=c.weight * (0.95 if not strong else 0.35), firm=False) for c in earlier.concepts) if needs_topic else ()
    known = {c.spellings[0] for c in own.concepts if c.spellings}
    concepts = own.concepts + tuple(c for c in carried if not c.spellings or c.spellings[0] not in known)
    asked = earlier.asked if new_place_only or (own.asked is Asked.MEASURE and not _asks(text)) else own.asked
    return replace(
        own,
        asked=asked,
        plans=own.plans or earlier.plans,
        named_plans=own.named_plans or earlier.named_plans,
        unknown_places=own.unknown_places or (earlier.unknown_places if not own.named_plans else ()),
        years=own.years or (earlier.years if asked is earlier.asked else ()),
        concepts=concepts,
    )


def _asks(text: str) -> bool:
    return bool(re.search(r"如何|怎么|怎样|措施|要求|\bhow\b|\bwhat\b", text, re.IGNORECASE))
