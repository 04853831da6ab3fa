"""How many slips the audit finds: one number of a sound document is changed, and the audit is asked again."""
