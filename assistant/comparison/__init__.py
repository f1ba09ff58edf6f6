"""Comparing what plans say: a question's answer as a table, and topics by plans as a matrix."""
