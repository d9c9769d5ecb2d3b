"""What is corrected and edited by hand."""
