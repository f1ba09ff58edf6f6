"""From an understood question to the evidence that answers it, and the proof that it does."""
