"""Who runs this site, what it stores, how accessible it is, and what it is made of."""
