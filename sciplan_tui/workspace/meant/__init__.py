"""What a person means by a name: a plan, a milestone, a task, an assignment.

One stored thing, or a refusal that names those there are. Nothing here changes what it finds.
"""
