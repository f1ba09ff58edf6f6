"""Errors of the assistant; they share the root of the index's tree.

PlansError (index.errors)
├── QuestionError     a question that cannot be asked (empty, too long, too much at once)
├── TookTooLong       what was asked took longer than it may
├── AnswerLost        a process that worked on an answer ended twice
├── TopicsError       topics that cannot be compared (none, too many, too long)
└── BatchLineError    a line of a batch file that cannot be read
"""

from __future__ import annotations

from index.errors import PlansError


class QuestionError(PlansError):
    """The question is empty or over a limit."""


class TookTooLong(PlansError):
    """What was asked took longer than `PLANS_MAX_QUESTION_SECONDS` allows."""


class AnswerLost(PlansError):
    """A process that worked on the answer ended, and so did the one that took over from it."""


class TopicsError(PlansError):
    """There is no topic to compare, there are too many, or one is too long."""


class BatchLineError(PlansError):
    """A line of a batch file is not a JSON object with a question."""
