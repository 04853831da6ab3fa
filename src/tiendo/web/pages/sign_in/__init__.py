"""Signing in and out: password, second factor, the login of the province, the first time by an invitation."""
