"""The page of courses: a training pack to be edited, its quiz, its files."""
