"""Clauses of official Chinese put into English by the parts that their words play."""
