"""What a person asks to see, and how it is named and written down."""
