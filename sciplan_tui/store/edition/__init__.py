"""What the imported files said: what a new edition is compared with, and a plan as its reader would give it."""
