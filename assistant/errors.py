"""Errors of the assistant; they share the root of the index's tree.

PlansError (index.errors)
├── QuestionError     a question that cannot be asked (empty, too long)
├── TopicsError       topics that cannot be compared (none, too many, too long)
└── BatchLineError    a line of a batch file that cannot be read
"""

from __future__ import annotations

from index.errors import PlansError


class QuestionError(PlansError):
    """The question is empty or too long."""


class TopicsError(PlansError):
    """There is no topic to compare, there are too many, or one is too long."""


class BatchLineError(PlansError):
    """A line of a batch file is not a JSON object with a question."""
