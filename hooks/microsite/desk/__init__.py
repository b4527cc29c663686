"""What the bureau's own people see of their site: how all stands, and what is to be done."""
