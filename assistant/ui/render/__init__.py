"""All HTML of the page: made and escaped here, and nowhere else.

Every function takes values and gives markup. Text of plans, questions, file names and errors is escaped on its way in,
since plans may come from anywhere.
"""

from assistant.ui.render.answer import Turn, conversation, plain_answer
from assistant.ui.render.document import document_page, missing_passage
from assistant.ui.render.facts import fact_rows, fact_table
from assistant.ui.render.library import found_passages, index_state, notices, plan_cards, removal_question
from assistant.ui.render.shell import failed, header, heading, hint, starting

__all__ = [
    "Turn",
    "conversation",
    "document_page",
    "fact_rows",
    "fact_table",
    "failed",
    "found_passages",
    "header",
    "heading",
    "hint",
    "index_state",
    "missing_passage",
    "notices",
    "plain_answer",
    "plan_cards",
    "removal_question",
    "starting",
]
