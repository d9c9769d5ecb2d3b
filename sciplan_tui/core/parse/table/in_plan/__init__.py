"""What a task table means for the plan that it stands in."""
