"""The same paper as Word file, PDF, scan and web page: the same facts, and the same answers?"""

from evals.formats.compare_forms import Form, compare_forms
from evals.formats.forms_told import forms_told
from evals.formats.write_forms import made_papers, write_forms

__all__ = ["Form", "compare_forms", "forms_told", "made_papers", "write_forms"]
