"""The texts in Chinese, a module an area."""
