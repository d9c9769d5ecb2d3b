"""What a .xlsx is made of: cells, rows, pages, charts, names, formats."""
