"""Plans added as a user adds them, with questions about them."""
