"""Tables that lost their grid: where one begins in the text, and its rows by what is left between the cells."""
