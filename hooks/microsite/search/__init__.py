"""What readers search: which pages, by which words, and the index of them."""
