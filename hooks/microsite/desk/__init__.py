"""What editors are told beside the site: the handbook, and what is mended for them."""
