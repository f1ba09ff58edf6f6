"""Answers from the section tree: goals, stages, what a part or a plan says in sum, its table of aims."""
