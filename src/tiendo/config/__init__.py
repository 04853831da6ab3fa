"""How an installation is set: the settings, Django's view of them, and what has to be there before work begins."""
