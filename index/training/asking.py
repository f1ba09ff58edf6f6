"""Texts in, the same texts asked as people ask out: question words, plan and place around the matter.

Templates only, so that words which carry no matter ("what does the plan say about") learn short
vectors, and place names learn to pick the document. Written for training; none is an evaluation
question.
"""

import random
import re

_TITLE_PLACE = re.compile(r"^(?:中华人民共和国)?([\u4e00-\u9fff]{2,8}?)(省|市|自治区|自治州|特区)")  # 郑州市房屋…; not 电力法
CHINESE = (
    "{place}{matter}由谁负责?", "{place}哪个部门牵头{matter}", "{matter}归谁管", "{place}规划对{matter}有什么要求?",
    "{place}怎么{matter}?", "{place}如何{matter}", "{matter}到什么时候完成?", "{place}{matter} 哪一年", "{place} {matter}",
    "{place}关于{matter}的规定是什么", "请问{place}{matter}有哪些措施?", "{place}{matter}的目标是多少?", "{place}{matter}包括哪些?",
    "{place}{matter}要达到多少", "{matter}", "谁应当{matter}?", "{place}的规划里,{matter}是怎么说的?", "{place}{matter}有几个?", "{place}在{matter}方面打算做什么",
)  # fmt: skip
ENGLISH = (
    "Who is responsible for {matter} in {place}?", "which department leads {matter} in {place}", "Who handles {matter}?",
    "What does the {place} plan say about {matter}?", "How will {place} {matter}?", "how should {matter} be done",
    "By when must {matter} in {place}?", "{place} {matter} deadline", "{place} {matter}", "What measures does {place} take on {matter}?",
    "What is {place}'s target for {matter}?", "How many {matter} are there in {place}?", "List the {matter} in {place}", "{matter}",
    "What must be done about {matter}?", "In which year does {place} {matter}?", "Which {matter} are to be {matter} under the plan?",
    "What is {place} going to do about {matter}", "Tell me about {matter} in the plan", "Does {place} require {matter}?",
    "By what percentage should {matter} fall in {place}?", "how much money goes to {matter}", "what are the rules on {matter} according to the plan",
)  # fmt: skip


def title_place(title: str) -> str:
    """The place that a law's or plan's title begins with, without its rank; empty when there is none."""
    match = _TITLE_PLACE.match(title)
    return match.group(1) if match else ""


def ask_in_chinese(matter: str, place: str, random_source: random.Random) -> str:
    """The matter inside a Chinese question."""
    return random_source.choice(CHINESE).format(matter=matter, place=place)


def ask_in_english(matter: str, place: str, random_source: random.Random) -> str:
    """The matter inside an English question; ``place`` in Latin letters."""
    return random_source.choice(ENGLISH).format(matter=matter, place=place or "the city")
