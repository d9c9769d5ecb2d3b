"""Days, deadlines and milestones."""
