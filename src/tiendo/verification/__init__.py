"""Recomputes what documents claim, in one document and across documents, and shows the working."""

from tiendo.verification.check import Check
from tiendo.verification.registry import CHECKS
from tiendo.verification.sources import Audited, Source
from tiendo.verification.verify import verify

__all__ = ["CHECKS", "Audited", "Check", "Source", "verify"]
