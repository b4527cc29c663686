"""What `microsite` can do, a module for each command."""
