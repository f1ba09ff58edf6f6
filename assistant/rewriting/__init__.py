"""Questions put by a language model as they can be searched: follow-ups in full, several asked at once, Chinese words."""
