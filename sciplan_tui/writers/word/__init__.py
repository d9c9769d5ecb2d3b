"""What a .docx is made of: its page, its tables, its charts, its file."""
