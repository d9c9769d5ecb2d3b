"""The tasks in the order of their plans: what stands below what, which are shown, whose duties hold."""
