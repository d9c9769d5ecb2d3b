"""The commands: each reads words, asks the workspace, and prints. Only output.py prints or exits."""
