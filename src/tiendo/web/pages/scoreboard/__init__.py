"""The scoreboard: how every indicator stands against its target, on one page."""
