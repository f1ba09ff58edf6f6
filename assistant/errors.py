"""Errors of the assistant; they share the root of the index's tree.

PlansError (index.errors)
├── QuestionError     a question that cannot be asked (empty, too long, too much at once)
├── TookTooLong       what was asked took longer than it may
├── AnswerLost        a process that worked on an answer ended twice
├── TopicsError       topics that cannot be compared (none, too many, too long)
├── WorkError         saved work that cannot be kept or read
│   ├── WorkGone          there is none of this id, or no such version
│   └── WorkUnreadable    another version of the program wrote it
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


class WorkError(PlansError):
    """Something cannot be saved: it is too large, or there is no room for more."""


class WorkGone(WorkError):
    """There is no saved work of this id, or no such version of it."""


class WorkUnreadable(WorkError):
    """What was saved is not what this version of the program writes."""


class BatchLineError(PlansError):
    """A line of a batch file is not a JSON object with a question."""
