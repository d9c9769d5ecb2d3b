"""Forms in the middle of the screen, made of named fields."""
