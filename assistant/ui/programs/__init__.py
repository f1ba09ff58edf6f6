"""The page for programs, under /api/docs: what can be called, with what, and how."""
