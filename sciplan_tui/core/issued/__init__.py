"""What went out, and what moved in the record since: states compared, whatever led from one to the other."""
