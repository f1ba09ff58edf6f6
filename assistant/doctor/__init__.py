"""`python -m assistant doctor`: what is set, what can be reached, and how long each part takes."""
