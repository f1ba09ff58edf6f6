"""What kinds of paper are called, in Chinese and English."""

from __future__ import annotations

from assistant.types import Language
from assistant.wording.phrasebook import Phrase
from assistant.wording.quoting import without_brackets
from index import Document, PaperKind, ends_with

KIND_NAMES: dict[PaperKind, Phrase] = {
    PaperKind.PLAN: ("规划", "plan"),
    PaperKind.ACTION_PLAN: ("行动方案", "action plan"),
    PaperKind.WORK_POINTS: ("工作要点", "work points"),
    PaperKind.NOTICE: ("通知", "notice"),
    PaperKind.FORWARDING: ("通知", "forwarding notice"),
    PaperKind.INTERPRETATION: ("政策解读", "interpretation"),
    PaperKind.REGULATION: ("条例", "regulations"),
    PaperKind.OPINION: ("意见", "opinions"),
    PaperKind.MEASURES: ("办法", "measures"),
    PaperKind.EMERGENCY_PLAN: ("应急预案", "emergency plan"),
    PaperKind.DUTIES: ("责任清单", "list of duties"),
    PaperKind.BRIEFING: ("通报", "circular"),
    PaperKind.MINUTES: ("会议纪要", "minutes"),
    PaperKind.COMPILATION: ("汇编", "compilation"),
    PaperKind.OTHER: ("文件", "paper"),
}
"""The last word of a name says the kind; an English one goes behind the name of a place ("Kunming plan")."""


def kind_of_paper(document: Document, language: Language) -> str:
    """What a document is called by its kind; by its title where its description tells none."""
    title = without_brackets(document.title).rstrip("》”")
    plan = document.kind is PaperKind.OTHER and ends_with(title, "papers")
    return KIND_NAMES[PaperKind.PLAN if plan else document.kind][language is Language.EN]
