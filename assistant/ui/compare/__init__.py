"""The compare page: what each plan states of a topic, side by side, and as files."""
