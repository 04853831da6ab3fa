"""The second factor of one's own account: an app that shows codes, and recovery codes for the day it is lost."""
