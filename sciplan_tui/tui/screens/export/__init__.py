"""Everything that is written to files: exports, drafts, duty sheets, the pack of a meeting."""
