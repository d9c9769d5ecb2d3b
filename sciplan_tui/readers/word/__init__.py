"""Word files of every kind: .docx, .doc, .rtf, Word XML, their numbers and their tracked changes."""
