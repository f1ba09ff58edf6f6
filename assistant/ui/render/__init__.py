"""All HTML of the page: made and escaped here, and nowhere else.

Every function takes values and gives markup. Text of plans, questions, file names and errors is escaped on its way in,
since plans may come from anywhere.
"""

from assistant.ui.render.answer import Turn, conversation, plain_answer
from assistant.ui.render.api_page import api_page
from assistant.ui.render.chats import chat_list
from assistant.ui.render.compare import comparing, comparison_failed, comparison_page
from assistant.ui.render.document import document_page, has_pages, missing_passage
from assistant.ui.render.evaluation import (
    EVALUATED_KINDS,
    evaluation_note,
    evaluation_progress,
    no_report,
    programs_link,
    report_figures,
    wrong_answers,
)
from assistant.ui.render.facts import fact_rows, fact_table
from assistant.ui.render.figures import figures
from assistant.ui.render.library import found_passages, index_state, plan_cards, removal_question
from assistant.ui.render.shell import failed, header, heading, hint, starting
from assistant.ui.render.training import training_notice, training_pack, training_progress
from assistant.ui.render.uploads import progress_lines, proposals

__all__ = [
    "EVALUATED_KINDS",
    "Turn",
    "api_page",
    "chat_list",
    "comparing",
    "comparison_failed",
    "comparison_page",
    "conversation",
    "document_page",
    "evaluation_note",
    "evaluation_progress",
    "fact_rows",
    "fact_table",
    "failed",
    "figures",
    "found_passages",
    "has_pages",
    "header",
    "heading",
    "hint",
    "index_state",
    "missing_passage",
    "no_report",
    "plain_answer",
    "plan_cards",
    "programs_link",
    "progress_lines",
    "proposals",
    "removal_question",
    "report_figures",
    "starting",
    "training_notice",
    "training_pack",
    "training_progress",
    "wrong_answers",
]
