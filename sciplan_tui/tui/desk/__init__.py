"""What the screens can have done, a subject a module, each a call of a use case, imported when it is first needed.

Nothing here knows a widget. `desk` hands out the others.
"""
