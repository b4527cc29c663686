"""The microsite of a housing bureau: content in, pages and files out."""
