"""The command `tiendo`: arguments in, files read, results on standard output, an exit code."""
