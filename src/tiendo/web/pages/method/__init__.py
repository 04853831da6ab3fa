"""How status and findings are worked out: the sentences of the rules themselves, with examples that are computed."""
