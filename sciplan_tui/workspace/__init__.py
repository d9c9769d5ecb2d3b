"""The use cases, a room a subject and a module a use case, and the only place that joins readers, store and writers.

Readers, store and writers are imported inside functions. Beside the rooms stands what no room is about: the demo, the
doctor, preferences, and the libraries that core is handed.
"""
