"""The frozen vocabulary that everyone shares, and the error tree. Invalid values cannot be built."""
