"""Files to an immutable `Site`, or to a list of problems."""
