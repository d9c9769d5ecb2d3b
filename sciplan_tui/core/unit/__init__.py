"""Units: what a name alone tells, who follows whom over time, and what a unit owes."""
