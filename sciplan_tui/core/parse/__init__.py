"""From a Document to a ParsedPlan, in named steps: clean, outline, statements, units, targets, milestones, self-check."""
