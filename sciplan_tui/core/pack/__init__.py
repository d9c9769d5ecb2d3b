"""A meeting's pack (会议材料): its tables, its paper, and the slips (任务单) of units, made of facts that were read.

Nothing is read or written here: `workspace/paper/pack_reading` reads, `workspace/paper/pack` writes.
"""
