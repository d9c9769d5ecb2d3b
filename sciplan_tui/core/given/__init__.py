"""What a person gives by hand, field by field, checked before it is kept."""
