"""Answers from figures and dates read off tables and deadlines."""
