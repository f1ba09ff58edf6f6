"""The page of questions: the conversation, its answers, and the conversations kept in the browser."""
