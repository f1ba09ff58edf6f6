"""Answers that a language model writes from the evidence found, each sentence held to what it cites."""
