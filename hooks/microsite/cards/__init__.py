"""A `Site` to share cards: the pictures that a link to a page is shown with."""
