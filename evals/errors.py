"""What evals raises.

EvalsError
├── QuestionFileError    a file of questions cannot be read
├── FactFileError        a file of counted or judged facts cannot be read
├── ReportFileError      an earlier report cannot be read
├── GateError            a gate is not NAME=VALUE, or names no figure
└── SystemUnavailableError    the app at the given address, or a baseline's model, cannot be reached
"""

from __future__ import annotations


class EvalsError(Exception):
    """Root of the errors that `python -m evals` tells in one line."""


class QuestionFileError(EvalsError):
    """A file of questions cannot be read."""


class FactFileError(EvalsError):
    """A file of counted or judged facts cannot be read."""


class ReportFileError(EvalsError):
    """An earlier report cannot be read."""


class GateError(EvalsError):
    """A gate is not NAME=VALUE, or names no figure of the run."""


class SystemUnavailableError(EvalsError):
    """The app at the given address, or what a baseline needs, cannot be reached."""
