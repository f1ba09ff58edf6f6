"""Training packs and quizzes held to the plans."""
