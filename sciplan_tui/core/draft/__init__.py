"""Drafts of reports (自评报告, 通报, 总结), filled from the record, with gaps where it has nothing.

A draft invents nothing; `workspace/paper/drafting` reads and writes it.
"""
