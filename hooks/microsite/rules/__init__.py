"""A `Site` to problems: what is readable and consistent, yet must not be published."""
