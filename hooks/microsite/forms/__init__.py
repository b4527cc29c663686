"""Web forms at `/admin/`, made from the models: the same keys, labels, choices and patterns."""
