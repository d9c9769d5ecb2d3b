"""How far things are: states at milestones, lights, figures reported, and what moved."""
