"""Units: the registry, the page of one, what keeps them true over time."""
