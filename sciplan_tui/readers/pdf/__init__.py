"""PDF files: text with positions, its lines and paragraphs, ruled and open tables."""
