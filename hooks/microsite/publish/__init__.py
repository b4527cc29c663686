"""The built site to the world: whole or not at all, and back again."""
