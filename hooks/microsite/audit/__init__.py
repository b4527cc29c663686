"""The built site to problems: what no check of the content can see."""
