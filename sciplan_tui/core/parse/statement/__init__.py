"""Unit statements: what their words say of who leads, who is responsible, who helps, and what prose asks of whom."""
