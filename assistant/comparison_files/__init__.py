"""A comparison as files that are followed without the program: a workbook, a Word document, slides, each with its sources."""

from assistant.comparison_files.compared_document import to_docx
from assistant.comparison_files.compared_rows import file_name
from assistant.comparison_files.compared_slides import to_pptx
from assistant.comparison_files.compared_workbook import to_xlsx

__all__ = ["file_name", "to_docx", "to_pptx", "to_xlsx"]
