"""Where the signs of a page stand, and what that tells: lines, columns, margins, paragraphs, headings."""
