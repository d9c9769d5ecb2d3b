"""The matrix, from its cells to the widget."""
