"""What can be changed: one function a change, with permission, transaction and history inside.

Every command takes `by` (who changes), `at` (now, as the caller's clock has it) and `why`; with `rehearsal` it does
everything and takes it back. It raises the errors below `RecordRefused` and then leaves nothing behind.
"""
