"""Matters in, the same matters asked as people ask out.

Templates only, so that words which carry no matter ("what does the plan say about") learn short vectors and place
names learn to pick the document. Written for training; none is a question of the evaluation set.
"""

from __future__ import annotations

import random

CHINESE = (
    "{place}{matter}由谁负责?", "{place}哪个部门牵头{matter}", "{matter}归谁管", "{place}规划对{matter}有什么要求?",
    "{place}怎么{matter}?", "{place}如何{matter}", "{matter}到什么时候完成?", "{place}{matter} 哪一年",
    "{place} {matter}", "{place}关于{matter}的规定是什么", "请问{place}{matter}有哪些措施?",
    "{place}{matter}的目标是多少?", "{place}{matter}包括哪些?", "{place}{matter}要达到多少", "{matter}",
    "谁应当{matter}?", "{place}的规划里,{matter}是怎么说的?", "{place}{matter}有几个?",
    "{place}在{matter}方面打算做什么",
)  # fmt: skip
ENGLISH = (
    "Who is responsible for {matter} in {place}?", "which department leads {matter} in {place}",
    "Who handles {matter}?", "What does the {place} plan say about {matter}?", "How will {place} {matter}?",
    "how should {matter} be done", "By when must {matter} in {place}?", "{place} {matter} deadline",
    "{place} {matter}", "What measures does {place} take on {matter}?", "What is {place}'s target for {matter}?",
    "How many {matter} are there in {place}?", "List the {matter} in {place}", "{matter}",
    "What must be done about {matter}?", "In which year does {place} {matter}?",
    "Which {matter} are to be done under the plan?", "What is {place} going to do about {matter}",
    "Tell me about {matter} in the plan", "Does {place} require {matter}?",
    "By what percentage should {matter} fall in {place}?", "how much money goes to {matter}",
    "what are the rules on {matter} according to the plan",
)  # fmt: skip
ANYWHERE = "the city"
TEMPLATE_SHARE = 0.65
"""The other questions are the bare matter, as people type keywords."""
PLACE_SHARE = 0.6
"""Of the questions in a template; the others ask without a place, as people do who have one plan in mind."""


def ask_in_chinese(matter: str, place: str, source: random.Random) -> str:
    """The matter, most of the time inside a Chinese question."""
    if source.random() >= TEMPLATE_SHARE:
        return matter
    named = place if source.random() < PLACE_SHARE else ""
    return source.choice(CHINESE).format(matter=matter, place=named)


def ask_in_english(matter: str, place: str, source: random.Random) -> str:
    """The matter, most of the time inside an English question; ``place`` in Latin letters."""
    if source.random() >= TEMPLATE_SHARE:
        return matter
    return source.choice(ENGLISH).format(matter=matter, place=place or ANYWHERE)
