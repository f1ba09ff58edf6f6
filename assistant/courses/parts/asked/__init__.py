"""Questions put to the room: for discussion, and to open a point; and what a good answer holds."""
