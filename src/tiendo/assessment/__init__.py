"""How the plan stands: pure rules from targets and results to a status, each beside its sentence."""
