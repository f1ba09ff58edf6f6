"""`python -m assistant doctor`: what is set, what can be reached, and how long each part takes."""

from assistant.doctor.doctor import as_json, as_lines, examined, is_healthy

__all__ = ["as_json", "as_lines", "examined", "is_healthy"]
