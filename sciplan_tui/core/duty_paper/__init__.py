"""Duty sheets (责任清单) on paper: tables, and the cover note that goes with them. On screen: `core/unit/duty_sheet`.

Nothing is read or written here: `workspace/paper/duty_sheet_reading` reads, `workspace/paper/duty_sheets` writes.
"""
