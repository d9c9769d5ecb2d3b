"""Workbooks: their sheets and cells, and numbers as they are shown."""
