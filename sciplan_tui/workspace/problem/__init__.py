"""What is in doubt in the stored plans: shown, and settled.

Problems are found by whoever reads a document; what a gesture answers of itself is `gesture`.
"""
