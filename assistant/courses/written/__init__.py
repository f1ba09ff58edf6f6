"""Talking points and scenarios that a language model writes from the lines of a pack, each sentence held to what it cites."""
