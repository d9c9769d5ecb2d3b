"""sciplan: who leads and who is responsible for every task of a five-year plan."""

__version__ = "0.1.0"
