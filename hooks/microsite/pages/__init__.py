"""A `Site` to views: which pages exist and what each shows. Templates put views into markup."""
